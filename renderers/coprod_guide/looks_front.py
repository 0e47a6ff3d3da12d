"""The looks of the cover, the contents list and what runs along the pages."""

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_guide.marks import rule
from coprod_guide.names import CONTENTS, Style
from coprod_guide.setting import Border, Chars, Ink, Para, ink
from coprod_guide.styles import Look

TEXT_WIDTH = 166.0  # millimetres between the margins
_MEASURE = 146 / 12  # the longest line of running text, near 75 characters, in millimetres for each point of its size


def beside(brand: Brand) -> float:
    """The millimetres that running text leaves free at the right."""
    return max(0.0, TEXT_WIDTH - _MEASURE * brand.guide.body)


def front(brand: Brand) -> tuple[Look, ...]:
    """Cover, contents, header and footer."""
    return (*_cover(brand), *_contents(brand), *_running(brand))


def band(ground: Ink, edge: Ink) -> Para:
    """The coloured band of a cover: paragraphs of one ground whose equal borders make them one box.

    Its sides stand in the margins, so that the words in it begin where the text below does.
    """
    sides = (
        Border("top", edge, 6, 24),
        Border("left", ground, 0.25, 28),
        Border("bottom", ground, 6, 24),
        Border("right", ground, 0.25, 28),
    )
    return Para(borders=sides, fill=ground)


def _cover(brand: Brand) -> tuple[Look, ...]:
    guide, paper, sun = brand.guide, ink(brand, "paper"), ink(brand, "sun")
    box = band(ink(brand, "brand"), sun)
    return (
        Look(style=Style.LOGO, following=Style.TITLE, para=Para(after=36, line=1)),
        Look(
            style=Style.COVER_LABEL,
            following=Style.TITLE,
            para=evolve(box, keep_next=True, least=110, after=4),
            chars=Chars(strong=True, size=guide.lead, ink=paper),
        ),
        Look(
            style=Style.TITLE,
            following=Style.SUBTITLE,
            para=evolve(box, keep_next=True, keep_lines=True, line=1.05),
            chars=Chars(strong=True, size=guide.cover, ink=paper),
        ),
        Look(
            style=Style.SUBTITLE,
            following=Style.BODY,
            para=evolve(box, least=32, before=4),
            chars=Chars(size=guide.lead, ink=paper),
        ),
    )


def _contents(brand: Brand) -> tuple[Look, ...]:
    brand_ink = ink(brand, "brand")
    levels = (
        Para(before=10, right_tab=TEXT_WIDTH, leader=True),
        Para(before=4, left=6, right_tab=TEXT_WIDTH, leader=True),
        Para(before=3, left=12, right_tab=TEXT_WIDTH, leader=True),
    )
    return (
        Look(
            style=Style.CONTENTS_HEADING,
            following=Style.BODY,
            para=Para(keep_next=True, before=30, after=8, line=1.1, borders=(rule(brand_ink),)),
            chars=Chars(strong=True, ink=brand_ink, size=brand.guide.heading_1),
        ),
        *(
            Look(style=style, para=para, chars=Chars(strong=True, ink=brand_ink) if at == 0 else Chars())
            for at, (style, para) in enumerate(zip(CONTENTS, levels, strict=True))
        ),
    )


def _running(brand: Brand) -> tuple[Look, ...]:
    small, muted, line = brand.guide.small, ink(brand, "muted"), ink(brand, "line")
    chars = Chars(size=small, ink=muted)
    under, over = (Border("bottom", line, 0.5, 4),), (Border("top", line, 0.5, 6),)
    return (
        Look(style=Style.HEADER, para=Para(after=8, right_tab=TEXT_WIDTH, borders=under, line=1), chars=chars),
        Look(style=Style.FOOTER, para=Para(right_tab=TEXT_WIDTH, borders=over, line=1), chars=chars),
    )
