"""Styles and borders for headings, which stay with the next paragraph."""

from coprod_content.brand.brand import Brand
from coprod_guide.styles.formatting import Border, ParagraphFormat, RunFormat, ThemedColour, theme_colour
from coprod_guide.styles.style_definition import StyleDefinition
from coprod_guide.styles.style_names import HEADINGS, WordStyle

_LINE = 0.957  # headings have tighter leading than text


def heading_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for heading levels 1 to 6."""
    sizes, colour, ink = brand.guide, theme_colour(brand, "brand"), theme_colour(brand, "ink")
    fourth = max(sizes.body, (sizes.heading_3 + sizes.body) // 2)
    levels = (
        (sizes.heading_1, colour, 30),
        (sizes.heading_2, colour, 26),
        (sizes.heading_3, colour, 20),
        (fourth, ink, 16),
        (sizes.body, colour, 14),
        (sizes.body, ink, 14),
    )
    return tuple(
        StyleDefinition(
            style=style,
            next=WordStyle.BODY,
            paragraph=ParagraphFormat(
                keep_next=True,
                keep_lines=True,
                borders=(rule_below(colour),) if level == 0 else (),
                before=before,
                after=4 if level == 0 else 0,
                line=_LINE * sizes.line / 100,
                outline_level=level,
            ),
            run=RunFormat(bold=True, colour=heading_colour, size=size),
        )
        for level, (style, (size, heading_colour, before)) in enumerate(zip(HEADINGS, levels, strict=True))
    )


def rule_below(colour: ThemedColour) -> Border:
    """Return the rule under a level 1 heading."""
    return Border("bottom", colour, 2.25, 4)


def rule_above(colour: ThemedColour) -> Border:
    """Return the rule above a step."""
    return Border("top", colour, 1.5, 6)


def bar_left(colour: ThemedColour) -> Border:
    """Return the coloured bar to the left of a lower-level heading."""
    return Border("left", colour, 4.5, 7)


def band_borders(colour: ThemedColour) -> tuple[Border, ...]:
    """Return borders that turn a divider's heading into a band."""
    return tuple(
        Border(side, colour, 0.25 if side in {"left", "right"} else 6, 28 if side in {"left", "right"} else 10)
        for side in ("top", "left", "bottom", "right")
    )
