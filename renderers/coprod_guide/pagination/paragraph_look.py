"""The formatting of paragraphs that determines their height."""

from operator import attrgetter

from attrs import fields, frozen
from lxml import etree

from coprod_guide.styles.formatting import MM_PER_TWIP
from coprod_office.reading.xml import Element, W, first_child, is_on

_PROPERTIES, _STYLE = f"{W}pPr", f"{W}pStyle"
_POINTS_PER_TWIP = 1 / 20
_AUTOMATIC_SPACE = 14.0  # points


@frozen
class ParagraphLook:
    """The formatting that determines a paragraph's height. None means inherited.

    Indents are in millimetres, and spacing and type sizes in points. `line` is a multiple of single spacing, and
    `least` the least height of a line. `above` and `below` are the heights of the top and bottom borders, including
    their space.
    """

    before: float | None = None
    after: float | None = None
    line: float | None = None
    least: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    size: float | None = None
    bold: bool | None = None
    keep_next: bool | None = None
    borders: str | None = None
    above: float | None = None
    below: float | None = None
    capitals: bool | None = None
    contextual: bool | None = None
    new_page: bool | None = None

    def over(self, base: "ParagraphLook") -> "ParagraphLook":
        """Return this formatting with its unset values taken from `base`."""
        pairs = zip(_VALUES(self), _VALUES(base), strict=True)
        return ParagraphLook(*(inherited if own is None else own for own, inherited in pairs))


_VALUES = attrgetter(*(each.name for each in fields(ParagraphLook)))
PLAIN = ParagraphLook(0, 0, 1, 0, 0, 0, 0, 10, False, False, "", 0, 0, False, False, False)
"""The formatting of a paragraph in a document that sets none."""


def own_format(paragraph: Element | None, run: Element | None) -> ParagraphLook:
    """Return the formatting that paragraph and run properties set."""
    values: dict[str, object] = {}
    if paragraph is not None:
        values |= _paragraph_values(paragraph)
    if run is not None:
        size, bold = run.find(f"{W}sz"), run.find(f"{W}b")
        values["size"] = None if size is None else twentieths(size, "val") / 2
        values["bold"] = None if bold is None else is_on(bold.get(f"{W}val"))
        capitals = run.find(f"{W}caps")
        values["capitals"] = None if capitals is None else is_on(capitals.get(f"{W}val"))
    return ParagraphLook(**values)  # type: ignore[arg-type]  # the names and types are those of the fields


def _paragraph_values(paragraph: Element) -> dict[str, object]:
    values: dict[str, object] = {}
    spacing, indents = paragraph.find(f"{W}spacing"), paragraph.find(f"{W}ind")
    borders, keep = paragraph.find(f"{W}pBdr"), paragraph.find(f"{W}keepNext")
    new_page, contextual = paragraph.find(f"{W}pageBreakBefore"), paragraph.find(f"{W}contextualSpacing")
    if spacing is not None:
        values |= {n: twentieths(spacing, n) * _POINTS_PER_TWIP for n in ("before", "after") if spacing.get(f"{W}{n}")}
        if spacing.get(f"{W}line"):
            exact = spacing.get(f"{W}lineRule") not in (None, "auto")
            line = twentieths(spacing, "line")
            values |= {"least": line * _POINTS_PER_TWIP, "line": 1.0} if exact else {"line": line / 240, "least": 0.0}
        automatic = (n for n in ("before", "after") if spacing.get(f"{W}{n}Autospacing") in ("1", "true", "on"))
        values |= dict.fromkeys(automatic, _AUTOMATIC_SPACE)
    if indents is not None:
        names = (("left", "left"), ("start", "left"), ("right", "right"), ("end", "right"), ("hanging", "hanging"))
        values |= {n: twentieths(indents, name) * MM_PER_TWIP for name, n in names if indents.get(f"{W}{name}")}
    if borders is not None:
        sides = {etree.QName(side).localname: side for side in borders}
        edges = {
            n: twentieths(sides[n], "space") + twentieths(sides[n], "sz") / 8 for n in ("top", "bottom") if n in sides
        }
        values |= {"above": edges.get("top", 0.0), "below": edges.get("bottom", 0.0)}
        values["borders"] = " ".join(sorted(f"{name} {sorted(side.attrib.items())}" for name, side in sides.items()))
    for name, element in (("keep_next", keep), ("new_page", new_page), ("contextual", contextual)):
        if element is not None:
            values[name] = is_on(element.get(f"{W}val"))
    return values


def style_of(element: Element | None) -> str | None:
    """Return the id of a paragraph's style, or None."""
    properties = None if element is None else first_child(element, _PROPERTIES)
    return None if properties is None else value_of(first_child(properties, _STYLE))


def twentieths(element: Element | None, name: str) -> int:
    """Return an attribute as an integer, or 0 if missing or invalid."""
    words = "0" if element is None else (element.get(f"{W}{name}") or "0")
    try:
        return int(float(words))
    except ValueError:  # such as a percentage
        return 0


def value_of(element: Element | None) -> str | None:
    """Return an element's `w:val`, or None if there is none."""
    return None if element is None else element.get(f"{W}val")
