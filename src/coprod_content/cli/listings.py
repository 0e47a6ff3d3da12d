"""`coprod editions`, `access`, `renderers`, `stocks`, `cache` and `coverage`: list and count."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from coprod_content.access import ACCESS_EDITIONS
from coprod_content.checks.coverage import ThemeCoverage, articles_by_series
from coprod_content.checks.coverage import coverage as theme_coverage
from coprod_content.cli.console import counted, print_json, print_rows, say
from coprod_content.cli.errors import report_unusable_renderers
from coprod_content.cli.options import AsJson, Roots
from coprod_content.cli.roots import brand_of, library_of
from coprod_content.content.kinds import counted_by_kind, kind_named
from coprod_content.editions import EDITIONS, Edition
from coprod_content.files.cache.cache_folder import LARGEST_CACHE, VARIABLE, CacheFolder, cache_path
from coprod_content.plugins.renderers import RendererError, caption_of, names, package_of

_KEPT = {
    "finished files": ("file", "why"),
    "loaded content and brands": ("library", "root", "advice", "brand"),
    "parts of films": ("speech", "shot", "poster"),
    "widths of letters": ("font",),
    "tables of this program": ("table",),
}
"""The kinds of entry in the cache, by what they are in everyday words."""


def editions(json: AsJson = False) -> None:
    """List the editions that can be made."""
    if json:
        rows = [{"name": each.name, "about": each.about, "select": _selection(each)} for each in EDITIONS]
    else:
        rows = [{"name": each.name, "about": f"{each.about} ({_selection(each)})"} for each in EDITIONS]
    print_rows(rows, "edition", as_json=json)


def _selection(edition: Edition) -> str:
    if not edition.kind:
        return "nothing to select"
    plural = "items" if edition.kind == "item" else kind_named(edition.kind).plural
    return f"select {plural}" if edition.needs_selection else f"select {plural}, or none for all"


def access(json: AsJson = False) -> None:
    """List the access editions.

    They present the same material for people who read in other ways.
    """
    print_rows([{"name": each.name, "about": each.about} for each in ACCESS_EDITIONS], "access edition", as_json=json)


def renderers(json: AsJson = False) -> None:
    """List the installed renderers.

    Show the name, format and package of each.
    """
    rows = [{"name": name, "format": _format(name), "package": package_of(name)} for name in names()]
    print_rows(rows, "renderer", as_json=json)
    report_unusable_renderers()


def _format(name: str) -> str:
    try:
        return caption_of(name)
    except RendererError:
        return "cannot be used"


def stocks(root: Roots = None, json: AsJson = False) -> None:
    """List the sheets that cards can be printed on."""
    rows = [{"name": stock.id, "about": stock.about} for stock in brand_of(root).stocks]
    print_rows(rows, "stock", as_json=json)


def cache(clear: Annotated[bool, typer.Option("--clear", help="Delete what is kept.")] = False) -> None:
    """Show where files and loaded content are kept between runs.

    The files are finished files and parts of films. Whatever is missing or out of date is made again when it is needed,
    so clearing the cache loses nothing. With COPROD_CACHE=off in the environment, nothing is kept.
    """
    path = cache_path()
    if path is None:
        say(f"Nothing is kept: {VARIABLE} is off, or you have no home folder.")
        return
    folder = CacheFolder(path)
    if fault := folder.fault():
        say(f"{path} is not used, because it {fault}. Set {VARIABLE} to another folder.")
        return
    if clear:
        say(f"Deleted {_counted_entries(folder.clear())} from {path}.")
        return
    sizes = folder.sizes()
    say(f"{path}: {_sized(sizes)} of at most {LARGEST_CACHE / 1e6:,.0f} MB. The least recently used are deleted first.")
    for what, kinds in _KEPT.items():
        if some := {name: size for name, size in sizes.items() if name.partition("-")[0] in kinds}:
            say(f"  {what}: {_sized(some)}")


def _sized(sizes: Mapping[str, int]) -> str:
    return f"{_counted_entries(len(sizes))}, {sum(sizes.values()) / 1e6:,.1f} MB"


def _counted_entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def coverage(json: AsJson = False, root: Roots = None) -> None:
    """Count the content of each theme, and list the gaps."""
    library = library_of(root)
    themes = theme_coverage(library)
    if json:
        print_json({"themes": [_coverage_json(theme) for theme in themes], "articles": articles_by_series(library)})
        return
    for line in _coverage_lines(themes):
        say(line)
    series = ", ".join(f"{count} {id_}" for id_, count in articles_by_series(library).items())
    say(f"Articles by series: {series}" if series else "No series of articles")
    say(counted_by_kind(library))
    say(counted(sum(len(theme.gaps) + len(theme.incomplete) for theme in themes), "gap"))


def _coverage_json(theme: ThemeCoverage) -> dict[str, object]:
    counts: dict[str, dict[str, int]] = {}
    for cell in theme.cells:
        counts.setdefault(cell.axis, {})[cell.name] = cell.count
    incomplete = {tool.id: tool.missing for tool in theme.incomplete}
    shown = {"id": theme.id, "number": theme.number, "title": theme.title}
    return {**shown, **counts, "gaps": theme.gaps, "incomplete": incomplete}


def _coverage_lines(themes: Sequence[ThemeCoverage]) -> list[str]:
    lines = [f"{theme.number}  {theme.title}" for theme in themes]
    lines.append(f"{'Theme':<22}" + "".join(f"{theme.number:>5}" for theme in themes))
    for row in zip(*(theme.cells for theme in themes), strict=True):
        name = row[0].name if row[0].axis == "items" else f"tools, {row[0].name}"
        lines.append(f"{name:<22}" + "".join(f"{cell.count:>5}" for cell in row))
    lines += [f"Theme {theme.number}: {', '.join(theme.gaps)}." for theme in themes if theme.gaps]
    return lines + [f"Tool {tool.id}: {tool.gap}." for theme in themes for tool in theme.incomplete]
