"""Heights of paragraphs and table rows, estimated from XML and styles.

Lengths are in millimetres, except in `ParagraphLook`, where spacing and type sizes are in points.
"""

from collections.abc import Callable
from functools import reduce

from attrs import define, field
from lxml import etree

from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle
from coprod_content.text.spans import Span
from coprod_guide.pagination.paragraph_look import PLAIN, ParagraphLook, own_format, style_of, twentieths, value_of
from coprod_guide.styles.formatting import MM_PER_TWIP
from coprod_guide.wordprocessingml import NAMESPACES
from coprod_office.reading.theme import read_theme
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import WP, Element, W, first_child

_MM_PER_EMU = 1 / 36_000
_INLINE, _EXTENT = f"{WP}inline", f"{WP}extent"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_NUMBER = Span("Step 10: ", strong=True)  # a numbered heading's number, which is not in its text
_BELOW_PICTURE = 0.3  # descent of the letters on a picture's line, in ems
_BETWEEN_ROWS = 0.75 * MM_PER_PT

_Content = tuple[tuple[Span, ...], float, float]


@define
class BodyHeights:
    """Estimates of the heights of paragraphs and table rows, in one font.

    Heights and widths are in millimetres.
    """

    _styles: WordStyles
    _metrics: FontMetrics
    _default: ParagraphLook
    _known: dict[str | None, ParagraphLook] = field(factory=dict)
    _paragraphs: dict[bytes, ParagraphLook] = field(factory=dict)
    _runs: dict[tuple[bytes, ParagraphLook], ParagraphLook] = field(factory=dict)
    _contents: dict[tuple[bytes, ParagraphLook], _Content] = field(factory=dict)

    @classmethod
    def of(cls, styles: bytes, metrics: FontMetrics) -> "BodyHeights":
        """Return estimates for a font and the styles of a document.

        `styles` is the XML of `word/styles.xml`.
        """
        root = etree.fromstring(styles)
        paragraph, run = (root.find(f"{W}docDefaults/{W}{kind}PrDefault/{W}{kind}Pr") for kind in ("p", "r"))
        return cls(WordStyles.read(root, read_theme(None, {})), metrics, own_format(paragraph, run).over(PLAIN))

    def in_font(self, metrics: FontMetrics) -> "BodyHeights":
        """Return estimates for the same styles in another font."""
        known = self._known, self._paragraphs, self._runs, self._contents
        return BodyHeights(self._styles, metrics, self._default, *known)

    def of_xml(self, xml: str, width: float) -> float:
        """Return the height of paragraphs and tables, given as XML, at `width`."""
        return self.of_paragraphs(elements_of(xml), width)

    def of_paragraphs(self, paragraphs: list[Element], width: float) -> float:
        """Return the height of paragraphs and tables at a given width."""
        height = 0.0
        for before, paragraph, after in zip((None, *paragraphs), paragraphs, (*paragraphs[1:], None), strict=False):
            if paragraph.tag == f"{W}tbl":
                height += sum(self.of_rows(paragraph))
            elif paragraph.tag == f"{W}p":
                height += self.of_paragraph(paragraph, width, before, after)
        return height

    def of_paragraph(
        self, paragraph: Element, width: float, before: Element | None = None, after: Element | None = None
    ) -> float:
        """Return a paragraph's height, without any borders that it shares.

        `before` and `after` are its neighbours. Neighbouring paragraphs with the same borders share a box. Some styles
        have no space between neighbouring paragraphs in the same style.
        """
        format_ = self._format(paragraph)
        joined = [format_.contextual and style_of(each) == style_of(paragraph) for each in (before, after)]
        spaces = zip((format_.before, format_.after), joined, strict=True)
        spacing = sum(space or 0.0 for space, is_joined in spaces if not is_joined)
        above = 0.0 if format_.borders == self.borders(before) else format_.above or 0.0
        below = 0.0 if format_.borders == self.borders(after) else format_.below or 0.0
        room = width - (format_.left or 0.0) - (format_.right or 0.0)
        text = self._text_height(paragraph, format_, room)
        return text + (spacing + above + below) * MM_PER_PT

    def keeps_next(self, paragraph: Element) -> bool:
        """Return whether a paragraph is kept with the next."""
        return bool(self._format(paragraph).keep_next)

    def starts_page(self, paragraph: Element) -> bool:
        """Return whether a paragraph or its style starts a new page."""
        return bool(self._format(paragraph).new_page)

    def space_before(self, paragraph: Element) -> float:
        """Return the space above a paragraph, in points."""
        return self._format(paragraph).before or 0.0

    def of_rows(self, table: Element) -> list[float]:
        """Return the height of each row of a table."""
        style = self._styles.ancestry(value_of(table.find(f"{W}tblPr/{W}tblStyle")))
        usual = [found for each in style if (found := each.find(f"{W}tblPr/{W}tblCellMar")) is not None][:1]
        return [
            max((self._cell_height(cell, usual) for cell in row.iterchildren(f"{W}tc")), default=0.0) + _BETWEEN_ROWS
            for row in table.iterchildren(f"{W}tr")
        ]

    def _cell_height(self, cell: Element, usual: list[Element]) -> float:
        own = [margins for margins in (cell.find(f"{W}tcPr/{W}tcMar"),) if margins is not None]
        margins = dict.fromkeys(("left", "right", "top", "bottom"), 0.0)
        for found in (*usual, *own):
            margins |= {etree.QName(side).localname: twentieths(side, "w") * MM_PER_TWIP for side in found}
        width = twentieths(cell.find(f"{W}tcPr/{W}tcW"), "w") * MM_PER_TWIP - margins["left"] - margins["right"]
        inside = self.of_paragraphs([each for each in cell if each.tag != f"{W}tcPr"], width)
        return inside + margins["top"] + margins["bottom"]

    def borders(self, element: Element | None) -> str:
        """Return a key for a paragraph's borders, or "" for no borders."""
        return "" if element is None or element.tag != f"{W}p" else self._format(element).borders or ""

    def _format(self, paragraph: Element) -> ParagraphLook:
        properties = first_child(paragraph, f"{W}pPr")
        if properties is None:
            return self._style_format(None)
        key = etree.tostring(properties, with_tail=False)  # paragraphs change between calls
        if key not in self._paragraphs:
            self._paragraphs[key] = own_format(properties, None).over(self._style_format(style_of(paragraph)))
        return self._paragraphs[key]

    def _style_format(self, id_: str | None) -> ParagraphLook:
        if id_ not in self._known:
            styles = reversed(self._styles.ancestry(id_))
            own = (own_format(first_child(each, f"{W}pPr"), first_child(each, f"{W}rPr")) for each in styles)
            self._known[id_] = reduce(lambda base, format_: format_.over(base), own, self._default)
        return self._known[id_]

    def on_one_line(self, paragraph: Element) -> tuple[str, Callable[[str], float]]:
        """Return a paragraph's words, and a function that measures words.

        The function returns the width in millimetres of words on one line.
        """
        spans, size, _ = self._content(paragraph, self._format(paragraph))
        strong, type_ = any(span.strong for span in spans), TextStyle(size)
        return "".join(span.text for span in spans), lambda words: self._metrics.width(words, type_, strong=strong)

    def _text_height(self, paragraph: Element, format_: ParagraphLook, width: float) -> float:
        spans, size, tallest = self._content(paragraph, format_)
        single = size * self._metrics.natural
        line = max(single * (format_.line or 1.0), format_.least or 0.0) * MM_PER_PT
        lines = self._metrics.lines(spans, width, TextStyle(size)) if spans else 1
        pictured = tallest * max(1.0, format_.line or 1.0) + _BELOW_PICTURE * size * MM_PER_PT if tallest else line
        return (lines - 1) * line + max(line, pictured)

    def _run_format(self, properties: Element | None, format_: ParagraphLook) -> ParagraphLook:
        """Return the formatting of a run in a paragraph of this format."""
        if properties is None:
            return format_
        key = etree.tostring(properties, with_tail=False), format_
        if key not in self._runs:
            named = self._styles.ancestry(value_of(properties.find(f"{W}rStyle")))
            own = [own_format(None, first_child(each, f"{W}rPr")) for each in reversed(named)]
            self._runs[key] = reduce(lambda base, each: each.over(base), (*own, own_format(None, properties)), format_)
        return self._runs[key]

    def _content(self, paragraph: Element, format_: ParagraphLook) -> _Content:
        """Return a paragraph's text, largest type size and tallest picture's height.

        The result is cached, because paragraphs are measured many times, in several fonts and on several pages.
        """
        key = etree.tostring(paragraph, with_tail=False), format_
        if key not in self._contents:
            self._contents[key] = self._read_content(paragraph, format_)
        return self._contents[key]

    def _read_content(self, paragraph: Element, format_: ParagraphLook) -> _Content:
        spans, size, tallest = [], format_.size or 0.0, 0.0
        if paragraph.find(f"{W}pPr/{W}numPr") is not None and not format_.hanging:
            spans.append(_NUMBER)
        for run in paragraph.iter(f"{W}r"):
            if next(run.iterancestors(_ALTERNATIVES), None) is not None:
                continue
            run_format = self._run_format(first_child(run, f"{W}rPr"), format_)
            size = max(size, run_format.size or 0.0)
            words = "".join(text.text or "" for text in run.iterchildren(f"{W}t"))
            tab = "    " if first_child(run, f"{W}tab") is not None else ""
            words = words.upper() if run_format.capitals else words
            spans += [Span(tab + words, strong=bool(run_format.bold))] if tab + words else []
            extents = (each for inline in run.iter(_INLINE) for each in inline.iterchildren(_EXTENT))
            tallest = max([tallest, *(int(each.get("cy", "0")) * _MM_PER_EMU for each in extents)])
        return tuple(spans), size, tallest


def elements_of(xml: str) -> list[Element]:
    """Parse XML from a document's body, and return its elements."""
    return list(etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>"))
