"""The A4 page of a guide: margins, text width and the measure of running text."""

from coprod_content.brand.brand import Brand
from coprod_guide.styles.formatting import twips
from coprod_guide.wordprocessingml import STORY

TEXT_WIDTH = 166.0  # millimetres between the margins
_A4 = (210.0, 297.0)
_MARGIN = (_A4[0] - TEXT_WIDTH) / 2
_MEASURE = 146 / 12  # longest line of running text, about 75 characters: millimetres for each point of type size


def right_indent(brand: Brand) -> float:
    """Return the right indent, in millimetres, that keeps running text at a readable measure."""
    return max(0.0, TEXT_WIDTH - _MEASURE * brand.guide.body)


def section_properties(references: str = "") -> str:
    """Return the `w:sectPr` of an A4 page; `references` are its header and footer references."""
    width, height = (twips(side) for side in _A4)
    margin = twips(_MARGIN)
    return (
        f'<w:sectPr {STORY}>{references}<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{twips(28)}" w:right="{margin}" w:bottom="{twips(25)}" '
        f'w:left="{margin}" w:header="{twips(13)}" w:footer="{twips(12)}" w:gutter="0"/></w:sectPr>'
    )
