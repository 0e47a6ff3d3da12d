"""Spacing of ruled lines that lets a handout fit on one page."""

from coprod_content.document.blocks import Paragraph, Writing
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_guide.page_setup import TEXT_WIDTH
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.figure_styles import RULED_LINE_SPACING

_MIN_SPACING = 7.0  # millimetres; closer lines are hard to write on
_HEADING, _PROMPT, _PARAGRAPH = 26, 20, 8  # points above and around each
_PICTURE, _RESERVE = 11.0, 6.0  # millimetres


def ruled_line_spacing(section: Section, measure: TextMeasure, page_height: float) -> float:
    """Return the distance between a handout's ruled lines, in millimetres.

    Returns 0 if the style's spacing fits, if even the closest lines would not fit, or if there are no such lines.
    """
    count = sum(block.lines for block in section.blocks if isinstance(block, Writing))
    if section.role != "handout" or not count:
        return 0.0
    spacing = (page_height - _RESERVE - _height_of_words(section, measure)) / count
    return spacing if _MIN_SPACING <= spacing < RULED_LINE_SPACING else 0.0


def _height_of_words(section: Section, measure: TextMeasure) -> float:
    """Return the height of everything except the ruled lines, in millimetres."""
    sizes, points = measure.brand.guide, float(_HEADING)
    height = measure.height(section.label, sizes.small) + measure.height(section.title, sizes.heading_1, TEXT_WIDTH)
    for block in section.blocks:
        match block:
            case Writing(prompt):
                points += _PROMPT
                height += measure.height(prompt, sizes.body, TEXT_WIDTH)
            case Paragraph(text, style):
                points += _PARAGRAPH
                height += measure.height(text, sizes.lead if style == "lead" else sizes.body)
            case _:
                pass
    return height + points * MM_PER_PT + (_PICTURE if section.picture else 0.0)
