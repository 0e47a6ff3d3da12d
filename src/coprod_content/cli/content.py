"""`coprod list`, `show`, `export` and `schema`: read the content."""

import sys
from json import loads
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from coprod_content.cli.console import note, print_json, print_rows, say
from coprod_content.cli.errors import Usage
from coprod_content.cli.options import AsJson, Keep, Replace, Roots, save
from coprod_content.cli.roots import library_of
from coprod_content.content.item_titles import title_of
from coprod_content.content.kinds import kind_named, kind_of
from coprod_content.content.model import Item
from coprod_content.content.source import AMEND, Source
from coprod_content.findings.finding import nearest


def list_items(
    kind: Annotated[str, typer.Argument(help="The kind of item, such as tools, postcards or workshops.")],
    theme: Annotated[str | None, typer.Option(help="The id or number of a theme.")] = None,
    purpose: Annotated[str | None, typer.Option(help="A purpose that `coprod list purposes` shows.")] = None,
    minutes: Annotated[int | None, typer.Option(help="How many minutes you have.")] = None,
    people: Annotated[int | None, typer.Option(help="The size of the group.")] = None,
    setting: Annotated[Literal["in-person", "online"] | None, typer.Option(help="Where you meet.")] = None,
    text: Annotated[str | None, typer.Option(help="Words that must all appear in the item.")] = None,
    json: AsJson = False,
    root: Roots = None,
) -> None:
    """List the items of a kind that match every option given."""
    library = library_of(root)
    found = library.find(
        kind=kind, theme=theme, purpose=purpose, minutes=minutes, people=people, setting=setting, text=text
    )
    known = kind_named(kind)
    absent = library.of_kind(kind).unavailable
    if json:
        listed = [_row(item) for item in found]
        print_json([*listed, *({"id": each.item.id, "kind": known.name, "unavailable": each.why} for each in absent)])
    elif found:
        changed = (" (amended)" if item.amended_by else "" for item in found)
        rows = [{"id": item.id, "title": title_of(item) + words} for item, words in zip(found, changed, strict=True)]
        print_rows(rows, known.name)
    else:
        say(f"No {known.plural} match all of these options.")
    for each in () if json else absent:
        note(each.why)


def _row(item: Item) -> dict[str, str]:
    source = item.source
    changes = "amends" if source.amends else "replaces"
    base = {changes: source.base.file} if source.base else {}
    return {"id": item.id, "kind": kind_of(item).name, "title": title_of(item), "file": source.file, **base}


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of an item.")],
    json: AsJson = False,
    root: Roots = None,
) -> None:
    """Show one item."""
    from coprod_content.files.converter import CONVERTER

    item = library_of(root)[id_]
    fields: dict[str, Any] = CONVERTER.unstructure(item)
    if json:
        print_json({"kind": kind_of(item).name, **fields})
        return
    say(f"{title_of(item)}  ({kind_of(item).name}, {_files(item.source)})")
    for line in _lines({key: value for key, value in fields.items() if key not in ("id", "source", "title")}, ""):
        say(line)


def _files(source: Source) -> str:
    """Name an item's file, and any files that it amends or replaces."""
    if source.base is None:
        return source.file
    verb = "amends" if source.amends else "replaces ours" if source.file == source.base.file else "replaces"
    return f"{source.file}, which {verb}" + ("" if verb == "replaces ours" else f" {_files(source.base)}")


def _lines(value: Any, indent: str) -> list[str]:
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


def export(
    form: Annotated[
        Literal["json", "csl-json", "bibtex"],
        typer.Option("--format", help="The whole library as `json`, or its references as `csl-json` or `bibtex`."),
    ] = "json",
    out: Annotated[Path | None, typer.Option(help="The file to write. Without it, the text is printed.")] = None,
    root: Roots = None,
    replace: Replace = False,
    keep: Keep = False,
) -> None:
    """Print the library or its references, or write them to a file."""
    from coprod_content.document.reference_exports import bibtex, csl_json
    from coprod_content.export import to_json

    text = {"json": to_json, "csl-json": csl_json, "bibtex": bibtex}[form](library_of(root))
    if out:
        (out,) = save(out.parent, {out.name: text.encode()}, replace=replace, keep=keep)
        note(f"{out.name}  {len(text.encode()):,} bytes")
    else:
        sys.stdout.write(text)


def schema(
    kind: Annotated[
        str | None,
        typer.Argument(help="A kind of item, or `about`, `brand` or `amend`. Without it, every schema is given."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="The folder to write the schemas to, one file each. Without it, they are printed."),
    ] = None,
    replace: Replace = False,
    keep: Keep = False,
) -> None:
    """Print the JSON Schema of content files, or write it to files.

    With a schema, a text editor can complete and check what you type.
    """
    from coprod_content import schema as schemas

    known = (*schemas.names(), AMEND)
    if kind is not None and kind not in known:
        fix = nearest(kind, known) or f"Choose from: {', '.join(known)}."
        raise Usage(f"There is no schema '{kind}'. {fix}")
    names = (kind,) if kind else known
    if out is None:
        together = {name: loads(schemas.schema_of(name)) for name in names}
        print_json(together[kind] if kind else together)
        return
    files = {f"{name}.schema.json": schemas.schema_of(name).encode() for name in names}
    for path in save(out, files, replace=replace, keep=keep):
        note(path.name)
