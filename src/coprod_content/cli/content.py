"""Commands about content: list, show, check, export, schema, new."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from coprod_content import schema as schemas
from coprod_content.brand.load_brand import load_brand
from coprod_content.checks.easy_read import easy_read_findings
from coprod_content.checks.library import library_advice
from coprod_content.cli.console import Stop, Usage, complain, counted, print_findings, say
from coprod_content.cli.editorial import NOTHING, editorial_report
from coprod_content.cli.inspection import ask_a_person
from coprod_content.cli.new_root import STARTER
from coprod_content.cli.roots import library_of, with_canonical
from coprod_content.content.item_search import Criteria
from coprod_content.content.item_titles import title_of
from coprod_content.content.kinds import kind_named, kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.unknown_names import UnknownId
from coprod_content.document.bibliography import bibtex, csl_json
from coprod_content.export import to_json
from coprod_content.files.converter import CONVERTER
from coprod_content.findings.finding import ContentError, Finding, in_order, nearest
from coprod_content.loading import examine
from coprod_content.packs.write_file import write_whole

_EXPORTS = {"json": to_json, "csl-json": csl_json, "bibtex": bibtex}


def list_items(kind: str, criteria: Criteria, roots: Sequence[Path], *, as_json: bool) -> None:
    """Print the items of a kind that meet all criteria, one per line."""
    found = library_of(roots).find(kind=kind, **criteria)
    known = kind_named(kind)
    if as_json:
        rows = [
            {"id": item.id, "kind": known.name, "title": title_of(item), "file": item.source.file} for item in found
        ]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    width = max((len(item.id) for item in found), default=0)
    for item in found:
        say(f"{item.id:<{width}}  {title_of(item)}")
    say(counted(len(found), known.name) if found else f"No {known.plural} fit all of that.")


def show_item(id_: str, roots: Sequence[Path], *, as_json: bool) -> None:
    """Print one item, field by field."""
    item = item_named(id_, library_of(roots))
    fields: dict[str, Any] = CONVERTER.unstructure(item)
    if as_json:
        sys.stdout.write(json.dumps({"kind": kind_of(item).name, **fields}, ensure_ascii=False, indent=2) + "\n")
        return
    say(f"{title_of(item)}  ({kind_of(item).name}, {item.source.file})")
    for line in _lines({key: value for key, value in fields.items() if key not in ("id", "source", "title")}, ""):
        say(line)


def _lines(value: Any, indent: str) -> list[str]:
    """A value as indented lines, without the fields that are not given."""
    pairs = value.items() if isinstance(value, dict) else (("-", entry) for entry in value)
    lines = []
    for key, entry in pairs:
        lead = f"{indent}{key} " if key == "-" else f"{indent}{key.replace('_', ' ')}: "
        if isinstance(entry, dict | list | tuple):
            if entry:
                lines += [lead.rstrip(), *_lines(entry, indent + "  ")]
        elif entry is not None:
            lines.append(f"{lead}{entry}")
    return lines


def item_named(id_: str, library: Library) -> Item:
    """The item of an id. Raises Usage."""
    try:
        return library[id_]
    except UnknownId as error:
        raise Usage(f"{error} `coprod list KIND` shows the ids of a kind.") from None


def check_roots(roots: Sequence[Path], form: str, *, strict: bool, advice: bool = False) -> None:
    """Print every finding about content and brand; fail on errors, and with `strict` on all else too.

    With `advice` editorial advice is printed as well, on which nothing fails.
    """
    library, findings = examine(*with_canonical(roots))
    looked_at = (*library_advice(library), *easy_read_findings(library)) if library else ()
    found = in_order((*findings, *looked_at, *_brand_findings(roots)))
    editorial = editorial_report(library, roots) if advice and library else NOTHING
    printed = in_order((*found, *editorial.findings))
    print_findings(printed, form)
    errors = [finding for finding in found if finding.level == "error"]
    if form == "text":
        for line in editorial.lines:
            say(line)
        items = sum(1 for _ in library) if library else 0
        say(f"{counted(items, 'item')}, {counted(len(errors), 'error')}, {len(printed) - len(errors)} to look at")
    elif editorial.left_out:
        complain(editorial.left_out)
    ask_a_person(form)
    if errors or (strict and found):
        raise typer.Exit(1)


def _brand_findings(roots: Sequence[Path]) -> tuple[Finding, ...]:
    try:
        load_brand(*(root for root in roots if root.is_dir()))
    except ContentError as error:
        return error.findings
    return ()


def export_library(form: str, out: Path | None, roots: Sequence[Path]) -> None:
    """Write the library in a format to a file or to the screen."""
    text = _EXPORTS[form](library_of(roots))
    if out is None:
        sys.stdout.write(text)
        return
    write_whole(out, text.encode())
    say(f"{out.name}  {len(text.encode()):,} bytes")


def print_schema(kind: str | None, out: Path | None) -> None:
    """Print the schema of a kind, or write those of all of them."""
    if kind is not None and kind not in schemas.names():
        known = ", ".join(schemas.names())
        raise Usage(f"There is no schema '{kind}'. {nearest(kind, schemas.names()) or 'Known: ' + known + '.'}")
    names = (kind,) if kind else schemas.names()
    if out is None:
        together = {name: json.loads(schemas.schema_of(name)) for name in names}
        sys.stdout.write(json.dumps(together[kind] if kind else together, ensure_ascii=False, indent=2) + "\n")
        return
    for name in names:
        write_whole(out / f"{name}.schema.json", schemas.schema_of(name).encode())
        say(f"{name}.schema.json")


def start_root(folder: Path) -> None:
    """Write a content root to start from into a folder that is new or empty."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Stop(f"{folder} is there already and is not empty. Choose a new folder.")
    for name, text in STARTER:
        write_whole(folder / name, text.encode())
        say(name)
    say(f"{counted(len(STARTER), 'file')}. Next: coprod check {folder}")
