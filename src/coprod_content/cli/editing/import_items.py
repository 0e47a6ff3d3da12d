"""`coprod import`: items from tables, checked and written to a content root."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from attrs import evolve

from coprod_content.cli.check import checked_roots
from coprod_content.cli.console import complain, counted, next_step, note, print_rows, working
from coprod_content.cli.errors import Stop, Usage, needs_extra
from coprod_content.cli.options import clear, repeatable, save
from coprod_content.cli.roots import library_of
from coprod_content.content.kinds import Kind, counted_by_kind, kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.source import FieldPath, display_path
from coprod_content.files.content_root import root_fault
from coprod_content.files.root_files import unread_in_root
from coprod_content.files.yaml_reader import parse_yaml
from coprod_content.findings.finding import ContentError, Finding, Place, in_order
from coprod_content.loading import examine
from coprod_content.packs.writing.atomic_file_set import recover, replace_set
from coprod_content.packs.writing.output_errors import OutputError
from coprod_content.packs.writing.output_folder import writing_to
from coprod_content.tables.columns import kind_for
from coprod_content.tables.files_of_items import change_in_root, item_files
from coprod_content.tables.headings import has_headings
from coprod_content.tables.imported_items import ImportedItem, importable_kinds, items_of, tables_in, unusable_headings
from coprod_content.tables.table import LARGEST_TABLE, Cell, Sheet, UnreadableTable
from coprod_content.tables.template import CHOICES, EXPLAINED, column_rows, csv_template, workbook_template

_KINDS = "postcards, tools, resources or terms"
_NOTHING = "Nothing was imported."


def import_items(
    tables: Annotated[
        list[Path] | None, typer.Argument(help="CSV files and Excel workbooks.", show_default=False)
    ] = None,
    into: Annotated[
        Path | None, typer.Option("--into", help="The content root to write to.", show_default=False)
    ] = None,
    of: Annotated[
        str,
        typer.Option("--as", metavar="KIND", help=f"What the tables contain: {_KINDS}.", show_default="by headings"),
    ] = "",
    sheet: Annotated[str, typer.Option(help="The only sheet of a workbook to read.", show_default=False)] = "",
    skip: Annotated[
        list[str] | None, repeatable("HEADING", "A column to leave out. Can be given more than once.", "--skip")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace items that already exist.")] = False,
    columns: Annotated[
        str,
        typer.Option(
            "--columns", metavar="KIND", help="Explain the columns for this kind of item.", show_default=False
        ),
    ] = "",
    template: Annotated[
        Path | None, typer.Option("--template", help="Write an empty table to fill in.", show_default=False)
    ] = None,
) -> None:
    """Import postcards, tools, resources or terms from a spreadsheet.

    Each row is an item, except that a tool has a row for each of its steps.
    """
    kind = _kind(columns or of) if columns or of else None
    if columns and kind:
        print_rows(column_rows(kind), "column")
    elif template:
        _write_template(template, kind, replace=replace)
    elif not tables:
        raise Usage("Name the file to import, for example: coprod import cards.csv --into mine")
    elif not into:
        raise Usage("Use --into to name your content root. `coprod new root mine` makes one.")
    else:
        try:
            _import(tables, into, kind, sheet, skip or (), replace=replace)
        except (ContentError, OutputError) as error:
            raise Stop(f"{error}\n{_NOTHING}") from error


def _kind(word: str) -> Kind:
    kind = kind_for(word)
    if kind is None:
        raise Usage(f"'{word}' cannot be imported from a table. Choose {_KINDS}.")
    return kind


def _write_template(path: Path, kind: Kind | None, *, replace: bool) -> None:
    kind = kind or kind_for(path.stem)
    match path.suffix.lower():
        case ".csv" if kind:
            data = csv_template(kind)
        case ".csv":
            raise Usage("A CSV file has one kind of item. Use --as to say which, for example --as postcards.")
        case ".xlsx":
            with needs_extra("import"):
                data = workbook_template((kind,) if kind else importable_kinds(), library_of(None))
        case _:
            raise Usage("The name of the template must end in .csv or .xlsx.")
    (written,) = save(path.parent, {path.name: data}, replace=replace, keep=False)
    note(str(written))


def _import(
    paths: Sequence[Path], into: Path, kind: Kind | None, sheet: str, skip: Collection[str], *, replace: bool
) -> None:
    _refuse_root(into)
    findings: list[Finding] = []
    read = {path: _tables(path, sheet, findings) for path in paths}
    _raise_any(findings)
    for path, tables in read.items():
        findings += unusable_headings(tables, display_path(path), kind, skip)
    _raise_any(findings)
    library, found = examine(into)  # slow, so unusable headings are refused first
    if library is None:
        raise ContentError(found)
    items: list[ImportedItem] = []
    for path, tables in read.items():
        try:
            items += items_of(tables, display_path(path), library, kind=kind, skip=skip)
        except ContentError as error:
            findings += error.findings
    _raise_any(findings)
    imported = [each.item for each in items]
    if not replace:
        _refuse_changes(imported, into, library)
    with working(f"Checking {counted(len(items), 'item')} …"):
        warnings = _checked(items, into)
    for finding in warnings:
        complain(str(finding))
    clear(into)
    with writing_to(into):
        recover(into)
        files = change_in_root(into, imported).files
        if files:
            replace_set(into, {name: text.encode() for name, text in files.items()})
    for name in files:
        note(name)
    note(f"{counted_by_kind(imported)}.{'' if files else ' Nothing has changed.'} {next_step('check', into)}")
    others = [finding for finding in examine(into)[1] if finding.level == "error"]
    for line in (f"{display_path(into)} still has other errors:", *others) if others else ():
        complain(str(line))


def _tables(path: Path, sheet: str, findings: list[Finding]) -> tuple[Sheet, ...]:
    """Read the tables in a file, and print what is left out.

    If the file cannot be read, adds the reason to `findings` and returns an empty tuple.
    """
    with path.open("rb") as stream:
        data = stream.read(LARGEST_TABLE + 1)
    try:
        with needs_extra("import"):
            tables = tables_in(data, display_path(path), sheet)
    except UnreadableTable as error:
        findings.append(error.finding)
        return ()
    for table in tables:
        for note_ in table.notes:
            complain(note_)
        if table.rows and not has_headings(table) and table.title not in (EXPLAINED, CHOICES):
            complain(f"{table.name} is left out, because it has no known headings.")
    return tables


def _raise_any(findings: Sequence[Finding]) -> None:
    if findings:
        raise ContentError(findings)


def _refuse_root(into: Path) -> None:
    """Raise ContentError for a folder that is not a content root.

    An empty folder is accepted, because it can become one.
    """
    if fault := root_fault(into):
        raise ContentError([fault])
    wrong = [finding for finding in unread_in_root(into) if finding.code == "no-content"]
    if wrong and any(into.iterdir()):
        raise ContentError(wrong)


def _refuse_changes(imported: Sequence[Item], into: Path, library: Library) -> None:
    """Raise Stop if imported items would replace existing items that differ.

    An item of the same kind with the same id in coprod's own content always counts as different.
    """
    differing = change_in_root(into, imported).differing
    lines = [f"{display_path(into)}/{name} already exists, and is different." for name in differing]
    for item in imported:
        ours = library.get(item.id)
        if ours and kind_of(ours) == kind_of(item) and Path(ours.source.root) != into:
            lines.append(
                f"There is already {kind_of(item).with_article} with the id {item.id} in coprod's own content."
            )
    if lines:
        raise Stop("\n".join((*lines, f"{_NOTHING} Use --replace to replace them, or change the ids.")))


def _checked(items: Sequence[ImportedItem], into: Path) -> tuple[Finding, ...]:
    """Check items as part of a root, and return any warnings.

    Raises ContentError with all errors in the items, at the cells that they come from.
    """
    with TemporaryDirectory() as folder:
        files = item_files(each.item for each in items)
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        found = checked_roots([into], Path(folder)).findings
        cells = _cells(items, files, folder)
    placed = in_order(_in_table(finding, cells) for finding in found)
    imported = [finding for finding in placed if isinstance(finding.where, Cell)]
    _raise_any([finding for finding in imported if finding.level == "error"])
    return tuple(finding for finding in imported if finding.level == "warning")


def _cells(items: Iterable[ImportedItem], files: Mapping[str, str], folder: str) -> list[tuple[Place, Cell]]:
    """Pair positions in the checked files with their cells, sorted by position."""
    found: list[tuple[Place, Cell]] = []
    for each in items:
        kind = kind_of(each.item)
        name = f"{kind.plural}.yaml" if kind.one_file else f"{kind.plural}/{each.item.id}.yaml"
        within: FieldPath = (each.item.id,) if kind.one_file else ()
        parsed = parse_yaml(files[name], display_path(Path(folder, name)))
        for path, cell in each.places.items():
            places = (parsed.place((*within, *path)), parsed.place((*within, *path), key=True))
            found += ((place, cell) for place in places if path or kind.one_file or place.line == 1)
    return sorted(found)


def _in_table(finding: Finding, cells: Sequence[tuple[Place, Cell]]) -> Finding:
    """Return a finding, at the cell in `cells` that it concerns."""
    if finding.where is None:
        return finding
    at = bisect_right([place for place, _ in cells], finding.where) - 1
    if at < 0 or cells[at][0].file != finding.where.file:
        return finding
    return evolve(finding, where=cells[at][1], field="")
