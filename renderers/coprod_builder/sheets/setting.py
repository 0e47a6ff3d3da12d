"""How paragraphs and their letters are set, each property as the last that names it has it. Lengths are points."""

from attrs import evolve, frozen

from coprod_builder.canvas.officefile import Element
from coprod_builder.sheets.wordfile import W, is_on, number, points, value

_SIDES = ("top", "left", "bottom", "right")
_EIGHTHS = 8
_SINGLE = 240
_NOTHING = {"nil", "none"}


@frozen
class Edge:
    """A line along a side: its weight, how far it is from the text, and its colour as `#rrggbb`."""

    weight: float
    space: float
    colour: str


@frozen(kw_only=True)
class Edges:
    """The lines around a paragraph or a cell, and between those of a table."""

    top: Edge | None = None
    left: Edge | None = None
    bottom: Edge | None = None
    right: Edge | None = None
    inside: Edge | None = None


@frozen(kw_only=True)
class Letters:
    """How letters are set; `font` is empty where it is that of the theme."""

    size: float = 10.0
    strong: bool = False
    under: bool = False
    slant: bool = False
    colour: str = "#000000"
    font: str = ""


@frozen
class Stop:
    """A tab stop: how far from the left margin, and on which side of it words stand."""

    at: float
    side: str


@frozen(kw_only=True)
class Setting:
    """How a paragraph is set.

    `line` is a multiple of single spacing, `least` and `exact` are heights of lines, `first` is the first line's indent
    beyond `left`. `close` is whether it has no space to others of its style. `list` is the id of its list with the
    level in it; 0 is none.
    """

    before: float = 0.0
    after: float = 0.0
    line: float = 1.0
    least: float = 0.0
    exact: float = 0.0
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    align: str = "left"
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    widows: bool = True
    close: bool = False
    edges: Edges = Edges()
    fill: str = ""
    stops: tuple[Stop, ...] = ()
    list: tuple[int, int] = (0, 0)
    outline: int = 9
    letters: Letters = Letters()


def colour_of(digits: str | None, before: str) -> str:
    """A colour of six hexadecimal digits as `#rrggbb`; what was before where there is none, or none of its own."""
    return f"#{digits.lower()}" if digits and len(digits) == 6 and digits.isalnum() else before


def with_paragraph(setting: Setting, found: Element) -> Setting:
    """A setting with what the properties of a paragraph say; their list is left to others."""
    edges, shade = found.find(f"{W}pBdr"), found.find(f"{W}shd")
    return evolve(
        with_indents(_spaced(setting, found.find(f"{W}spacing")), found.find(f"{W}ind")),
        align=value(found, "jc", setting.align),
        keep_next=is_on(found, "keepNext", before=setting.keep_next),
        keep_lines=is_on(found, "keepLines", before=setting.keep_lines),
        new_page=is_on(found, "pageBreakBefore", before=setting.new_page),
        widows=is_on(found, "widowControl", before=setting.widows),
        close=is_on(found, "contextualSpacing", before=setting.close),
        edges=edges_of(edges, setting.edges),
        fill=setting.fill if shade is None else colour_of(shade.get(f"{W}fill"), ""),
        stops=_stops(found.find(f"{W}tabs"), setting.stops),
        outline=number(found, "outlineLvl", setting.outline),
    )


def with_indents(setting: Setting, found: Element | None) -> Setting:
    """A setting with the indents that an element gives."""
    if found is None:
        return setting
    hanging = found.get(f"{W}hanging")
    return evolve(
        setting,
        left=points(found, "left", points(found, "start", setting.left)),
        right=points(found, "right", points(found, "end", setting.right)),
        first=points(found, "firstLine", setting.first) if hanging is None else -points(found, "hanging", 0.0),
    )


def with_letters(letters: Letters, found: Element | None) -> Letters:
    """Letters with what the properties of a run say."""
    if found is None or not len(found):
        return letters
    size, colour, fonts = (found.find(f"{W}{name}") for name in ("sz", "color", "rFonts"))
    under = value(found, "u")
    return evolve(
        letters,
        size=letters.size if size is None else points(size, "val", letters.size / 10) * 10,
        strong=is_on(found, "b", before=letters.strong),
        under=under != "none" if under else letters.under,
        slant=is_on(found, "i", before=letters.slant),
        colour=letters.colour if colour is None else colour_of(colour.get(f"{W}val"), letters.colour),
        font=letters.font if fonts is None else _font(fonts, letters.font),
    )


def edges_of(found: Element | None, before: Edges) -> Edges:
    """The lines that the children of an element describe; those before where it has none of a side."""
    if found is None:
        return before
    named = {side: _edge(found.find(f"{W}{side}"), getattr(before, side)) for side in _SIDES}
    return Edges(**named, inside=_edge(found.find(f"{W}insideH"), before.inside))


def _edge(found: Element | None, before: Edge | None) -> Edge | None:
    if found is None:
        return before
    if found.get(f"{W}val") in _NOTHING:
        return None
    weight = points(found, "sz", 0.5) * 20 / _EIGHTHS
    return Edge(weight, points(found, "space", 0.0) * 20, colour_of(found.get(f"{W}color"), "#000000"))


def _spaced(setting: Setting, found: Element | None) -> Setting:
    if found is None:
        return setting
    spaced = evolve(
        setting, before=points(found, "before", setting.before), after=points(found, "after", setting.after)
    )
    if found.get(f"{W}line") is None:
        return spaced
    height = points(found, "line", 12.0)
    match found.get(f"{W}lineRule", "auto"):
        case "atLeast":
            return evolve(spaced, line=1.0, least=height, exact=0.0)
        case "exact":
            return evolve(spaced, line=1.0, least=0.0, exact=height)
        case _:
            return evolve(spaced, line=height * 20 / _SINGLE, least=0.0, exact=0.0)


def _stops(found: Element | None, before: tuple[Stop, ...]) -> tuple[Stop, ...]:
    if found is None:
        return before
    own = (Stop(points(each, "pos", 0.0), each.get(f"{W}val", "left")) for each in found.iter(f"{W}tab"))
    stops = {stop.at: stop for stop in (*before, *own)}
    return tuple(stops[at] for at in sorted(stops) if stops[at].side != "clear")


def _font(fonts: Element, before: str) -> str:
    if fonts.get(f"{W}asciiTheme"):
        return ""
    return fonts.get(f"{W}ascii", before)
