"""Typed content items from tables, with the cells of their fields."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from hashlib import sha256
from typing import Any

import attrs
from attrs import field, frozen

from coprod_content.content.field_types import suggested_id
from coprod_content.content.item_titles import title_of
from coprod_content.content.kinds import Kind, kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Theme
from coprod_content.content.source import NOWHERE, FieldPath
from coprod_content.files.converter import CONVERTER
from coprod_content.files.field_errors import problems
from coprod_content.findings.finding import ContentError, Finding, in_order
from coprod_content.tables.cell_values import without_number
from coprod_content.tables.columns import columns_of, table_columns
from coprod_content.tables.csv_file import csv_table
from coprod_content.tables.headings import HeadedTable, headed
from coprod_content.tables.item_rows import ItemRows, items_in
from coprod_content.tables.table import LARGEST_TABLE, Cell, Sheet, UnreadableTable
from coprod_content.tables.workbook_file import ZIP, refuse_other_files, workbook_tables

_LONGEST_ID = 48
_NOT_WRITTEN = ("id", "source")
_APOSTROPHE = re.compile("['’]")


@frozen
class ImportedItem:
    """An item from a table, and the cells of its fields."""

    item: Item
    row: Cell
    places: dict[FieldPath, Cell] = field(repr=False)


def tables_in(data: bytes, file: str, sheet: str = "") -> tuple[Sheet, ...]:
    """Return the tables in a CSV file or an XLSX workbook.

    `file` is the name of the file in messages. If `sheet` is given, only that sheet is read. Raises UnreadableTable.
    """
    if len(data) > LARGEST_TABLE:
        fix = "Import a part of it at a time."
        raise UnreadableTable(file, f"is larger than {LARGEST_TABLE >> 20} MB, the limit for one import.", fix)
    refuse_other_files(data, file)
    if not data.startswith(ZIP):
        return (csv_table(data, file),)
    tables = workbook_tables(data, file)
    chosen = tuple(table for table in tables if table.title.casefold() == sheet.casefold()) if sheet else tables
    if not chosen:
        known = ", ".join(table.title for table in tables if table.title)
        raise UnreadableTable(file, f"has no visible sheet '{sheet}'.", f"Its sheets are: {known}.")
    return chosen


def items_of(
    tables: Sequence[Sheet], file: str, library: Library, *, kind: Kind | None = None, skip: Collection[str] = ()
) -> tuple[ImportedItem, ...]:
    """Return the items in the tables of a file.

    Titles of items in `library` can be written in place of ids. If `kind` is None, the headings decide, and tables
    without known headings are left out. Columns with the headings in `skip` are left out. Raises ContentError with all
    the problems found, each with its row and column.
    """
    findings: list[Finding] = []
    understood = [made for table in tables if (made := headed(table, kind, skip, findings))]
    if not understood and not findings:
        findings.append(_no_headings(file, kind))
    names = _Names(library)
    rows = [(made, item) for made in understood for item in items_in(made, names.given, findings)]
    names.add(rows)
    items = tuple(_typed(rows, names, findings))
    if not items and not findings:
        findings.append(_no_rows(file))
    if findings:
        raise ContentError(in_order(findings))
    return items


def unusable_headings(
    tables: Sequence[Sheet], file: str, kind: Kind | None, skip: Collection[str]
) -> tuple[Finding, ...]:
    """Return findings if no table has headings that can be used."""
    findings: list[Finding] = []
    usable = [table for table in tables if headed(table, kind, skip, findings)]
    return () if usable else in_order(findings) or (_no_headings(file, kind),)


def _no_headings(file: str, kind: Kind | None) -> Finding:
    what = f"no row has the headings of a table of {kind.plural if kind else 'postcards, tools, resources or terms'}."
    fix = "`coprod import --columns postcards` lists the headings for postcards, and likewise for the others."
    return Finding(code="table-heading", where=Cell(file), what=what, fix=fix)


def _no_rows(file: str) -> Finding:
    return Finding(code="table-file", where=Cell(file), what="has headings, but no rows below them.", fix="Add some.")


class _Names:
    """Ids of items by title, in a library and in tables."""

    def __init__(self, library: Library) -> None:
        self.ids: dict[tuple[str, str], str] = {}
        for item in library:
            self.ids.setdefault((kind_of(item).name, title_of(item).casefold()), item.id)
        self.known = {item.id for item in library}
        self.numbers = {str(item.number): item.id for item in library if isinstance(item, Theme)}

    @staticmethod
    def given(_: str, words: str) -> str:
        """Return the title itself, to be looked up later."""
        return words

    def add(self, rows: list[tuple[HeadedTable, ItemRows]]) -> None:
        for table, item in rows:
            item.value["id"] = item.value.get("id") or _id_from(item.name, table.of.kind.name)
            self.ids.setdefault((table.of.kind.name, item.name.casefold()), item.value["id"])

    def id_of(self, kind: str, words: str) -> str:
        number, rest = without_number(words) if kind == "theme" else ("", "")
        if number and (by_number := self.numbers.get(number)):
            return by_number if not rest or self.found(kind, rest) == by_number else words
        return self.found(kind, words) or words

    def found(self, kind: str, words: str) -> str:
        id_ = suggested_id(words)
        return self.ids.get((kind, words.casefold())) or (id_ if id_ in self.known else "")


def _id_from(title: str, kind: str) -> str:
    """Make an id from a title.

    If the title has no letters or digits that an id can contain, the id is a hash of the title.
    """
    id_ = suggested_id(_APOSTROPHE.sub("", title))
    if len(id_) > _LONGEST_ID:
        id_ = id_[: _LONGEST_ID + 1].rpartition("-")[0] or id_[:_LONGEST_ID]
    return id_ or f"{kind}-{sha256(title.encode()).hexdigest()[:6]}"


def _typed(rows: list[tuple[HeadedTable, ItemRows]], names: _Names, findings: list[Finding]) -> Iterator[ImportedItem]:
    seen: dict[str, ItemRows] = {}
    for table, item in rows:
        id_ = item.value["id"]
        before = seen.setdefault(id_, item)
        if before is not item:
            what = f"this row has the same id as row {before.row.line}, {id_}."
            fix = "Delete one of the two, or write different ids in a column called Id."
            findings.append(Finding(code="table-row", where=item.places.get(("id",), item.key), what=what, fix=fix))
        value = _resolved(item.value, table, names.id_of)
        try:
            made: Item = CONVERTER.structure({**value, "source": NOWHERE}, table.of.kind.type)
        except Exception as error:
            known = {finding.where for finding in findings}
            findings += (each for each in _refused(error, table, item) if each.where not in known)
        else:
            yield ImportedItem(made, item.row, {(): item.key, **item.places})


def _resolved(value: dict[str, Any], table: HeadedTable, id_of: Callable[[str, str], str]) -> dict[str, Any]:
    """Return the values of an item, with ids in place of titles."""
    made = dict(value)
    for column in columns_of(table.of.kind).columns:
        kind = getattr(column.marker, "kind", None)
        name = str(column.path[0])
        if kind and name in made:
            entry = made[name]
            made[name] = [id_of(kind, each) for each in entry] if isinstance(entry, list) else id_of(kind, entry)
    return made


def _refused(error: Exception, table: HeadedTable, item: ItemRows) -> Iterator[Finding]:
    """Yield the problems with an item's values, each at its cell."""
    for problem in problems(error):
        named = tuple(step for step in problem.path if isinstance(step, str))
        at = [index for index, column in table.columns.items() if column.path == named]
        where = item.place(problem.path)
        if problem.code == "missing-key":
            if not at:
                if not any(column.path == named and column.is_required for column in table.of.columns):
                    yield Finding(
                        code=problem.code, where=where, what=f"there is no {'.'.join(named)}.", fix=problem.fix
                    )
                continue  # the missing column is reported once
            place = item.place(problem.path[:-1]) if len(problem.path) > 1 else item.row
            where = Cell(place.file, place.line, at[0] + 1, table.headings[at[0]])
        what = "the cell is empty." if problem.code == "missing-key" else problem.what
        fix = "Fill it in." if problem.code == "missing-key" else problem.fix
        yield Finding(code=problem.code, where=where, what=what, fix=fix)


def importable_kinds() -> tuple[Kind, ...]:
    """Return the kinds of item that tables can contain."""
    return tuple(each.kind for each in table_columns())


def written_value(item: Item) -> dict[str, Any]:
    """Return an item's fields as they are written in its file."""
    value: dict[str, Any] = _written(item)
    return value


def _written(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_written(entry) for entry in value]
    if not attrs.has(type(value)):
        return value
    fields = ((each.name, getattr(value, each.name), each.default) for each in attrs.fields(type(value)))
    return {name: _written(inner) for name, inner, default in fields if name not in _NOT_WRITTEN and inner != default}
