"""Styles for callouts, notes, tables, figures, ideas, writing, certificates and signposts."""

from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, mixed
from coprod_guide.styles.formatting import (
    Border,
    ParagraphFormat,
    RunFormat,
    StyleDefinition,
    ThemedColour,
    line_spacing,
    twips,
)
from coprod_guide.styles.list_numbering import list_id
from coprod_guide.styles.style_names import WordStyle

CALLOUT_RIGHT = 3.0  # right indent of a callout's text, in millimetres
CELL_LINE = 0.94  # leading in cells, as a multiple of that in body text
CELL_PADDING = 2.0  # millimetres between the left or right edge of a cell and its text
RULED_LINE_SPACING = 9.0  # millimetres between lines to write on
IDEA_PICTURE, BESIDE_PICTURE = 28.0, 8.0  # side of an idea's picture and the space beside it, in millimetres
_MIN_IDEA_SIZE, _AROUND_IDEA = 16, 5  # in points, so that six ideas and a heading fit on an A4 page


def callout_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for callouts, followed by those for notes."""
    bar, caution, muted = (ThemedColour.of(brand, role) for role in ("brand", "theme_5", "muted"))
    pale, warm = _pale(brand.palette.brand, 91, brand), _pale(brand.palette.sun, 80, brand)
    weight, high = _fine_line_weight(brand), brand.contrast == "high"
    outlined, outlined_caution = _box(bar, edge=bar, weight=weight), _box(caution, edge=caution, weight=weight)
    kinds = (
        (WordStyle.CALLOUT_SAY, _box(bar) if high else _box(bar, pale)),
        (WordStyle.CALLOUT_ADVICE, outlined if high else _box(bar, ThemedColour.of(brand, "tint"))),
        (WordStyle.CALLOUT_CAUTION, outlined_caution if high else _box(caution, warm)),
        (WordStyle.CALLOUT_ACCESS, outlined),
        (WordStyle.CALLOUT_EVIDENCE, _box(muted)),
    )
    base = ParagraphFormat(before=4, left=5.1, right=CALLOUT_RIGHT, keep_lines=True)
    note = ParagraphFormat(before=6, left=4.5, borders=(Border("left", muted, 1.5, 10),))
    bullet = ParagraphFormat(numbering=list_id(WordStyle.NOTE_BULLET), before=4)
    return (
        StyleDefinition(WordStyle.CALLOUT, paragraph=base),
        *(StyleDefinition(style, based_on=WordStyle.CALLOUT, paragraph=box) for style, box in kinds),
        StyleDefinition(WordStyle.NOTE, paragraph=note),
        StyleDefinition(WordStyle.NOTE_BULLET, based_on=WordStyle.NOTE, paragraph=bullet),
    )


def _pale(colour: str, share: int, brand: Brand) -> ThemedColour:
    """Return a tint on which the brand's main colour is readable.

    The tint is `colour` mixed with at least `share` per cent of the colour of paper.
    """
    tints = (mixed(colour, brand.palette.paper, each / 100) for each in range(share, 101))
    usable = (tint for tint in tints if contrast(brand.palette.brand, tint) >= LEAST_FOR_TEXT)
    return ThemedColour(next(usable, brand.palette.paper)[1:].upper())


def _fine_line_weight(brand: Brand) -> float:
    """Return the weight of fine lines, in points."""
    return 1.5 if brand.contrast == "high" else 0.5


def _box(
    bar: ThemedColour, fill: ThemedColour | None = None, edge: ThemedColour | None = None, weight: float = 0.5
) -> ParagraphFormat:
    """Return a paragraph format with a bar on the left.

    The paragraph is also boxed if `fill` or `edge` is given. `weight` is the weight of the box's lines, in points.
    """
    left, around = Border("left", bar, 4.5, 10), edge or fill
    if around is None:
        return ParagraphFormat(borders=(left,))
    top, bottom = Border("top", around, weight, 7), Border("bottom", around, weight, 7)
    return ParagraphFormat(borders=(top, left, bottom, Border("right", around, weight, 8)), fill=fill)


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def table_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for captions, cells and tables."""
    heading = RunFormat(bold=True, colour=ThemedColour.of(brand, "brand"), size=brand.guide.small)
    caption = ParagraphFormat(before=14, after=4, keep_lines=True)
    cell = ParagraphFormat(before=5, after=5, line=line_spacing(brand, CELL_LINE))
    return (
        StyleDefinition(WordStyle.CAPTION, next=WordStyle.BODY, paragraph=caption, run=heading),
        StyleDefinition(WordStyle.TABLE_HEADING, paragraph=evolve(cell, keep_next=True), run=heading),
        StyleDefinition(WordStyle.TABLE_TEXT, paragraph=cell, run=RunFormat(size=brand.guide.small)),
        StyleDefinition(WordStyle.FACT_LABEL, based_on=WordStyle.TABLE_TEXT, run=heading),
        StyleDefinition(WordStyle.FACT_VALUE, based_on=WordStyle.TABLE_TEXT),
        StyleDefinition(WordStyle.TABLE, table=_ruled_table(brand)),
        StyleDefinition(WordStyle.WRITING_TABLE, table=_table_properties((), 0)),
    )


