"""Styles for figures, illustrated ideas, writing lines and signposts."""

from coprod_content.brand.brand import Brand
from coprod_guide.page_setup import right_indent
from coprod_guide.styles.callout_styles import fine_line_weight
from coprod_guide.styles.formatting import Border, ParagraphFormat, RunFormat, theme_colour
from coprod_guide.styles.style_definition import StyleDefinition
from coprod_guide.styles.style_names import WordStyle

RULED_LINE_SPACING = 9.0  # millimetres between lines to write on
IDEA_PICTURE, BESIDE_PICTURE = 28.0, 8.0  # side of an idea's picture and the space beside it, in millimetres
_MIN_IDEA_SIZE, _AROUND_IDEA = 16, 5  # in points, so that six ideas and a heading fit on an A4 page


def figure_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for figures, ideas, prompts, writing lines and signposts."""
    muted = theme_colour(brand, "muted")
    small, bold = RunFormat(size=brand.guide.small, colour=muted), RunFormat(bold=True)
    idea = RunFormat(size=max(_MIN_IDEA_SIZE, brand.guide.lead))
    picture = ParagraphFormat(before=_AROUND_IDEA, after=_AROUND_IDEA, line=1)
    prompt = ParagraphFormat(keep_next=True, keep_lines=True, before=20)
    rule = Border("bottom", muted, fine_line_weight(brand), 1)
    ruled_line = ParagraphFormat(keep_next=True, min_line=ruled_line_height(RULED_LINE_SPACING), borders=(rule,))
    figure, single = ParagraphFormat(keep_next=True, before=14, line=1), ParagraphFormat(line=1)
    idea_heading = ParagraphFormat(keep_next=True, before=6)
    signpost = ParagraphFormat(keep_next=True, before=10, right=right_indent(brand))
    address = ParagraphFormat(right=right_indent(brand))
    return (
        StyleDefinition(style=WordStyle.FIGURE, next=WordStyle.CAPTION, paragraph=figure),
        StyleDefinition(style=WordStyle.FIGURE_LABEL, paragraph=single),
        StyleDefinition(style=WordStyle.PICTURE, paragraph=picture),
        StyleDefinition(style=WordStyle.IDEA, paragraph=ParagraphFormat(line=1.5), run=idea),
        StyleDefinition(style=WordStyle.IDEA_HEADING, paragraph=idea_heading, run=small),
        StyleDefinition(style=WordStyle.PROMPT, next=WordStyle.WRITING, paragraph=prompt, run=bold),
        StyleDefinition(style=WordStyle.WRITING, paragraph=ruled_line),
        StyleDefinition(style=WordStyle.SIGNPOST, next=WordStyle.ADDRESS, paragraph=signpost, run=bold),
        StyleDefinition(style=WordStyle.ADDRESS, next=WordStyle.BODY, paragraph=address, run=small),
    )


def ruled_line_height(spacing: float) -> float:
    """Return the line height of ruled lines, in points.

    `spacing` is the distance between the lines, in millimetres.
    """
    return spacing * 72 / 25.4 - 1
