"""The spacing, alignment and bullet of a paragraph on a slide."""

from functools import reduce

from attrs import evolve, frozen

from coprod_builder.preview.slides.shapes import EMU_PER_PT
from coprod_office.reading.list_styles import ListStyles
from coprod_office.reading.xml import A, Element, first_child

NUMBERED = "#"
"""The value of `bullet` in a numbered list."""


@frozen(kw_only=True)
class ParagraphStyle:
    """Formatting of a paragraph, with lengths in points.

    `line` is a multiple of single spacing. `size` is the type size of the bullet, and of text without run properties.
    It also sets the height of the lines. `colour` is the colour of the bullet. `bullet` is a character, `NUMBERED` or
    an empty string. `align` is a DrawingML value such as `l`, `ctr` or `r`.
    """

    level: int = 0
    size: float = 18.0
    colour: str = "#000000"
    line: float = 1.0
    before: float = 0.0
    after: float = 0.0
    margin: float = 0.0
    indent: float = 0.0
    align: str = "l"
    bullet: str = ""


def paragraph_style(paragraph: Element, styles: ListStyles) -> ParagraphStyle:
    """Return a paragraph's style, including properties inherited from list styles."""
    own = first_child(paragraph, f"{A}pPr")
    level = int(own.get("lvl", "0")) if own is not None else 0
    inherited = (first_child(each, f"{A}lvl{level + 1}pPr") for each in reversed(styles.styles))
    given = [each for each in (*inherited, own) if each is not None]
    first_run = paragraph.find(f"{A}r/{A}rPr")
    bullet_colours = (each.find(f"{A}buClr/{A}schemeClr") for each in reversed(given))
    marked = next((each for each in bullet_colours if each is not None), None)
    colour = None if marked is None else styles.theme.colour(marked.get("val", ""))
    text_colour = styles.text_colour(None, level)
    style = ParagraphStyle(
        level=level,
        size=styles.size(first_run, level),
        colour=colour or (text_colour.colour if text_colour else "#000000"),
    )
    return reduce(_with_properties, given, style)


def _with_properties(style: ParagraphStyle, properties: Element) -> ParagraphStyle:
    return evolve(
        style,
        margin=_points(properties.get("marL"), style.margin),
        indent=_points(properties.get("indent"), style.indent),
        align=properties.get("algn", style.align),
        line=_value(properties.find(f"{A}lnSpc/{A}spcPct"), 100_000, style.line),
        before=_value(properties.find(f"{A}spcBef/{A}spcPts"), 100, style.before),
        after=_value(properties.find(f"{A}spcAft/{A}spcPts"), 100, style.after),
        bullet=_bullet(properties, style.bullet),
    )


def _points(emu: str | None, default: float) -> float:
    return default if emu is None else int(emu) / EMU_PER_PT


def _value(element: Element | None, unit: int, default: float) -> float:
    return default if element is None else int(element.get("val", "0")) / unit


def _bullet(properties: Element, default: str) -> str:
    if first_child(properties, f"{A}buNone") is not None:
        return ""
    if first_child(properties, f"{A}buAutoNum") is not None:
        return NUMBERED
    character = first_child(properties, f"{A}buChar")
    return default if character is None else character.get("char", "")