def _ruled_table(brand: Brand) -> str:
    strong, tint = ThemedColour.of(brand, "brand"), ThemedColour.of(brand, "tint")
    rules = (
        Border("top", strong, 1.5),
        Border("bottom", strong, 0.75),
        Border("insideH", ThemedColour.of(brand, "line"), _fine_line_weight(brand)),
    )
    header = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f"<w:tcBorders>{Border('bottom', strong, 0.75).xml}</w:tcBorders>{tint.shading}</w:tcPr></w:tblStylePr>"
    )
    return _table_properties(rules, twips(CELL_PADDING)) + header


def _table_properties(rules: tuple[Border, ...], padding: int) -> str:
    """Return a table style's properties, with every border set.

    Some programs draw borders that are not set.
    """
    drawn = {rule.side: rule.xml for rule in rules}
    borders = "".join(drawn.get(side, f'<w:{side} w:val="nil"/>') for side in _SIDES)
    return (
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{padding}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{padding}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def figure_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for figures, ideas, writing, certificates and signposts."""
    muted = ThemedColour.of(brand, "muted")
    small, bold = RunFormat(size=brand.guide.small, colour=muted), RunFormat(bold=True)
    idea = RunFormat(size=max(_MIN_IDEA_SIZE, brand.guide.lead))
    picture = ParagraphFormat(before=_AROUND_IDEA, after=_AROUND_IDEA, line=1)
    prompt = ParagraphFormat(keep_next=True, keep_lines=True, before=20)
    rule = Border("bottom", muted, _fine_line_weight(brand), 1)
    ruled_line = ParagraphFormat(keep_next=True, min_line=ruled_line_height(RULED_LINE_SPACING), borders=(rule,))
    figure = ParagraphFormat(keep_next=True, before=14, line=1, align="center")
    centred = ParagraphFormat(before=4, line=1.1, borders=(Border("bottom", muted, 0.75, 3),), align="center")
    name = RunFormat(bold=True, size=brand.guide.heading_1, colour=ThemedColour.of(brand, "brand"))
    idea_heading = ParagraphFormat(keep_next=True, before=6)
    signpost = ParagraphFormat(keep_next=True, before=10)
    return (
        StyleDefinition(WordStyle.FIGURE, next=WordStyle.CAPTION, paragraph=figure),
        StyleDefinition(WordStyle.FIGURE_LABEL, paragraph=ParagraphFormat(line=1)),
        StyleDefinition(WordStyle.PICTURE, paragraph=picture),
        StyleDefinition(WordStyle.IDEA, paragraph=ParagraphFormat(line=1.5), run=idea),
        StyleDefinition(WordStyle.IDEA_HEADING, paragraph=idea_heading, run=small),
        StyleDefinition(WordStyle.PROMPT, next=WordStyle.WRITING, paragraph=prompt, run=bold),
        StyleDefinition(WordStyle.WRITING, paragraph=ruled_line),
        StyleDefinition(WordStyle.CERTIFICATE_NAME, paragraph=centred, run=name),
        StyleDefinition(
            WordStyle.CERTIFICATE_ANSWER, paragraph=centred, run=RunFormat(bold=True, size=brand.guide.lead)
        ),
        StyleDefinition(WordStyle.SIGNPOST, next=WordStyle.ADDRESS, paragraph=signpost, run=bold),
        StyleDefinition(WordStyle.ADDRESS, next=WordStyle.BODY, run=small),
    )


def ruled_line_height(spacing: float) -> float:
    """Return the height of a ruled line's paragraph, in points.

    `spacing` is the distance between two rules in millimetres. The height is one point less than this distance, because
    there is a space of one point above each rule.
    """
    return spacing * 72 / 25.4 - 1
