"""Lines to write on: how far apart they stand, so that a page to give out is one page."""

from coprod_content.document.blocks import Paragraph, Writing
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_guide.page_setup import TEXT_WIDTH
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.figure_styles import RULED_LINE_SPACING

_LEAST = 7.0  # millimetres: nearer together than these they are hard to write on
_HEAD, _PROMPT, _PARAGRAPH = 26, 20, 8  # points above and around a heading, a prompt and a paragraph
_SPARE = 6.0  # millimetres that are not counted on


def line_height(section: Section, room: TextMeasure, page: float) -> float:
    """How far apart, in millimetres, the lines of a page to give out stand: as the style has them, or nearer together
    where only so all of it fits a page of a height; 0 where the style's will do.
    """
    count = sum(block.lines for block in section.blocks if isinstance(block, Writing))
    if section.role != "handout" or not count:
        return 0.0
    space = (page - _SPARE - _words(section, room)) / count
    return space if _LEAST <= space < RULED_LINE_SPACING else 0.0


def _words(section: Section, room: TextMeasure) -> float:
    """The height of all but the lines."""
    sizes = room.brand.guide
    points = float(_HEAD)
    height = room.height(section.label, sizes.small) + room.height(section.title, sizes.heading_1, TEXT_WIDTH)
    for block in section.blocks:
        match block:
            case Writing(prompt):
                points += _PROMPT
                height += room.height(prompt, sizes.body, TEXT_WIDTH)
            case Paragraph(text, style):
                points += _PARAGRAPH
                height += room.height(text, sizes.lead if style == "lead" else sizes.body)
            case _:
                pass
    return height + points * MM_PER_PT + (11.0 if section.picture else 0.0)
