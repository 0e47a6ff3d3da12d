"""Finding the headings of a table, and the columns below."""

from collections.abc import Collection, Iterator

from attrs import frozen

from coprod_content.content.kinds import Kind
from coprod_content.findings.finding import Finding
from coprod_content.tables.columns import Column, TableColumns, columns_of, known_headings, likeliest_columns
from coprod_content.tables.table import Cell, Sheet, TableRow

_FIRST_ROWS = 20
_LEAST_KNOWN = 2


@frozen
class HeadedTable:
    """A table whose headings are understood.

    `of` describes the columns that tables of this kind of item can have. `columns` maps the index of each column that
    is read to its description. `headings` maps the index of each column that has a heading to that heading. `rows` are
    those below the headings.
    """

    table: Sheet
    of: TableColumns
    columns: dict[int, Column]
    headings: dict[int, str]
    rows: tuple[TableRow, ...]

    def cell(self, row: TableRow, index: int) -> Cell:
        """Return the cell of a row at a column index."""
        return Cell(self.table.name, row.number, index + 1, self.headings.get(index, ""))


def headed(table: Sheet, kind: Kind | None, skipped: Collection[str], findings: list[Finding]) -> HeadedTable | None:
    """Return a table with its headings, or None if they are unclear.

    They are unclear if no row has known headings, or if the headings suit several kinds of item. Problems are added to
    `findings`. `skipped` are headings of columns to leave out.
    """
    at = _row_of_headings(table)
    if not has_headings(table):
        return None
    row = table.rows[at]
    kinds = (columns_of(kind),) if kind else likeliest_columns(row.cells)
    if len(kinds) > 1:
        names = " or ".join(each.kind.plural for each in kinds)
        fix = "Use --as to say which."
        findings.append(_finding(Cell(table.name, row.number), f"the headings suit {names}.", fix))
        return None
    (of,) = kinds
    headings = {index: str(cell).strip() for index, cell in enumerate(row.cells) if str(cell).strip()}
    columns = {index: column for index, heading in headings.items() if (column := of.named(heading))}
    left_out = {heading.casefold() for heading in skipped}
    columns = {index: column for index, column in columns.items() if headings[index].casefold() not in left_out}
    made = HeadedTable(table, of, columns, headings, table.rows[at + 1 :])
    findings += _unknown(made, row, left_out)
    findings += _twice(made, row)
    findings += _missing(made, row)
    return made


def has_headings(table: Sheet) -> bool:
    """Return whether one of the first rows has known headings."""
    at = _row_of_headings(table)
    return bool(table.rows) and known_headings(table.rows[at].cells) >= _LEAST_KNOWN


def _row_of_headings(table: Sheet) -> int:
    rows = table.rows[:_FIRST_ROWS]
    return max(range(len(rows)), key=lambda at: known_headings(rows[at].cells), default=0)


def _finding(where: Cell, what: str, fix: str) -> Finding:
    return Finding(code="table-heading", where=where, what=what, fix=fix)


def _unknown(table: HeadedTable, row: TableRow, skipped: set[str]) -> Iterator[Finding]:
    """Yield a finding for each filled column without a known heading.

    Columns with a heading in `skipped` are left out.
    """
    width = max((len(each.cells) for each in table.rows), default=0)
    for index in range(width):
        heading = table.headings.get(index, "")
        filled = any(str(each.cells[index]).strip() for each in table.rows if index < len(each.cells))
        if index in table.columns or heading.casefold() in skipped or not filled:
            continue
        if not heading:
            what, fix = "this column has no heading.", "Write a heading, or delete the column."
        else:
            near = table.of.nearest(heading) or f"`coprod import --columns {table.of.kind.plural}` lists them."
            what, fix = (
                f"'{heading}' is not a known heading.",
                f'{near} To leave the column out, use --skip "{heading}".',
            )
        yield _finding(Cell(table.table.name, row.number, index + 1), what, fix)


def _twice(table: HeadedTable, row: TableRow) -> Iterator[Finding]:
    """Yield a finding for each column that repeats an earlier one.

    A column of lists can be repeated.
    """
    first: dict[Column, int] = {}
    for index, column in table.columns.items():
        before = first.setdefault(column, index)
        if before != index and not column.is_list:
            what = f"this column and column {Cell('', 0, before + 1)} are both for {column.heading}."
            yield _finding(table.cell(row, index), what.replace("column column", "column"), "Delete one of the two.")


def _missing(table: HeadedTable, row: TableRow) -> Iterator[Finding]:
    for column in table.of.missing(table.columns.values()):
        what = f"there is no column {column.heading}. {column.about}"
        fix = "Add it. `coprod import --template` makes a table with all columns."
        yield _finding(Cell(table.table.name, row.number), what, fix)
