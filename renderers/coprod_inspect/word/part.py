"""One part of a Word file under inspection, with its paragraphs."""

from collections.abc import Iterator
from functools import cached_property

from attrs import field, frozen

from coprod_content.findings.fault import Fault
from coprod_inspect.shared_checks import LinkTexts, Spot, quoted
from coprod_office.reading.package import Relationship
from coprod_office.reading.theme import hex_value
from coprod_office.reading.word_styles import INHERITED, WordFormat, WordStyles
from coprod_office.reading.word_table_styles import WordTable
from coprod_office.reading.xml import WPS, A, Element, W, first_child

_TEXT, _TAB, _BREAK, _HYPHEN, _RUN = (f"{W}{name}" for name in ("t", "tab", "br", "noBreakHyphen", "r"))
_TABLE, _CELL, _CELL_PROPERTIES = (f"{W}{name}" for name in ("tbl", "tc", "tcPr"))
_PARAGRAPH, _PROPERTIES, _STYLE, _VAL = (f"{W}{name}" for name in ("p", "pPr", "pStyle", "val"))
LINK, SIMPLE_FIELD, FIELD_CODE, FIELD_MARK = (f"{W}{n}" for n in ("hyperlink", "fldSimple", "instrText", "fldChar"))
TEXT_BOX = f"{W}txbxContent"


@frozen(eq=False)
class WordParagraph:
    """A paragraph, the heading above it, and its table cell's format.

    Outside a table, `cell` is `INHERITED`. In a text box, `in_drawing` is true, and `background` is the fill colour of
    the text box, or None if the colour is unknown. Outside a text box, `background` is None.
    """

    element: Element
    text: str
    format: WordFormat
    heading: str
    cell: WordFormat
    in_drawing: bool
    background: str | None

    @property
    def level(self) -> int:
        """The heading level, counted from 1, or 0 for other text."""
        return 0 if self.in_drawing else self.format.heading or 0


def text_of_element(element: Element) -> str:
    """Return an element's text, excluding deleted text."""
    pieces = []
    for piece in element.iter(_TEXT, _TAB, _BREAK, _HYPHEN):
        if piece.tag == _TEXT:
            pieces.append(piece.text or "")
        elif piece.tag == _HYPHEN:
            pieces.append("-")
        elif (parent := piece.getparent()) is not None and parent.tag == _RUN:  # not a tab stop defined in a style
            pieces.append("\t" if piece.tag == _TAB else "\n")
    return "".join(pieces)


@frozen(eq=False)
class WordPart:
    """The body, header, footer or notes of a Word file.

    `name` is what messages call the part if there is no heading above a fault. `links` remembers the links in this part
    and in the parts inspected before it.
    """

    name: str
    root: Element
    styles: WordStyles
    relationships: dict[str, Relationship]
    links: LinkTexts
    _cells: dict[Element, WordFormat] = field(factory=dict, init=False)
    _tables: dict[Element, WordTable] = field(factory=dict, init=False)
    _surroundings: dict[Element | None, tuple[WordFormat, bool, str | None]] = field(factory=dict, init=False)

    @cached_property
    def inline(self) -> dict[Element, list[Element]]:
        """The links, fields and text boxes in each paragraph.

        The keys are the XML elements of paragraphs. Paragraphs without links, fields or text boxes are left out.
        """
        found: dict[Element, list[Element]] = {}
        for element in self.root.iter(LINK, SIMPLE_FIELD, FIELD_CODE, FIELD_MARK, TEXT_BOX):
            for paragraph in element.iterancestors(_PARAGRAPH):
                found.setdefault(paragraph, []).append(element)
        return found

    @cached_property
    def paragraphs(self) -> tuple[WordParagraph, ...]:
        """Every paragraph, in document order."""
        return tuple(self._paragraphs())

    def spot(self, heading: str) -> Spot:
        """Return a location, described by its heading or the part's name."""
        return Spot(f"under {quoted(heading)}" if heading else self.name, heading)

    def fault(self, code: str, what: str, paragraph: WordParagraph, words: str = "") -> Fault:
        """Return a fault in a paragraph.

        `code`, `what` and `words` are fields of `Fault`. If `words` is empty, the paragraph's text is used.
        """
        return self.spot(paragraph.heading).fault(code, what, words or paragraph.text.strip())

    def _paragraphs(self) -> Iterator[WordParagraph]:
        heading = ""
        default = self.styles.default("paragraph")
        for element in self.root.iter(_PARAGRAPH):
            properties = first_child(element, _PROPERTIES)
            named = None if properties is None else first_child(properties, _STYLE)
            style = self.styles.style_format(default if named is None else named.get(_VAL))
            format_ = self.styles.paragraph_format(properties).over(style)
            found = WordParagraph(element, text_of_element(element), format_, heading, *self._around(element))
            if found.level and found.text.strip():
                heading = " ".join(found.text.split())
            yield found

    def _around(self, element: Element) -> tuple[WordFormat, bool, str | None]:
        """Return `cell`, `in_drawing` and `background` for a `WordParagraph`."""
        parent = element.getparent()
        if parent not in self._surroundings:
            box = next(element.iterancestors(TEXT_BOX), None)
            background = None if box is None else _fill_colour(box)
            self._surroundings[parent] = self._cell_format(element), box is not None, background
        return self._surroundings[parent]

    def _cell_format(self, paragraph: Element) -> WordFormat:
        cell = next(paragraph.iterancestors(_CELL), None)
        if cell is None:
            return INHERITED
        if cell not in self._cells:
            own = self.styles.cell_format(first_child(cell, _CELL_PROPERTIES))
            self._cells[cell] = own.over(self._table_format(cell))
        return self._cells[cell]

    def _table_format(self, cell: Element) -> WordFormat:
        row = cell.getparent()
        table = None if row is None else next(row.iterancestors(_TABLE), None)
        if row is None or table is None:
            return INHERITED
        if table not in self._tables:
            self._tables[table] = WordTable.read(table, self.styles)
        return self._tables[table].cell_format(row, cell)


def _fill_colour(box: Element) -> str | None:
    shape = next(box.iterancestors(f"{WPS}wsp"), None)
    fill = None if shape is None else shape.find(f"{WPS}spPr/{A}solidFill/{A}srgbClr")
    return None if fill is None or len(fill) else hex_value(fill.get("val") or "")
