"""Styles for text, headings, lists and characters."""

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_guide.styles.formatting import (
    Border,
    ParagraphFormat,
    RunFormat,
    StyleDefinition,
    ThemedColour,
    line_spacing,
)
from coprod_guide.styles.list_numbering import list_id, list_indent
from coprod_guide.styles.style_names import HEADINGS, WordStyle

_HEADING_LINE = 0.957  # headings have tighter leading than text


def text_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for body text, spoken words, labels and durations."""
    sizes, colour = brand.guide, ThemedColour.of(brand, "brand")
    lead = RunFormat(size=sizes.lead, colour=colour)
    small = RunFormat(size=sizes.small, colour=ThemedColour.of(brand, "muted"))
    body = ParagraphFormat(before=8)
    say = evolve(body, before=10, left=4.6, borders=(Border("left", colour, 3, 10),), keep_lines=True)
    label = ParagraphFormat(keep_next=True, keep_lines=True, before=24)
    time = ParagraphFormat(keep_next=True, before=3)
    bold = evolve(small, bold=True)
    return (
        StyleDefinition(WordStyle.NORMAL, based_on=None),
        StyleDefinition(WordStyle.BODY, paragraph=body),
        StyleDefinition(WordStyle.LEAD, next=WordStyle.BODY, paragraph=body, run=lead),
        StyleDefinition(WordStyle.SAY, next=WordStyle.BODY, paragraph=say, run=lead),
        StyleDefinition(WordStyle.SMALL, based_on=WordStyle.BODY, paragraph=ParagraphFormat(before=6), run=small),
        StyleDefinition(WordStyle.LABEL, next=WordStyle.BODY, paragraph=label, run=bold),
        StyleDefinition(WordStyle.TIME, next=WordStyle.BODY, paragraph=time, run=bold),
    )


def heading_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return styles for headings 1 to 6, which stay with their text."""
    sizes, colour, ink = brand.guide, ThemedColour.of(brand, "brand"), ThemedColour.of(brand, "ink")
    fourth = max(sizes.body, (sizes.heading_3 + sizes.body) // 2)
    base = ParagraphFormat(keep_next=True, keep_lines=True, after=0, line=line_spacing(brand, _HEADING_LINE))
    first = evolve(base, after=4, borders=(rule_below(colour),))
    levels = (
        (sizes.heading_1, colour, evolve(first, before=22)),
        (sizes.heading_2, colour, evolve(base, before=20)),
        (sizes.heading_3, colour, evolve(base, before=20)),
        (fourth, ink, evolve(base, before=16)),
        (sizes.body, colour, evolve(base, before=14)),
        (sizes.body, ink, evolve(base, before=14)),
    )
    return tuple(
        StyleDefinition(
            HEADINGS[level],
            next=WordStyle.BODY,
            paragraph=evolve(paragraph, outline_level=level),
            run=RunFormat(bold=True, colour=heading_colour, size=size),
        )
        for level, (size, heading_colour, paragraph) in enumerate(levels)
    )


def rule_below(colour: ThemedColour) -> Border:
    """Return the rule under a level 1 heading."""
    return Border("bottom", colour, 2.25, 4)


def list_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for bulleted, numbered, tick-box and reference lists."""
    spaces = ((WordStyle.BULLET, 5), (WordStyle.NUMBER, 5), (WordStyle.CHECK, 6), (WordStyle.REFERENCE, 8))
    lists = ((style, before, list_indent(style, brand)) for style, before in spaces)
    base = ParagraphFormat(keep_lines=True)
    return tuple(
        StyleDefinition(style, paragraph=evolve(base, numbering=list_id(style), before=before, left=left, hanging=left))
        for style, before, left in lists
    )


def character_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for bold text, emphasis, links and callout titles."""
    colour = ThemedColour.of(brand, "brand")
    link = RunFormat(colour=ThemedColour(colour.hex, "hyperlink"), underline=True)
    return (
        StyleDefinition(WordStyle.STRONG, run=RunFormat(bold=True)),
        StyleDefinition(WordStyle.EMPHASIS, run=RunFormat(bold=True, colour=colour)),
        StyleDefinition(WordStyle.LINK, run=link),
        StyleDefinition(WordStyle.CALLOUT_TITLE, run=RunFormat(bold=True, colour=colour)),
    )
