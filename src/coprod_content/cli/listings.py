"""`coprod editions`, `access`, `renderers`, `stocks`, `cache`: list choices and cached content."""

from typing import Annotated

import typer

from coprod_content.access import ACCESS_EDITIONS
from coprod_content.cli.console import print_rows, say
from coprod_content.cli.errors import report_unusable_renderers
from coprod_content.cli.options import AsJson, Roots
from coprod_content.cli.roots import brand_of
from coprod_content.editions import EDITIONS, Edition
from coprod_content.files.cache.cache_folder import VARIABLE, CacheFolder, cache_path
from coprod_content.plugins.renderers import RendererError, caption_of, names, package_of


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
    return f"select {edition.kind}s" if edition.needs_selection else f"select {edition.kind}s, or none for all"


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
    """Show where loaded content and parts of films are kept between runs.

    Both are made again as soon as a content file changes, so clearing the cache only frees space. With COPROD_CACHE=off
    in the environment, nothing is kept.
    """
    path = cache_path()
    if path is None:
        say(f"No content is kept: {VARIABLE} is off, or you have no home folder.")
        return
    folder = CacheFolder(path)
    if fault := folder.fault():
        say(f"{path} is not used, because it {fault}. Set {VARIABLE} to another folder.")
        return
    if clear:
        say(f"Deleted {_counted_entries(folder.clear())} from {path}.")
        return
    say(f"{path}: {_counted_entries(len(folder.entries()))}, {folder.size() / 1e6:,.1f} MB")


def _counted_entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
