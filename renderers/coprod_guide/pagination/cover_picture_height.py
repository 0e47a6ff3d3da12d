"""The room that a cover has for its picture: as high as it can be, lower where what the cover says needs the page."""

from coprod_content.document.blocks import Block, Facts, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.text.spans import verbatim
from coprod_guide.page_setup import TEXT_WIDTH
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.table_styles import CELL_LINE, CELL_PADDING

_TALLEST, _LEAST = 84.0, 28.0
_BAND = 122  # points: the edges of the band, and the space in and below it
_PARAGRAPH, _CAPTION, _AROUND_CELL = 8, 18, 10  # points around each
_SPARE = 4.0  # millimetres that are not counted on
_CLOSE = 1.05  # lines of a title, of single spacing
_LABELS, _VALUES = 0.3, 0.7  # of the width


def tallest_picture(section: Section, document: Document, room: TextMeasure, page: float) -> float:
    """The most millimetres that the picture of a cover may be high on a page of a height.

    Where even a low picture would not make the page hold all that the cover says, it is as high as it can be.
    """
    sizes = room.brand.guide
    title = room.height(section.title, sizes.cover, TEXT_WIDTH, share=_CLOSE * 100 / sizes.line)
    lines = sum(room.line(sizes.lead) for words in {section.label, document.subtitle} if words)
    said = sum(_height(block, room) for block in section.blocks)
    left = page - _SPARE - title - lines - said - _BAND * MM_PER_PT
    return left if _LEAST <= left < _TALLEST else _TALLEST


def _height(block: Block, room: TextMeasure) -> float:
    sizes = room.brand.guide
    match block:
        case Paragraph(text, style):
            return room.height(text, sizes.lead if style == "lead" else sizes.body) + _PARAGRAPH * MM_PER_PT
        case Facts():
            widths = [TEXT_WIDTH * share - 2 * CELL_PADDING for share in (_LABELS, _VALUES)]
            rows = [(verbatim(fact.label), fact.value) for fact in block.items]
            counts = [
                max(room.lines(cell, sizes.small, width) for cell, width in zip(row, widths, strict=True))
                for row in rows
            ]
            lines = (sum(counts) + 1) * room.line(sizes.small) * CELL_LINE + room.line(sizes.small)
            return lines + ((len(rows) + 1) * _AROUND_CELL + _CAPTION) * MM_PER_PT
        case _:
            return 0.0
