"""Tables as they are read from files, before their headings are understood."""

from attrs import frozen

from coprod_content.findings.finding import Finding, Place

MOST_ROWS = 500
"""The maximum number of rows to import at once. Checking this many cards takes about a minute."""
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

    `what` is the problem, and `fix` says what to do.
    """

    what: str
    fix: str

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


def refuse_many_rows(count: int, name: str) -> None:
    """Raise UnreadableTable if a table has more than `MOST_ROWS` rows."""
    if count > MOST_ROWS:
        fix = "Import a part of it at a time, each part with the headings."
        raise UnreadableTable(name, f"has more than {MOST_ROWS} rows, the limit for one import.", fix)
