"""Styles for the cover, contents list, header and footer."""

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_guide.page_setup import TEXT_WIDTH
from coprod_guide.styles.formatting import Border, ParagraphFormat, RunFormat, ThemedColour, theme_colour
from coprod_guide.styles.heading_styles import rule_below
from coprod_guide.styles.style_definition import StyleDefinition
from coprod_guide.styles.style_names import CONTENTS, WordStyle


def cover_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for the cover, contents list, header and footer."""
    return (*_cover(brand), *_contents(brand), *_header_and_footer(brand))


def cover_band(fill: ThemedColour, edge: ThemedColour) -> ParagraphFormat:
    """Return the paragraph format of a cover's coloured band.

    Word joins paragraphs with the same fill and borders into one box. The box extends into the margins, so that the
    words inside line up with the text below.
    """
    sides = (
        Border("top", edge, 6, 24),
        Border("left", fill, 0.25, 28),
        Border("bottom", fill, 6, 24),
        Border("right", fill, 0.25, 28),
    )
    return ParagraphFormat(borders=sides, fill=fill)


def _cover(brand: Brand) -> tuple[StyleDefinition, ...]:
    sizes, paper = brand.guide, theme_colour(brand, "paper")
    band = cover_band(theme_colour(brand, "brand"), theme_colour(brand, "sun"))
    return (
        StyleDefinition(style=WordStyle.LOGO, next=WordStyle.TITLE, paragraph=ParagraphFormat(after=36, line=1)),
        StyleDefinition(
            style=WordStyle.COVER_LABEL,
            next=WordStyle.TITLE,
            paragraph=evolve(band, keep_next=True, min_line=110, after=4),
            run=RunFormat(bold=True, size=sizes.lead, colour=paper),
        ),
        StyleDefinition(
            style=WordStyle.TITLE,
            next=WordStyle.SUBTITLE,
            paragraph=evolve(band, keep_next=True, keep_lines=True, line=1.05),
            run=RunFormat(bold=True, size=sizes.cover, colour=paper),
        ),
        StyleDefinition(
            style=WordStyle.SUBTITLE,
            next=WordStyle.BODY,
            paragraph=evolve(band, min_line=32, before=4),
            run=RunFormat(size=sizes.lead, colour=paper),
        ),
    )


def _contents(brand: Brand) -> tuple[StyleDefinition, ...]:
    colour = theme_colour(brand, "brand")
    entry = ParagraphFormat(before=10, right_tab=TEXT_WIDTH, dot_leader=True)
    levels = (entry, evolve(entry, before=4, left=6), evolve(entry, before=3, left=12))
    return (
        StyleDefinition(
            style=WordStyle.CONTENTS_HEADING,
            next=WordStyle.BODY,
            paragraph=ParagraphFormat(keep_next=True, before=30, after=8, line=1.1, borders=(rule_below(colour),)),
            run=RunFormat(bold=True, colour=colour, size=brand.guide.heading_1),
        ),
        *(
            StyleDefinition(
                style=style, paragraph=level, run=RunFormat(bold=True, colour=colour) if at == 0 else RunFormat()
            )
            for at, (style, level) in enumerate(zip(CONTENTS, levels, strict=True))
        ),
    )


def _header_and_footer(brand: Brand) -> tuple[StyleDefinition, ...]:
    line = theme_colour(brand, "line")
    run = RunFormat(size=brand.guide.small, colour=theme_colour(brand, "muted"))
    header = ParagraphFormat(after=8, right_tab=TEXT_WIDTH, borders=(Border("bottom", line, 0.5, 4),), line=1)
    footer = ParagraphFormat(right_tab=TEXT_WIDTH, borders=(Border("top", line, 0.5, 6),), line=1)
    return (
        StyleDefinition(style=WordStyle.HEADER, paragraph=header, run=run),
        StyleDefinition(style=WordStyle.FOOTER, paragraph=footer, run=run),
    )
