"""Cover pictures and ruled lines, sized to fit on one page."""

from coprod_content.document.blocks import Block, Facts, Paragraph, Writing
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.text.spans import verbatim
from coprod_guide.fixed_text import FACT_HEADINGS
from coprod_guide.page_setup import text_width
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.block_styles import CELL_PADDING, RULED_LINE_SPACING

_TALLEST_PICTURE, _SMALLEST_PICTURE = 84.0, 28.0
_MIN_SPACING = 7.0  # millimetres; closer lines are hard to write on
_COVER_RESERVE, _HANDOUT_RESERVE, _HANDOUT_PICTURE = 4.0, 6.0, 11.0  # millimetres
_BAND = 122  # points: the band's borders, and the space inside and below the band
_AROUND_PARAGRAPH, _AROUND_CAPTION, _ABOVE_HEADING, _AROUND_PROMPT = 8, 18, 26, 20  # points
_TITLE_LEADING = 1.05
_LABELS, _VALUES = 0.3, 0.7  # column widths of a table of facts, as fractions of the text width


def cover_picture_height(section: Section, document: Document, measure: TextMeasure, page_height: float) -> float:
    """Return the greatest height for a cover's picture, in millimetres.

    The usual height is reduced if that keeps the cover on one page. It is not reduced if even a small picture would
    leave the cover on two pages.
    """
    sizes = measure.brand.guide
    title = measure.height(section.title, sizes.cover, leading=_TITLE_LEADING * 100 / sizes.line)
    lines = sum(measure.line_height(sizes.lead) for words in {section.label, document.subtitle} if words)
    blocks = sum(_height(block, measure) for block in section.blocks)
    left = page_height - _COVER_RESERVE - title - lines - blocks - _BAND * MM_PER_PT
    return left if _SMALLEST_PICTURE <= left < _TALLEST_PICTURE else _TALLEST_PICTURE


def ruled_line_spacing(section: Section, measure: TextMeasure, page_height: float) -> float:
    """Return the spacing that fits a handout's ruled lines on one page.

    The spacing is in millimetres, or 0 for the spacing set by the style. It is 0 if lines with the style's spacing fit,
    if lines would be too close to write on, or if the section is not a handout with ruled lines.
    """
    count = sum(block.lines for block in section.blocks if isinstance(block, Writing))
    if section.role != "handout" or not count:
        return 0.0
    sizes = measure.brand.guide
    label = measure.height(section.label, sizes.small) + (_HANDOUT_PICTURE if section.picture else 0.0)
    title = measure.height(section.title, sizes.heading_1) + _ABOVE_HEADING * MM_PER_PT
    blocks = sum(_height(block, measure) for block in section.blocks)
    spacing = (page_height - _HANDOUT_RESERVE - label - title - blocks) / count
    return spacing if _MIN_SPACING <= spacing < RULED_LINE_SPACING else 0.0


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
            widths = [text_width(measure.brand) * share - 2 * CELL_PADDING for share in (_LABELS, _VALUES)]
            caption = measure.line_height(sizes.small) + _AROUND_CAPTION * MM_PER_PT
            return caption + measure.rows_height(rows, widths)
        case Writing(prompt):
            return measure.height(prompt, sizes.body) + _AROUND_PROMPT * MM_PER_PT
        case _:
            return 0.0
