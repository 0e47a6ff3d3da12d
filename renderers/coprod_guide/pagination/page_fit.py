"""Ruled lines, spaced to fit on one page."""

from coprod_content.document.blocks import Block, Facts, Paragraph, Writing
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.text.spans import verbatim
from coprod_guide.fixed_text import FACT_HEADINGS
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.block_styles import CELL_PADDING, RULED_LINE_SPACING

_MIN_SPACING, _MAX_SPACING = 7.0, 14.0  # millimetres; closer lines are hard to write on
_STRETCH_RESERVE = 14.0  # millimetres left below lines that are further apart than usual
_HANDOUT_RESERVE, _HANDOUT_PICTURE = 6.0, 11.0  # millimetres
_AROUND_PARAGRAPH, _AROUND_CAPTION, _ABOVE_HEADING, _AROUND_PROMPT = 8, 18, 26, 20  # points
_LABELS, _VALUES = 0.3, 0.7  # column widths of a table of facts, as fractions of the text width


def ruled_line_spacing(section: Section, measure: TextMeasure, page_height: float) -> float:
    """Return the spacing at which a handout's ruled lines fill one page.

    The spacing and `page_height` are in millimetres. The spacing is at most 14. It is 0, for the spacing set by the
    style, if the lines would be too close together to write on, if there is little room to spare, or if the section is
    not a handout with ruled lines. Lines are moved further apart only on our own pages, and only if the heights of all
    blocks are known and there are no subsections or notes.
    """
    count = sum(block.lines for block in section.blocks if isinstance(block, Writing))
    if section.role != "handout" or not count:
        return 0.0
    sizes = measure.brand.guide
    label = measure.height(section.label, sizes.small) + (_HANDOUT_PICTURE if section.picture else 0.0)
    title = measure.height(section.title, sizes.heading_1) + _ABOVE_HEADING * MM_PER_PT
    room = page_height - label - title - sum(_height(block, measure) for block in section.blocks)
    spacing = (room - _HANDOUT_RESERVE) / count
    if spacing < RULED_LINE_SPACING:
        return spacing if spacing >= _MIN_SPACING else 0.0
    can_stretch = measure.page_width is None and not section.sections and not section.notes
    can_stretch = can_stretch and all(isinstance(block, Paragraph | Facts | Writing) for block in section.blocks)
    wider = min((room - _STRETCH_RESERVE) / count, _MAX_SPACING)
    return wider if can_stretch and wider > RULED_LINE_SPACING else 0.0


def _height(block: Block, measure: TextMeasure) -> float:
    """Estimate a block's height in millimetres.

    For ruled lines, only the prompt is counted. Returns 0 for blocks other than paragraphs, facts and ruled lines.
    """
    sizes = measure.brand.guide
    match block:
        case Paragraph(text, style):
            size = sizes.lead if style == "lead" else sizes.body
            return measure.height(text, size) + _AROUND_PARAGRAPH * MM_PER_PT
        case Facts():
            rows = [[verbatim(words) for words in FACT_HEADINGS]]
            rows += ([verbatim(fact.label), fact.value] for fact in block.items)
            widths = [measure.text_width * share - 2 * CELL_PADDING for share in (_LABELS, _VALUES)]
            caption = measure.line_height(sizes.small) + _AROUND_CAPTION * MM_PER_PT
            return caption + measure.rows_height(rows, widths)
        case Writing(prompt):
            return measure.height(prompt, sizes.body) + _AROUND_PROMPT * MM_PER_PT
        case _:
            return 0.0
