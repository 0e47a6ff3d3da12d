"""Formatting that Word table cells inherit from the table style."""

from collections.abc import Iterator
from functools import reduce

from attrs import field, frozen

from coprod_office.reading.word_styles import INHERITED, WordFormat, WordStyles
from coprod_office.reading.xml import Element, W, is_on

_ROW, _CELL = f"{W}tr", f"{W}tc"
_STYLE, _LOOK = f"{W}tblPr/{W}tblStyle", f"{W}tblPr/{W}tblLook"
_CONDITIONS = ("firstRow", "lastRow", "firstColumn", "lastColumn")


@frozen(eq=False)
class WordTable:
    """A Word table's rows, style and enabled conditional formats."""

    rows: dict[Element, int]
    style: str | None
    conditions: frozenset[str]
    banded: bool
    styles: WordStyles
    _formats: dict[tuple[str, ...], WordFormat] = field(factory=dict, init=False)

    @classmethod
    def read(cls, table: Element, styles: WordStyles) -> "WordTable":
        """Return the table read from a `w:tbl` element."""
        named, look = table.find(_STYLE), table.find(_LOOK)
        conditions = () if look is None else (name for name in _CONDITIONS if is_on(look.get(f"{W}{name}", "0")))
        return cls(
            {row: at for at, row in enumerate(table.iterfind(_ROW))},
            styles.default("table") if named is None else named.get(f"{W}val"),
            frozenset(conditions),
            look is None or not is_on(look.get(f"{W}noHBand", "1")),
            styles,
        )

    def cell_format(self, row: Element, cell: Element) -> WordFormat:
        """Return the format that a cell inherits, including any conditional formats."""
        parts = (*self._parts(row, cell), "")
        if parts not in self._formats:
            formats = (self.styles.style_format(self.style, part) for part in parts)
            self._formats[parts] = reduce(WordFormat.over, formats, INHERITED)
        return self._formats[parts]

    def _parts(self, row: Element, cell: Element) -> Iterator[str]:
        """Yield a cell's conditional format names, highest precedence first."""
        at = self.rows.get(row)  # None for a row in a content control, which is not a direct child of the table
        is_header = at == 0 and "firstRow" in self.conditions
        if is_header:
            yield "firstRow"
        if at == len(self.rows) - 1 and "lastRow" in self.conditions:
            yield "lastRow"
        if "firstColumn" in self.conditions and cell is next(row.iterchildren(_CELL), None):
            yield "firstCol"
        if "lastColumn" in self.conditions and cell is next(row.iterchildren(_CELL, reversed=True), None):
            yield "lastCol"
        if at is not None and self.banded and not is_header:
            yield "band1Horz" if (at - ("firstRow" in self.conditions)) % 2 == 0 else "band2Horz"
