"""Styles for the cover, contents list, header and footer."""

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_guide.page_setup import text_width
from coprod_guide.styles.formatting import Border, ParagraphFormat, RunFormat, StyleDefinition, ThemedColour
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.styles.text_styles import rule_below


def cover_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for the cover, contents list, header and footer."""
    return (*_cover(brand), *_contents(brand), *_header_and_footer(brand))


def cover_band(fill: ThemedColour, edge: ThemedColour) -> ParagraphFormat:
    """Return the paragraph format of a cover's coloured band."""
    return ParagraphFormat(borders=band_borders(fill, edge, 24), fill=fill)


def cover_fill(fill: ThemedColour) -> ParagraphFormat:
    """Return the format of a line on a cover's coloured background."""
    sides = (("top", 1), ("left", 28), ("bottom", 1), ("right", 28))
    return ParagraphFormat(borders=tuple(Border(side, fill, 0.25, space) for side, space in sides), fill=fill)


def band_borders(fill: ThemedColour, edge: ThemedColour, space: int) -> tuple[Border, ...]:
    """Return borders that turn a filled paragraph into a band.

    Word joins paragraphs with the same fill and borders into one box. The box extends into the margins, so that the
    text inside lines up with the text below. `space` is the space above and below the text, in points.
    """
    left, right = (Border(side, fill, 0.25, 28) for side in ("left", "right"))
    return Border("top", edge, 6, space), left, Border("bottom", fill, 6, space), right


def _cover(brand: Brand) -> tuple[StyleDefinition, ...]:
    paper = ThemedColour.of(brand, "paper")
    band = cover_band(ThemedColour.of(brand, "brand"), ThemedColour.of(brand, "sun"))
    label = evolve(band, keep_next=True, min_line=110, after=4)
    title = evolve(band, keep_next=True, keep_lines=True, line=1.05)
    subtitle = evolve(band, min_line=32, before=4)
    lead = RunFormat(size=brand.guide.lead, colour=paper)
    large = RunFormat(bold=True, size=brand.guide.cover, colour=paper)
    return (
        StyleDefinition(WordStyle.LOGO, next=WordStyle.TITLE, paragraph=ParagraphFormat(after=36, line=1)),
        StyleDefinition(WordStyle.COVER_LABEL, next=WordStyle.TITLE, paragraph=label, run=evolve(lead, bold=True)),
        StyleDefinition(WordStyle.TITLE, next=WordStyle.SUBTITLE, paragraph=title, run=large),
        StyleDefinition(WordStyle.SUBTITLE, next=WordStyle.BODY, paragraph=subtitle, run=lead),
    )


def _contents(brand: Brand) -> tuple[StyleDefinition, ...]:
    colour = ThemedColour.of(brand, "brand")
    bold = RunFormat(bold=True, colour=colour)
    heading = ParagraphFormat(keep_next=True, before=30, after=8, line=1.1, borders=(rule_below(colour),))
    title = evolve(bold, size=brand.guide.heading_1)
    first = ParagraphFormat(before=7, right_tab=text_width(brand), dot_leader=True)
    return (
        StyleDefinition(WordStyle.CONTENTS_HEADING, next=WordStyle.BODY, paragraph=heading, run=title),
        StyleDefinition(WordStyle.CONTENTS_1, paragraph=first, run=bold),
        StyleDefinition(WordStyle.CONTENTS_2, paragraph=evolve(first, before=3, left=6)),
        StyleDefinition(WordStyle.CONTENTS_3, paragraph=evolve(first, before=3, left=12)),
    )


def _header_and_footer(brand: Brand) -> tuple[StyleDefinition, ...]:
    line = ThemedColour.of(brand, "line")
    run = RunFormat(size=brand.guide.small, colour=ThemedColour.of(brand, "muted"))
    header = ParagraphFormat(after=8, right_tab=text_width(brand), borders=(Border("bottom", line, 0.5, 4),), line=1)
    footer = ParagraphFormat(right_tab=text_width(brand), borders=(Border("top", line, 0.5, 6),), line=1)
    return (
        StyleDefinition(WordStyle.HEADER, paragraph=header, run=run),
        StyleDefinition(WordStyle.FOOTER, paragraph=footer, run=run),
    )
