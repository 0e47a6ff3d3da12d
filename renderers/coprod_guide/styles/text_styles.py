"""Styles for body text, lists and characters."""

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_guide.page_setup import right_indent
from coprod_guide.styles.formatting import Border, ParagraphFormat, RunFormat, ThemedColour, theme_colour
from coprod_guide.styles.list_numbering import list_id, list_indent
from coprod_guide.styles.style_definition import StyleDefinition
from coprod_guide.styles.style_names import WordStyle


def text_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for text, spoken words, labels and durations."""
    sizes, colour = brand.guide, theme_colour(brand, "brand")
    lead = RunFormat(size=sizes.lead, colour=colour)
    small = RunFormat(size=sizes.small, colour=theme_colour(brand, "muted"))
    body = ParagraphFormat(before=8, right=right_indent(brand))
    say = evolve(body, before=10, left=4.6, borders=(Border("left", colour, 3, 10),), keep_lines=True)
    label = ParagraphFormat(keep_next=True, keep_lines=True, before=24)
    bold = evolve(small, bold=True)
    return (
        StyleDefinition(style=WordStyle.NORMAL, based_on=None),
        StyleDefinition(style=WordStyle.BODY, paragraph=body),
        StyleDefinition(style=WordStyle.LEAD, next=WordStyle.BODY, paragraph=body, run=lead),
        StyleDefinition(style=WordStyle.SAY, next=WordStyle.BODY, paragraph=say, run=lead),
        StyleDefinition(style=WordStyle.SMALL, based_on=WordStyle.BODY, paragraph=ParagraphFormat(before=6), run=small),
        StyleDefinition(style=WordStyle.LABEL, next=WordStyle.BODY, paragraph=label, run=bold),
        StyleDefinition(
            style=WordStyle.TIME, next=WordStyle.BODY, paragraph=ParagraphFormat(keep_next=True, before=3), run=bold
        ),
    )


def list_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for bullets, numbers, tick boxes and references."""
    spaces = ((WordStyle.BULLET, 5), (WordStyle.NUMBER, 5), (WordStyle.CHECK, 6), (WordStyle.REFERENCE, 8))
    return tuple(
        StyleDefinition(
            style=style,
            paragraph=ParagraphFormat(
                numbering=list_id(style),
                before=before,
                left=list_indent(style, brand),
                hanging=list_indent(style, brand),
                right=right_indent(brand),
                keep_lines=True,
            ),
        )
        for style, before in spaces
    )


def character_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for strong text, emphasis, links and callout titles."""
    colour = theme_colour(brand, "brand")
    link = RunFormat(colour=ThemedColour(colour.hex, "hyperlink"), underline=True)
    return (
        StyleDefinition(style=WordStyle.STRONG, run=RunFormat(bold=True)),
        StyleDefinition(style=WordStyle.EMPHASIS, run=RunFormat(bold=True, colour=colour)),
        StyleDefinition(style=WordStyle.LINK, run=link),
        StyleDefinition(style=WordStyle.CALLOUT_TITLE, run=RunFormat(bold=True, colour=colour)),
    )
