"""Read a list of organisations: a CSV file, workbook or YAML file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_batch.listed_organisation import HEADINGS, ListedOrganisation, OrganisationRow
from coprod_content.content.source import display_path
from coprod_content.files.converter import CONVERTER
from coprod_content.files.field_errors import problems
from coprod_content.files.root_files import is_yaml
from coprod_content.files.text_file import decode_utf8, read_bytes
from coprod_content.files.yaml_reader import parse_yaml
from coprod_content.findings.finding import ContentError, Finding, Place, in_order, nearest
from coprod_content.tables.csv_file import csv_table
from coprod_content.tables.table import LARGEST_TABLE, BadCell, Cell, RowLimit, Sheet, TableRow, UnreadableTable
from coprod_content.tables.workbook_file import ZIP, refuse_other_files, workbook_tables

MOST = RowLimit(10_000, "one run", "Split the list, and give each part the headings.")
_FIRST_ROWS = 20
_NOT_WORDS = re.compile(r"[\W_]+")
_ENTRIES = re.compile(r"[\n,;]+")
_FIELDS = {heading: name for name, headings in HEADINGS.items() for heading in headings}


@frozen
class _Given:
    """The values of a row as text, each with its place."""

    values: dict[str, Any]
    places: dict[str, Place]
    where: Place


def organisations_in(path: Path) -> tuple[OrganisationRow, ...]:
    """Return the organisations in a list.

    Raises ContentError with every problem in every row, UnreadableFile if the list cannot be read, and
    ModuleNotFoundError if the list is a workbook and openpyxl is not installed.
    """
    file, findings = display_path(path), list[Finding]()
    data = read_bytes(path, file) if is_yaml(path) else _table_bytes(path, file)
    try:
        given = _yaml_rows(data, file, findings) if is_yaml(path) else _table_rows(data, file, findings)
    except UnreadableTable as error:
        raise ContentError([error.finding]) from error
    rows = tuple(row for each in given if (row := _typed(each, findings)))
    findings += _clashes(given)
    if not rows and not findings:
        findings.append(_finding(Cell(file), "has no rows.", "Add a row for each organisation."))
    if findings:
        raise ContentError(in_order(findings))
    return rows


def _table_bytes(path: Path, file: str) -> bytes:
    """Return the bytes of a table.

    Raises ContentError if it is larger than `LARGEST_TABLE`, without reading the rest, and UnreadableFile if it cannot
    be read.
    """
    if path.is_file():
        with path.open("rb") as stream:
            data = stream.read(LARGEST_TABLE + 1)
        if len(data) > LARGEST_TABLE:
            raise ContentError([_finding(Cell(file), f"is larger than {LARGEST_TABLE >> 20} MB.", MOST.fix)])
        return data
    return read_bytes(path, file)


def _finding(where: Place, what: str, fix: str, field: str = "") -> Finding:
    return Finding(code="table-row", where=where, field=field, what=what, fix=fix)


def _words(heading: object) -> str:
    return _NOT_WORDS.sub(" ", str(heading)).strip().casefold()


def _recognised(cells: Iterable[object]) -> int:
    return sum(_words(cell) in _FIELDS for cell in cells)


def _table_rows(data: bytes, file: str, findings: list[Finding]) -> tuple[_Given, ...]:
    refuse_other_files(data, file)
    sheets = workbook_tables(data, file, MOST) if data.startswith(ZIP) else (csv_table(data, file, _recognised, MOST),)
    sheet = max(
        sheets, key=lambda each: max(map(_recognised, (row.cells for row in each.rows[:_FIRST_ROWS])), default=0)
    )
    first = sheet.rows[:_FIRST_ROWS]
    at = max(range(len(first)), key=lambda each: _recognised(first[each].cells), default=0)
    columns = _columns(sheet, at, findings) if first else {}
    if not first or not {"id", "name"} <= set(columns.values()):
        missing = [HEADINGS[name][0].capitalize() for name in ("id", "name") if name not in columns.values()]
        what = f"has no column {' and no column '.join(missing)}."
        they = "them" if missing[1:] else "it"
        fix = f"Add {they}. The possible headings are: {', '.join(each[0] for each in HEADINGS.values())}."
        findings[:] = [_finding(Cell(sheet.name, first[at].number if first else 0), what, fix)]
        return ()
    headings = {index: str(first[at].cells[index]).strip() for index in columns}
    return tuple(_given(row, sheet, columns, headings, findings) for row in sheet.rows[at + 1 :])


def _columns(sheet: Sheet, at: int, findings: list[Finding]) -> dict[int, str]:
    """Return the field of each column, by its index."""
    columns: dict[int, str] = {}
    for index, cell in enumerate(sheet.rows[at].cells):
        words, where = _words(cell), Cell(sheet.name, sheet.rows[at].number, index + 1)
        field = _FIELDS.get(words, "")
        if field in columns.values():
            findings.append(_finding(where, f"there are two columns for {HEADINGS[field][0]}.", "Delete one of them."))
        elif field:
            columns[index] = field
        elif words:
            known = ", ".join(each[0] for each in HEADINGS.values())
            fix = nearest(words, _FIELDS) or f"Use one of these headings: {known}."
            findings.append(_finding(where, f"'{cell}' is not a known heading.", f"{fix} Or delete the column."))
    return columns


def _given(
    row: TableRow, sheet: Sheet, columns: dict[int, str], headings: dict[int, str], findings: list[Finding]
) -> _Given:
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for index, name in columns.items():
        cell = row.cells[index] if index < len(row.cells) else ""
        where = places[name] = Cell(sheet.name, row.number, index + 1, headings[index])
        if isinstance(cell, BadCell) and not (cell.meant and name in ("day", "starts")):
            findings.append(_finding(where, cell.what, cell.fix))
            values[name] = ""
            continue
        words = cell.meant if isinstance(cell, BadCell) else cell.strip()
        if words:
            entries = [each.strip() for each in _ENTRIES.split(words) if each.strip()]
            values[name] = entries if name == "access" else words
    return _Given(values, places, Cell(sheet.name, row.number))


def _yaml_rows(data: bytes, file: str, findings: list[Finding]) -> tuple[_Given, ...]:
    parsed = parse_yaml(decode_utf8(data, file), file)
    findings += parsed.findings
    entries = parsed.value if isinstance(parsed.value, list) else []
    if not entries or not all(isinstance(each, dict) for each in entries):
        fix = "Start each organisation with '- id: ', and write the other keys below."
        findings[:] = findings or [_finding(Place(file, 1, 1), "is not a list of organisations.", fix)]
        return ()
    if len(entries) > MOST.rows:
        findings[:] = [
            _finding(Place(file), f"has more than {MOST.rows:,} entries, the limit for {MOST.what}.", MOST.fix)
        ]
        return ()
    made = []
    for at, entry in enumerate(entries):
        assert isinstance(entry, dict)
        places = {name: parsed.place((at, name)) for name in entry}
        made.append(_Given(dict(entry), places, parsed.place((at,))))
    return tuple(made)


def _typed(given: _Given, findings: list[Finding]) -> OrganisationRow | None:
    known = {each.where for each in findings}
    try:
        made = CONVERTER.structure(given.values, ListedOrganisation)
    except Exception as error:
        for problem in problems(error):
            name = str(problem.path[0]) if problem.path else ""
            where = given.places.get(name, given.where)
            if where in known:
                continue
            what, fix = problem.what, problem.fix
            if problem.code == "missing-key":
                what, fix = ("the cell is empty.", "Fill it in.") if name in given.places else (f"{name} {what}", fix)
            findings.append(_finding(where, what, fix, "" if isinstance(where, Cell) else name))
        return None
    return OrganisationRow(made, given.where, tuple(given.places.items()))


def _clashes(rows: Sequence[_Given]) -> Iterator[Finding]:
    """Yield a finding for each row whose id an earlier row uses."""
    first: dict[str, _Given] = {}
    for row in rows:
        id_ = str(row.values.get("id", ""))
        before = first.setdefault(id_, row)
        if before is not row and id_:
            at = f"row {before.where.line}" if isinstance(before.where, Cell) else f"line {before.where.line}"
            where = row.places.get("id", row.where)
            yield _finding(where, f"the id '{id_}' is already used in {at}.", "Choose another id.")
