"""The looks of what stands apart from the running text: callouts, tables, figures, room to write."""

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import mixed
from coprod_guide.looks_front import beside
from coprod_guide.names import Style
from coprod_guide.numbering import list_of
from coprod_guide.setting import Border, Chars, Ink, Para, ink, twips
from coprod_guide.styles import Look

LINE_HEIGHT = 9.0  # millimetres between ruled lines
CALLOUT_RIGHT = 3.0  # millimetres that the text of a callout stays away from the right margin
CELL_LINE = 0.94  # lines in cells stand closer than those of text
PICTURE, BESIDE_PICTURE = 28.0, 8.0  # millimetres: the side of a picture beside an idea, and the space next to it
_LEAST_IDEA, _AROUND_IDEA = 16, 5  # points: of six ideas under a heading all have room on a page of A4
CELL = 2.0  # millimetres between the edge of a cell and its text


def boxes(brand: Brand) -> tuple[Look, ...]:
    """Callouts, notes, tables, figures, writing lines and signposts."""
    return (*_callouts(brand), *_notes(brand), *_cells(brand), *_tables(brand), *_others(brand))


def _box(bar: Ink, ground: Ink | None = None, edge: Ink | None = None, weight: float = 0.5) -> Para:
    """A bar at the left; with a ground or an edge also room round the text, and a line of some weight round it all."""
    left = Border("left", bar, 4.5, 10)
    around = edge or ground
    if around is None:
        return Para(borders=(left,))
    sides = (
        Border("top", around, weight, 7),
        left,
        Border("bottom", around, weight, 7),
        Border("right", around, weight, 8),
    )
    return Para(borders=sides, fill=ground)


def least_height(apart: float) -> float:
    """The height in points of the paragraph of a ruled line, where lines are so many millimetres apart."""
    return apart * 72 / 25.4 - 1


def line_weight(brand: Brand) -> float:
    """The weight of fine lines in points."""
    return 1.5 if brand.contrast == "high" else 0.5


def _callouts(brand: Brand) -> tuple[Look, ...]:
    bar, caution = ink(brand, "brand"), ink(brand, "theme_5")
    pale = Ink(mixed(brand.palette.brand, brand.palette.paper, 0.91)[1:].upper())
    warm = Ink(mixed(brand.palette.sun, brand.palette.paper, 0.8)[1:].upper())
    weight, high = line_weight(brand), brand.contrast == "high"
    kinds = (
        (Style.CALLOUT_SAY, _box(bar) if high else _box(bar, pale)),
        (Style.CALLOUT_ADVICE, _box(bar, edge=bar, weight=weight) if high else _box(bar, ink(brand, "tint"))),
        (Style.CALLOUT_CAUTION, _box(caution, edge=caution, weight=weight) if high else _box(caution, warm)),
        (Style.CALLOUT_ACCESS, _box(bar, edge=bar, weight=weight)),
        (Style.CALLOUT_EVIDENCE, _box(ink(brand, "muted"))),
    )
    base = Para(before=4, left=5.1, right=CALLOUT_RIGHT, keep_lines=True)
    return (
        Look(style=Style.CALLOUT, para=base),
        *(Look(style=style, based=Style.CALLOUT, para=para) for style, para in kinds),
    )


def _notes(brand: Brand) -> tuple[Look, ...]:
    borders = (Border("left", ink(brand, "muted"), 1.5, 10),)
    return (
        Look(style=Style.NOTE, para=Para(before=6, left=4.5, right=beside(brand), borders=borders)),
        Look(
            style=Style.NOTE_BULLET,
            based=Style.NOTE,
            para=Para(numbering=list_of(Style.NOTE_BULLET), before=4),
        ),
    )


def _cells(brand: Brand) -> tuple[Look, ...]:
    small, strong_ink = brand.guide.small, ink(brand, "brand")
    heading, line = Chars(strong=True, ink=strong_ink, size=small), CELL_LINE * brand.guide.line / 100
    return (
        Look(
            style=Style.CAPTION,
            following=Style.BODY,
            para=Para(before=14, after=4, keep_lines=True),
            chars=Chars(strong=True, ink=strong_ink, size=small),
        ),
        Look(style=Style.TABLE_HEADING, para=Para(keep_next=True, before=5, after=5, line=line), chars=heading),
        Look(style=Style.TABLE_TEXT, para=Para(before=5, after=5, line=line), chars=Chars(size=small)),
        Look(style=Style.FACT_LABEL, based=Style.TABLE_TEXT, chars=heading),
        Look(style=Style.FACT_VALUE, based=Style.TABLE_TEXT),
    )


def _margins(sides: int) -> str:
    return (
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{sides}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="{sides}" w:type="dxa"/>'
        "</w:tblCellMar>"
    )


def _tables(brand: Brand) -> tuple[Look, ...]:
    line, strong, tint = ink(brand, "line"), ink(brand, "brand"), ink(brand, "tint")
    rules = "".join(
        Border(*b).xml for b in (("top", strong, 1.5), ("bottom", strong, 0.75), ("insideH", line, line_weight(brand)))
    )
    header = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f"<w:tcBorders>{Border('bottom', strong, 0.75).xml}</w:tcBorders>"
        f'<w:shd w:val="clear" w:color="auto"{tint.attributes("fill")}/></w:tcPr></w:tblStylePr>'
    )
    start = '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
    return (
        Look(
            style=Style.TABLE,
            table=f"{start}<w:tblBorders>{rules}</w:tblBorders>{_margins(twips(CELL))}</w:tblPr>{header}",
        ),
        Look(
            style=Style.WRITING_TABLE,
            table=f"{start}{_margins(0)}</w:tblPr>",
        ),
    )


def _others(brand: Brand) -> tuple[Look, ...]:
    small, muted = brand.guide.small, ink(brand, "muted")
    return (
        Look(style=Style.FIGURE, following=Style.CAPTION, para=Para(keep_next=True, before=14, line=1)),
        Look(style=Style.FIGURE_LABEL, para=Para(line=1)),
        Look(style=Style.PICTURE, para=Para(before=_AROUND_IDEA, after=_AROUND_IDEA, line=1)),
        Look(style=Style.IDEA, para=Para(line=1.5), chars=Chars(size=max(_LEAST_IDEA, brand.guide.lead))),
        Look(style=Style.IDEA_HEADING, para=Para(keep_next=True, before=6), chars=Chars(size=small, ink=muted)),
        Look(
            style=Style.PROMPT,
            following=Style.WRITING,
            para=Para(keep_next=True, keep_lines=True, before=20),
            chars=Chars(strong=True),
        ),
        Look(
            style=Style.WRITING,
            para=Para(
                keep_next=True,
                least=least_height(LINE_HEIGHT),
                borders=(Border("bottom", muted, line_weight(brand), 1),),
            ),
        ),
        Look(
            style=Style.SIGNPOST,
            following=Style.ADDRESS,
            para=Para(keep_next=True, before=10, right=beside(brand)),
            chars=Chars(strong=True),
        ),
        Look(
            style=Style.ADDRESS,
            following=Style.BODY,
            para=Para(right=beside(brand)),
            chars=Chars(size=small, ink=muted),
        ),
    )
