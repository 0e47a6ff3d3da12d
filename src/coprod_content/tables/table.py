"""Tables as they are read from files, before their headings are understood."""

from attrs import frozen

from coprod_content.findings.finding import Finding, Place

MOST_ROWS = 500
"""The maximum number of rows to import at once. Checking this many cards takes about a minute."""


@frozen
class RowLimit:
    """The maximum number of rows, with the words of its message."""

    rows: int
    what: str
    fix: str


FOR_IMPORT = RowLimit(MOST_ROWS, "one import", "Import a part of it at a time, each part with the headings.")
LARGEST_TABLE = 8 << 20
"""The maximum size of a file, and of the unpacked XML in a workbook, in bytes."""


@frozen(order=True)
class Cell(Place):
    """A cell of a table, or a row if `column` is 0."""

    heading: str = ""

    def __str__(self) -> str:
        row = f"row {self.line}" if self.line else ""
        heading = f" ({self.heading})" if self.heading else ""
        column = f"column {letters(self.column)}{heading}" if self.column else ""
        return ", ".join(part for part in (self.file, row, column) if part)


class RepeatedText(str):
    """The text of a merged cell, repeated in its other rows."""

    __slots__ = ()


@frozen
class BadCell:
    """A cell that cannot be imported.

    `what` is the problem, and `fix` says what to do. `meant` is the date or time in the cell, as YYYY-MM-DD or HH:MM,
    or an empty string.
    """

    what: str
    fix: str
    meant: str = ""

    def __str__(self) -> str:
        return ""


@frozen
class TableRow:
    """A row's cells, and its number counted from 1."""

    number: int
    cells: tuple[str | BadCell, ...]

    @property
    def is_blank(self) -> bool:
        """Whether all cells are empty."""
        return not any(isinstance(cell, BadCell) or cell.strip() for cell in self.cells)


@frozen
class Sheet:
    """A CSV file, or one sheet of a workbook.

    `name` is the name of the file, with that of the sheet if there are several. `title` is empty for a CSV file.
    `notes` are sentences about what was left out.
    """

    name: str
    rows: tuple[TableRow, ...]
    title: str = ""
    notes: tuple[str, ...] = ()


class UnreadableTable(Exception):
    """Error for a file that cannot be read as a table."""

    def __init__(self, file: str, what: str, fix: str, row: int = 0) -> None:
        """Take the name of the file, the problem, and what to do."""
        self.finding = Finding(code="table-file", where=Cell(file, row), what=what, fix=fix)
        super().__init__(str(self.finding))


def letters(column: int) -> str:
    """Return the letters of a column, such as AB for 28."""
    name = ""
    while column:
        column, at = divmod(column - 1, 26)
        name = chr(ord("A") + at) + name
    return name


def refuse_many_rows(count: int, name: str, limit: RowLimit = FOR_IMPORT) -> None:
    """Raise UnreadableTable if a table has more rows than its limit."""
    if count > limit.rows:
        what = f"has more than {limit.rows:,} rows, the limit for {limit.what}."
        raise UnreadableTable(name, what, limit.fix)
