"""Gathering the rows of a table into items."""

from collections.abc import Iterator
from typing import Any

from attrs import Factory, define

from coprod_content.content.source import FieldPath
from coprod_content.findings.finding import Finding
from coprod_content.tables.cell_values import Names, cell_value
from coprod_content.tables.headings import HeadedTable
from coprod_content.tables.table import BadCell, Cell, RepeatedText, TableRow


@define
class ItemRows:
    """One item in a table: its values and their cells.

    `row` is the place of its first row, and `key` that of its title.
    """

    row: Cell
    key: Cell
    name: str
    value: dict[str, Any] = Factory(dict)
    places: dict[FieldPath, Cell] = Factory(dict)

    def place(self, path: FieldPath) -> Cell:
        """Return the cell of a field.

        If the field has no cell, return that of the part or item that contains it.
        """
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, self.key)


def items_in(table: HeadedTable, names: Names, findings: list[Finding]) -> Iterator[ItemRows]:
    """Yield the items of a table, and add problems to `findings`.

    `names` finds ids by title.
    """
    item: ItemRows | None = None
    lost = False
    for row in table.rows:
        cells = dict(_cells(table, row, findings))
        if not cells:
            continue
        if _is_bad(table, row):
            if item:
                yield item
            item, lost = None, True
            continue
        key = _key(table, cells)
        lost = lost and not key
        if lost:
            continue
        if key and not (item and key == item.name):
            if item:
                yield item
            item = ItemRows(Cell(table.table.name, row.number), _key_cell(table, row), key)
        if item is None:
            what, fix = f"this row has no {table.of.key.heading}.", "Fill in the cell, or delete the row."
            findings.append(Finding(code="table-row", where=_key_cell(table, row), what=what, fix=fix))
            continue
        _Adding(table, item, row, findings).add(cells, names)
    if item:
        yield item


def _cells(table: HeadedTable, row: TableRow, findings: list[Finding]) -> Iterator[tuple[int, str]]:
    for index in table.columns:
        cell = row.cells[index] if index < len(row.cells) else ""
        if isinstance(cell, BadCell):
            findings.append(Finding(code="table-cell", where=table.cell(row, index), what=cell.what, fix=cell.fix))
        elif cell.strip():
            yield index, cell


def _is_bad(table: HeadedTable, row: TableRow) -> bool:
    """Return whether the title in a row cannot be imported."""
    keys = [index for index, column in table.columns.items() if column == table.of.key]
    return any(index < len(row.cells) and isinstance(row.cells[index], BadCell) for index in keys)


def _key(table: HeadedTable, cells: dict[int, str]) -> str:
    """Return the title in a row, or an empty string."""
    found = (cells.get(index, "") for index, column in table.columns.items() if column == table.of.key)
    return next((words.strip() for words in found if words.strip()), "")


def _key_cell(table: HeadedTable, row: TableRow) -> Cell:
    index = next((index for index, column in table.columns.items() if column == table.of.key), -1)
    return table.cell(row, index) if index >= 0 else Cell(table.table.name, row.number)


@define
class _Adding:
    """Adds the cells of one row to an item."""

    table: HeadedTable
    item: ItemRows
    row: TableRow
    findings: list[Finding]

    def add(self, cells: dict[int, str], names: Names) -> None:
        parts = {index for index in cells if self.table.columns[index].is_of_part}
        within = self.part(cells, parts) if parts else ()
        for index, words in cells.items():
            column = self.table.columns[index]
            path = (*within, *column.path[1:]) if index in parts else column.path
            self.put(path, cell_value(column, words, names), index, words)

    def part(self, cells: dict[int, str], parts: set[int]) -> FieldPath:
        """Return the path of the part that a row belongs to.

        A part is a step, for example. A new part is added to the item unless the row continues a merged cell. `parts`
        are the indexes of the columns that fill parts.
        """
        column = self.table.columns[min(parts)]
        name = str(column.path[0])
        entries = self.item.value.setdefault(name, [])
        titles = [cells[index] for index in parts if self.table.columns[index].path[1] == "title"]
        if not entries or any(not isinstance(title, RepeatedText) for title in titles):
            entries.append({})
            self.item.places[name, len(entries) - 1] = Cell(self.table.table.name, self.row.number)
        return name, len(entries) - 1

    def put(self, path: FieldPath, value: object, index: int, words: str) -> None:
        target: Any = self.item.value
        for step in path[:-1]:
            target = target[step] if isinstance(step, int) else target.setdefault(step, {})
        where, name = self.table.cell(self.row, index), path[-1]
        if isinstance(value, list):
            for entry in value:
                if entry not in target.setdefault(name, []):
                    self.item.places[*path, len(target[name])] = where
                    target[name].append(entry)
            self.item.places.setdefault(path, where)
        elif name not in target or isinstance(value, dict):
            target[name] = {**target.get(name, {}), **value} if isinstance(value, dict) else value
            self.item.places[path] = where
        elif target[name] != value and not isinstance(words, RepeatedText):
            before = self.item.places[path]
            heading = self.table.columns[index].heading
            what = f"row {before.line} already has a different {heading} for this item."
            if not _key(self.table, {i: str(cell) for i, cell in enumerate(self.row.cells)}):
                what = (
                    f"this row has no {self.table.of.key.heading}, and row {before.line} already has a different "
                    f"{heading}."
                )
            fix = f"Keep one of the two. A new item needs its own {self.table.of.key.heading}."
            self.findings.append(Finding(code="table-row", where=where, what=what, fix=fix))
