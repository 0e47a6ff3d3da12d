"""The height of a cover's picture, limited by the cover's text."""

from coprod_content.document.blocks import Block, Facts, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.text.spans import verbatim
from coprod_guide.page_setup import TEXT_WIDTH
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.table_styles import CELL_LINE, CELL_PADDING

_TALLEST, _SMALLEST = 84.0, 28.0
_BAND = 122  # points: the borders of the band, and the space in and below it
_AROUND_PARAGRAPH, _AROUND_CAPTION, _AROUND_CELL = 8, 18, 10  # points
_RESERVE = 4.0  # millimetres
_TITLE_LEADING = 1.05
_LABELS, _VALUES = 0.3, 0.7  # fractions of the text width


def cover_picture_height(section: Section, document: Document, measure: TextMeasure, page_height: float) -> float:
    """Return the maximum height of a cover's picture, in millimetres.

    Returns the usual maximum if not even a small picture would let the cover fit on one page.
    """
    sizes = measure.brand.guide
    title = measure.height(section.title, sizes.cover, TEXT_WIDTH, leading=_TITLE_LEADING * 100 / sizes.line)
    lines = sum(measure.line_height(sizes.lead) for words in {section.label, document.subtitle} if words)
    blocks = sum(_height(block, measure) for block in section.blocks)
    left = page_height - _RESERVE - title - lines - blocks - _BAND * MM_PER_PT
    return left if _SMALLEST <= left < _TALLEST else _TALLEST


def _height(block: Block, measure: TextMeasure) -> float:
    sizes = measure.brand.guide
    match block:
        case Paragraph(text, style):
            size = sizes.lead if style == "lead" else sizes.body
            return measure.height(text, size) + _AROUND_PARAGRAPH * MM_PER_PT
        case Facts():
            widths = [TEXT_WIDTH * share - 2 * CELL_PADDING for share in (_LABELS, _VALUES)]
            rows = [(verbatim(fact.label), fact.value) for fact in block.items]
            counts = [
                max(measure.lines(cell, sizes.small, width) for cell, width in zip(row, widths, strict=True))
                for row in rows
            ]
            line = measure.line_height(sizes.small)
            points = (len(rows) + 1) * _AROUND_CELL + _AROUND_CAPTION
            return (sum(counts) + 1) * line * CELL_LINE + line + points * MM_PER_PT
        case _:
            return 0.0
