"""`coprod template`, which reports how an organisation's template is used."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from attrs import asdict

from coprod_content.cli.console import complain, note, print_json, say, working
from coprod_content.cli.errors import Usage, needs_extra
from coprod_content.cli.options import AsJson, Keep, Replace, Roots, save
from coprod_content.cli.roots import brand_of, library_of
from coprod_content.findings.finding import ContentError
from coprod_content.loading import load
from coprod_content.packs.template_preview import (
    MAP_NAME,
    ExaminedTemplate,
    LayoutMap,
    examined_template,
    template_data,
    template_preview,
)
from coprod_content.plugins.template_map import map_text, template_of_map
from coprod_content.plugins.template_report import SmallType, TemplateFont, TemplateReport

_HOW = {"found": "", "mapped": " (your map)", "composed": " (made in the template's look)", "added": " (added)"}


def template(
    file: Annotated[Path, typer.Argument(help="Your PowerPoint or Word template.")],
    html: Annotated[Path | None, typer.Option("--html", help="Write a web page with a drawing of each layout.")] = None,
    preview: Annotated[
        Path | None, typer.Option("--preview", help="Write a short sample file made with the template.")
    ] = None,
    map_: Annotated[
        Path | None, typer.Option("--map", help="The template map. By default, slides-map.yaml beside the template.")
    ] = None,
    root: Roots = None,
    as_json: AsJson = False,
    replace: Replace = False,
    keep: Keep = False,
) -> None:
    """Show how coprod will use your own template.

    For PowerPoint, also write a template map, unless there is one. Edit the map to choose different layouts.
    """
    path = map_ or _map_beside(file)
    chosen = path.read_bytes() if path.is_file() else b""
    with working(f"Examining {file.name} …"):
        found = examined_template(template_data(file), file.name, brand_of(root), LayoutMap(path.name, chosen))
    report = found.report
    if as_json:
        print_json(asdict(report) | {"usable": report.is_usable})
    if not report.is_usable:
        raise ContentError(finding for finding in report.findings if finding.level == "error")
    if report.layouts and not map_ and path.name != MAP_NAME:
        usual = file.parent / MAP_NAME
        of = template_of_map(usual.read_bytes())
        note(f"{usual} is the map of {of}. To use it for {file.name} too, add --map {usual}.")
    for line in () if as_json else _lines(report):
        say(line)
    for out, data in _outputs(found, root, html, preview):
        (written,) = save(out.parent, {out.name: data}, replace=replace, keep=keep)
        note(f"Written: {written}")
    if report.layouts and not chosen:
        save(path.parent, {path.name: map_text(report, path.name).encode()}, replace=False, keep=False)
        note(f"Written: {path}. To choose other layouts, edit it and run this command again.")


def _map_beside(file: Path) -> Path:
    """Return the path of a template's map, beside the template.

    If the map at the usual path belongs to another template, this is a different path.
    """
    usual = file.parent / MAP_NAME
    of = template_of_map(usual.read_bytes()) if usual.is_file() else ""
    if of in ("", file.name):
        return usual
    return file.with_name(f"{file.stem}-{MAP_NAME}")


def _outputs(
    found: ExaminedTemplate, root: list[Path] | None, html: Path | None, preview: Path | None
) -> Iterator[tuple[Path, bytes]]:
    """Yield the path and bytes of each file that was asked for."""
    if not html and not preview:
        return
    with working("Making typical slides …"):
        library = library_of(root) if root else load()  # our own content needs no advice
        built = template_preview(found, library)
    for finding in built.findings:
        complain(str(finding))
    if preview and built.data:
        if not preview.name.lower().endswith(built.suffix):
            raise Usage(f"The preview is a {built.suffix} file. Name it {preview.with_suffix(built.suffix).name}.")
        yield preview, built.data
    if html:
        with needs_extra("serve"):
            from coprod_builder.preview.template_page import template_page
        yield html, template_page(found.report, found.renderer, built.suffix, built.data or b"")


def _lines(report: TemplateReport) -> Iterator[str]:
    """Yield the lines of a report."""
    size = f", {report.width:.0f} by {report.height:.0f} mm" if report.width else ""
    yield f"{report.name}{size}{f', {report.language}' if report.language else ''}"
    if report.roles:
        yield "How it is used:"
        width = max(len(each.caption) for each in report.roles)
        uses = (f"{each.uses}{_HOW[each.how]}".strip() for each in report.roles)
        yield from (f"  {each.caption:<{width}}  {use}" for each, use in zip(report.roles, uses, strict=True))
    if report.fonts:
        yield "Fonts:"
        yield from (f"  {_font(font)}" for font in report.fonts)
    low = [pair for pair in report.colour_pairs if not pair.is_readable]
    yield from _listed(
        f"Colour pairs: {len(report.colour_pairs)}, {len(low)} under 4.5:1",
        [f"{pair.where}: {pair.ink} on {pair.ground}, {pair.ratio:.1f}:1" for pair in low],
    )
    if report.small_type:
        yield from _listed("Small type:", [_small(each) for each in report.small_type])
    if report.undescribed_pictures:
        pictures = [f"{each.where}: {each.name}" for each in report.undescribed_pictures]
        yield from _listed("Pictures without alternative text:", pictures)
    yield from _listed("Notes:" if report.findings else "", [str(finding) for finding in report.findings])


def _listed(title: str, lines: list[str]) -> Iterator[str]:
    yield from (title,) if title else ()
    yield from (f"  {line}" for line in lines)


def _small(each: SmallType) -> str:
    what = "this stays as it is" if each.kept else f"we use {each.floor:g} pt or more"
    return f"{each.where}: {each.points:g} pt; {what}"


def _font(font: TemplateFont) -> str:
    measured = "" if font.measured_by == font.name else f"; measured {font.measured_by}"
    return f"{font.name} ({font.where}{', embedded' if font.embedded else ''}){measured}"
