"""Read the placeholders of a layout, with the formatting of their text."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.slide_shapes import SlideShape
from coprod_office.reading.xml import A, Element, P, first_child
from coprod_slides.box import EMU_PER_MM, SlideBox
from coprod_slides.template.deck_template import TemplateLevel, TemplatePlaceholder

_MOST_LEVELS = 9
_INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
"""The space between the edges of a placeholder and its text, in English Metric Units, if none is set."""


def outer_box(shape: SlideShape, layer: SlideLayer) -> SlideBox | None:
    """Return a placeholder's box, or None if it has no size.

    The box is in millimetres.
    """
    box = layer.box(shape)
    if box is None or min(box[2:]) <= 0:
        return None
    return SlideBox(*(length / EMU_PER_MM for length in box))


def read_placeholder(shape: SlideShape, layer: SlideLayer, outer: SlideBox) -> TemplatePlaceholder:
    """Return a layout's placeholder, including text settings it inherits.

    `outer` is its box in millimetres, including the space around the text.
    """
    bodies = _body_properties(shape, layer)
    left, top, right, bottom = (_length(bodies, name, default) for name, default in _INSETS)
    inner = SlideBox(outer.x + left, outer.y + top, outer.width - left - right, outer.height - top - bottom)
    return TemplatePlaceholder(
        inner,
        tuple(_levels(shape, layer)),
        _attribute(bodies, "anchor") or "t",
        _shrinks(bodies),
        inset=inner != outer,
    )


def list_styles(shape: SlideShape, layer: SlideLayer) -> tuple[Element, ...]:
    """Return the list styles that a placeholder's text inherits, nearest first."""
    bodies = (each.body for each in (shape, *layer.ancestors(shape)))
    lists = [body.find(f"{A}lstStyle") for body in bodies if body is not None]
    master = layer.below.root if layer.below else layer.root
    style = {"title": "titleStyle", "body": "bodyStyle"}.get(shape.role, "otherStyle")
    lists.append(master.find(f"{P}txStyles/{P}{style}"))
    return tuple(each for each in lists if each is not None)


def text_direction(shape: SlideShape, layer: SlideLayer) -> str:
    """Return how a placeholder's text runs: `horz`, or a vertical direction."""
    return _attribute(_body_properties(shape, layer), "vert") or "horz"


def column_count(shape: SlideShape, layer: SlideLayer) -> int:
    """Return the number of columns in which a placeholder's text is set."""
    return int(_length(_body_properties(shape, layer), "numCol", 1) * EMU_PER_MM + 0.5)


def _body_properties(shape: SlideShape, layer: SlideLayer) -> tuple[Element, ...]:
    """Return the body properties that a placeholder's text has, nearest first."""
    bodies = (each.body for each in (shape, *layer.ancestors(shape)))
    found = (first_child(body, f"{A}bodyPr") for body in bodies if body is not None)
    return tuple(each for each in found if each is not None)


def _attribute(bodies: tuple[Element, ...], name: str) -> str:
    return next((value for each in bodies if (value := each.get(name)) is not None), "")


def _length(bodies: tuple[Element, ...], name: str, default: int) -> float:
    """Return a length from body properties, in millimetres.

    `default`, in English Metric Units, is used if no length is set.
    """
    value = _attribute(bodies, name)
    return (int(value) if value.lstrip("-").isdigit() else default) / EMU_PER_MM


def _shrinks(bodies: tuple[Element, ...]) -> bool:
    """Return whether text gets smaller if it does not fit."""
    for tag in (str(child.tag) for each in bodies for child in each):
        if tag.endswith(("utofit", "AutoFit")):
            return tag == f"{A}normAutofit"
    return False


def _levels(shape: SlideShape, layer: SlideLayer) -> Iterator[TemplateLevel]:
    """Yield the settings that slides inherit for each list level."""
    for number, level in enumerate(_inherited(tuple(each for each in list_styles(shape, layer) if len(each)))):
        yield evolve(level, margin=None) if number == 0 and abs((level.margin or 0) + level.indent) > 1 else level


@lru_cache(maxsize=256)
def _inherited(lists: tuple[Element, ...]) -> tuple[TemplateLevel, ...]:
    """Return the settings of each list level.

    `lists` contains list styles, nearest first. A setting in a nearer list style overrides the others.
    """
    found = [{str(child.tag): child for child in reversed(each)} for each in lists]
    tags = [f"{A}lvl{number}pPr" for number in range(1, _MOST_LEVELS + 1)]
    return tuple(_level(tuple(each[tag] for each in found if tag in each)) for tag in tags)


@lru_cache(maxsize=256)
def _level(levels: tuple[Element, ...]) -> TemplateLevel:
    """Return a list level's settings.

    `levels` contains the elements for this level in all list styles, nearest first.
    """

    def number(path: str, name: str, unit: float) -> float | None:
        owners = (owner for level in levels for owner in (level.iterfind(path) if path else (level,)))
        found = next((value for owner in owners if (value := owner.get(name)) is not None), None)
        return int(found) / unit if found and found.lstrip("-").isdigit() else None

    marks = {f"{A}buNone": "", f"{A}buAutoNum": "number", f"{A}buChar": None, f"{A}buBlip": None}
    mark = next((each for level in levels for each in level if each.tag in marks), None)
    strong = (each.get("b") for level in levels for each in level.iterfind(f"{A}defRPr"))
    return TemplateLevel(
        size=number(f"{A}defRPr", "sz", 100),
        line=number(f"{A}lnSpc/{A}spcPct", "val", 1000),
        after=number(f"{A}spcAft/{A}spcPts", "val", 100),
        margin=number("", "marL", EMU_PER_MM),
        bullet=None if mark is None else mark.get("char") or marks[str(mark.tag)],
        strong=next((value for value in strong if value), "0") in ("1", "true"),
        before=next((float(each.get("val") or 0) / 100 for each in _spaces_before(levels)), None),
        indent=number("", "indent", EMU_PER_MM) or 0.0,
    )


def _spaces_before(levels: tuple[Element, ...]) -> Iterator[Element]:
    yield from (space for level in levels for before in level.iterfind(f"{A}spcBef") for space in before)
