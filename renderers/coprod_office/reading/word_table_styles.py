"""Tables of a Word file: the parts of its style that each cell takes after."""

from collections.abc import Iterator

from attrs import field, frozen

from coprod_office.reading.word_styles import NOTHING, WordFormat, WordStyles
from coprod_office.reading.xml import Element, W, on

_ROW, _CELL = f"{W}tr", f"{W}tc"
_STYLE, _LOOK = f"{W}tblPr/{W}tblStyle", f"{W}tblPr/{W}tblLook"


@frozen(eq=False)
class WordTable:
    """A table: the place of each of its rows, its style, and which parts of that it has."""

    rows: dict[Element, int]
    style: str | None
    parts: frozenset[str]
    banded: bool
    looks: WordStyles
    _known: dict[tuple[str, ...], WordFormat] = field(factory=dict, init=False)

    @classmethod
    def of(cls, table: Element, looks: WordStyles) -> "WordTable":
        """What an element says of its table."""
        named, look = table.find(_STYLE), table.find(_LOOK)
        names = ("firstRow", "lastRow", "firstColumn", "lastColumn")
        said = () if look is None else (name for name in names if on(look.get(f"{W}{name}", "0")))
        return cls(
            {row: at for at, row in enumerate(table.iterfind(_ROW))},
            looks.default("table") if named is None else named.get(f"{W}val"),
            frozenset(said),
            look is None or not on(look.get(f"{W}noHBand", "1")),
            looks,
        )

    def look(self, row: Element, cell: Element) -> WordFormat:
        """What the style says of a cell: the parts that it is in, the strongest first, then the whole."""
        parts = tuple(self._parts(row, cell))
        if parts not in self._known:
            found = NOTHING
            for part in parts:
                found = found.over(self.looks.part(self.style, part))
            self._known[parts] = found.over(self.looks.style(self.style))
        return self._known[parts]

    def _parts(self, row: Element, cell: Element) -> Iterator[str]:
        at = self.rows.get(row)  # a row in a content control is no child of the table
        first, last = at == 0, at == len(self.rows) - 1
        if first and "firstRow" in self.parts:
            yield "firstRow"
        if last and "lastRow" in self.parts:
            yield "lastRow"
        if "firstColumn" in self.parts and cell is next(row.iterchildren(_CELL), None):
            yield "firstCol"
        if "lastColumn" in self.parts and cell is next(row.iterchildren(_CELL, reversed=True), None):
            yield "lastCol"
        if at is not None and self.banded and not (first and "firstRow" in self.parts):
            yield "band1Horz" if (at - ("firstRow" in self.parts)) % 2 == 0 else "band2Horz"
