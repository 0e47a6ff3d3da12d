"""Styles for callouts and facilitator notes."""

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import mixed
from coprod_guide.page_setup import right_indent
from coprod_guide.styles.formatting import Border, ParagraphFormat, ThemedColour, theme_colour
from coprod_guide.styles.list_numbering import list_id
from coprod_guide.styles.style_definition import StyleDefinition
from coprod_guide.styles.style_names import WordStyle

CALLOUT_RIGHT = 3.0  # right indent of a callout's text, in millimetres


def callout_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    """Return the styles for callouts, followed by those for notes."""
    bar, caution = theme_colour(brand, "brand"), theme_colour(brand, "theme_5")
    pale = ThemedColour(mixed(brand.palette.brand, brand.palette.paper, 0.91)[1:].upper())
    warm = ThemedColour(mixed(brand.palette.sun, brand.palette.paper, 0.8)[1:].upper())
    weight, high = fine_line_weight(brand), brand.contrast == "high"
    outlined, outlined_caution = _box(bar, edge=bar, weight=weight), _box(caution, edge=caution, weight=weight)
    kinds = (
        (WordStyle.CALLOUT_SAY, _box(bar) if high else _box(bar, pale)),
        (WordStyle.CALLOUT_ADVICE, outlined if high else _box(bar, theme_colour(brand, "tint"))),
        (WordStyle.CALLOUT_CAUTION, outlined_caution if high else _box(caution, warm)),
        (WordStyle.CALLOUT_ACCESS, outlined),
        (WordStyle.CALLOUT_EVIDENCE, _box(theme_colour(brand, "muted"))),
    )
    base = ParagraphFormat(before=4, left=5.1, right=CALLOUT_RIGHT, keep_lines=True)
    return (
        StyleDefinition(style=WordStyle.CALLOUT, paragraph=base),
        *(StyleDefinition(style=style, based_on=WordStyle.CALLOUT, paragraph=box) for style, box in kinds),
        *_note_styles(brand),
    )


def fine_line_weight(brand: Brand) -> float:
    """Return the weight of fine lines, in points."""
    return 1.5 if brand.contrast == "high" else 0.5


def _box(
    bar: ThemedColour, fill: ThemedColour | None = None, edge: ThemedColour | None = None, weight: float = 0.5
) -> ParagraphFormat:
    """Return the format of a left bar, boxed if filled or edged."""
    left, around = Border("left", bar, 4.5, 10), edge or fill
    if around is None:
        return ParagraphFormat(borders=(left,))
    top, bottom = Border("top", around, weight, 7), Border("bottom", around, weight, 7)
    return ParagraphFormat(borders=(top, left, bottom, Border("right", around, weight, 8)), fill=fill)


def _note_styles(brand: Brand) -> tuple[StyleDefinition, ...]:
    borders = (Border("left", theme_colour(brand, "muted"), 1.5, 10),)
    note = ParagraphFormat(before=6, left=4.5, right=right_indent(brand), borders=borders)
    bullet = ParagraphFormat(numbering=list_id(WordStyle.NOTE_BULLET), before=4)
    return (
        StyleDefinition(style=WordStyle.NOTE, paragraph=note),
        StyleDefinition(style=WordStyle.NOTE_BULLET, based_on=WordStyle.NOTE, paragraph=bullet),
    )
