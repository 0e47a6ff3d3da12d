"""The looks: every style of the library's own reference document, from the palette and type sizes of a brand."""

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_guide.looks_boxes import boxes
from coprod_guide.looks_front import beside, front
from coprod_guide.marks import rule
from coprod_guide.names import HEADINGS, Style
from coprod_guide.numbering import list_indent, list_of
from coprod_guide.setting import Border, Chars, Ink, Para, ink
from coprod_guide.styles import Look

_HEADING_LINE = 0.957  # lines of headings stand closer than those of text


def looks(brand: Brand) -> tuple[Look, ...]:
    """All looks, those most used first."""
    return (
        *_text(brand),
        *_small(brand),
        *_headings(brand),
        *_lists(brand),
        *boxes(brand),
        *front(brand),
        *_characters(brand),
    )


def _text(brand: Brand) -> tuple[Look, ...]:
    guide, brand_ink = brand.guide, ink(brand, "brand")
    quoted = (Border("left", brand_ink, 3, 10),)
    return (
        Look(style=Style.NORMAL, based=None),
        Look(style=Style.BODY, para=Para(before=8, right=beside(brand))),
        Look(
            style=Style.LEAD,
            following=Style.BODY,
            para=Para(before=8, right=beside(brand)),
            chars=Chars(size=guide.lead, ink=brand_ink),
        ),
        Look(
            style=Style.SAY,
            following=Style.BODY,
            para=Para(before=10, left=4.6, right=beside(brand), borders=quoted, keep_lines=True),
            chars=Chars(size=guide.lead, ink=brand_ink),
        ),
    )


def _small(brand: Brand) -> tuple[Look, ...]:
    small = Chars(size=brand.guide.small, ink=ink(brand, "muted"))
    return (
        Look(style=Style.SMALL, based=Style.BODY, para=Para(before=6), chars=small),
        Look(
            style=Style.LABEL,
            following=Style.BODY,
            para=Para(keep_next=True, keep_lines=True, before=24),
            chars=evolve(small, strong=True),
        ),
        Look(
            style=Style.TIME,
            following=Style.BODY,
            para=Para(keep_next=True, before=3),
            chars=evolve(small, strong=True),
        ),
    )


def _headings(brand: Brand) -> tuple[Look, ...]:
    guide, brand_ink, plain = brand.guide, ink(brand, "brand"), ink(brand, "ink")
    middle = max(guide.body, (guide.heading_3 + guide.body) // 2)
    sizes = (guide.heading_1, guide.heading_2, guide.heading_3, middle, guide.body, guide.body)
    before = (30, 26, 20, 16, 14, 14)
    inks = (brand_ink, brand_ink, brand_ink, plain, brand_ink, plain)
    return tuple(
        Look(
            style=style,
            following=Style.BODY,
            para=Para(
                keep_next=True,
                keep_lines=True,
                borders=(rule(brand_ink),) if level == 0 else (),
                before=before[level],
                after=4 if level == 0 else 0,
                line=_HEADING_LINE * guide.line / 100,
                outline=level,
            ),
            chars=Chars(strong=True, ink=inks[level], size=sizes[level]),
        )
        for level, style in enumerate(HEADINGS)
    )


def _lists(brand: Brand) -> tuple[Look, ...]:
    spaces = ((Style.BULLET, 5), (Style.NUMBER, 5), (Style.CHECK, 6), (Style.REFERENCE, 8))
    return tuple(
        Look(
            style=style,
            para=Para(
                numbering=list_of(style),
                before=before,
                left=list_indent(style, brand),
                hanging=list_indent(style, brand),
                right=beside(brand),
                keep_lines=True,
            ),
        )
        for style, before in spaces
    )


def _characters(brand: Brand) -> tuple[Look, ...]:
    return (
        Look(style=Style.STRONG, chars=Chars(strong=True)),
        Look(style=Style.EMPHASIS, chars=Chars(strong=True, ink=ink(brand, "brand"))),
        Look(style=Style.LINK, chars=Chars(ink=Ink(ink(brand, "brand").digits, "hyperlink"), underline=True)),
        Look(style=Style.CALLOUT_TITLE, chars=Chars(strong=True, ink=ink(brand, "brand"))),
    )
