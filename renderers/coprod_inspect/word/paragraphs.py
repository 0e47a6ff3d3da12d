"""The story of a Word file: its paragraphs in order, each with heading, cell and style."""

from collections.abc import Iterator

from attrs import field, frozen

from coprod_office.reading.word_styles import NOTHING, WordFormat, WordStyles
from coprod_office.reading.word_table_styles import WordTable
from coprod_office.reading.xml import MC, WPS, A, Element, W, child

_WORDS, _TAB, _BREAK, _HYPHEN, _RUN = (f"{W}{name}" for name in ("t", "tab", "br", "noBreakHyphen", "r"))
_TABLE, _CELL, _OF_CELL = (f"{W}{name}" for name in ("tbl", "tc", "tcPr"))
BOXED = f"{W}txbxContent"
_PARAGRAPH, _PROPERTIES, _STYLE, _VAL = (f"{W}{name}" for name in ("p", "pPr", "pStyle", "val"))


@frozen(eq=False)
class WordParagraph:
    """A paragraph: its element, words and look, the heading above it, and the look of the cell that it is in.

    `drawn` is whether it stands in a drawing; `ground` is what then lies behind it, nothing where it cannot be told.
    """

    element: Element
    words: str
    look: WordFormat
    heading: str
    cell: WordFormat
    drawn: bool
    ground: str | None

    @property
    def level(self) -> int:
        """The level of a heading from one; zero for text."""
        return 0 if self.drawn else self.look.outline or 0


def without_fallbacks(root: Element) -> Element:
    """A root without what is only there for old programs, so that nothing is met twice."""
    for fallback in list(root.iter(f"{MC}Fallback")):
        parent = fallback.getparent()
        if parent is not None:
            parent.remove(fallback)
    return root


def said(element: Element) -> str:
    """The words of an element, without what was deleted."""
    pieces = []
    for piece in element.iter(_WORDS, _TAB, _BREAK, _HYPHEN):
        tag = piece.tag
        if tag == _WORDS:
            pieces.append(piece.text or "")
        elif tag == _HYPHEN:
            pieces.append("-")
        elif _in_run(piece):
            pieces.append("\t" if tag == _TAB else "\n")
    return "".join(pieces)


def by_paragraph(root: Element, *tags: str) -> dict[Element, list[Element]]:
    """The elements of some tags below a root, by each of the paragraphs that they are in, in their order."""
    found: dict[Element, list[Element]] = {}
    for element in root.iter(*tags):
        for paragraph in element.iterancestors(_PARAGRAPH):
            found.setdefault(paragraph, []).append(element)
    return found


def _in_run(piece: Element) -> bool:
    parent = piece.getparent()
    return parent is not None and parent.tag == _RUN


@frozen(eq=False)
class WordStory:
    """The paragraphs of a part."""

    root: Element
    looks: WordStyles
    _cells: dict[Element, WordFormat] = field(factory=dict, init=False)
    _tables: dict[Element, WordTable] = field(factory=dict, init=False)
    _places: dict[Element | None, tuple[WordFormat, bool, str | None]] = field(factory=dict, init=False)

    def paragraphs(self) -> Iterator[WordParagraph]:
        """Every paragraph, in the order of the text."""
        heading = ""
        normal = self.looks.default("paragraph")
        for element in self.root.iter(_PARAGRAPH):
            properties = child(element, _PROPERTIES)
            named = None if properties is None else child(properties, _STYLE)
            style = self.looks.style(normal if named is None else named.get(_VAL))
            look = self.looks.paragraph(properties).over(style)
            found = WordParagraph(element, said(element), look, heading, *self._place(element))
            if found.level and found.words.strip():
                heading = " ".join(found.words.split())
            yield found

    def _place(self, element: Element) -> tuple[WordFormat, bool, str | None]:
        """The look of the cell that a paragraph is in, whether it is drawn, and the ground: the same beside others."""
        parent = element.getparent()
        if parent not in self._places:
            box = next(element.iterancestors(BOXED), None)
            self._places[parent] = self._cell(element), box is not None, None if box is None else _ground(box)
        return self._places[parent]

    def _cell(self, element: Element) -> WordFormat:
        cell = next(element.iterancestors(_CELL), None)
        if cell is None:
            return NOTHING
        if cell not in self._cells:
            self._cells[cell] = self._cell_look(cell)
        return self._cells[cell]

    def _cell_look(self, cell: Element) -> WordFormat:
        """The look of a cell: its own, then the parts of its table's style, the strongest first."""
        row = cell.getparent()
        table = None if row is None else next(row.iterancestors(_TABLE), None)
        own = self.looks.cell(child(cell, _OF_CELL))
        if row is None or table is None:
            return own
        if table not in self._tables:
            self._tables[table] = WordTable.of(table, self.looks)
        return own.over(self._tables[table].look(row, cell))


def _ground(box: Element) -> str | None:
    """The colour of the text box itself, where it has one plain colour."""
    shape = next(box.iterancestors(f"{WPS}wsp"), None)
    fill = None if shape is None else shape.find(f"{WPS}spPr/{A}solidFill/{A}srgbClr")
    value = "" if fill is None or len(fill) else fill.get("val") or ""
    return f"#{value.lower()}" if len(value) == 6 else None
