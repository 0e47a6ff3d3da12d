"""Regions: the area of a diagram that each of its parts is about, found by the label that names the part."""

import math

from attrs import frozen

from coprod_content.content.drawing import Circle, Drawing, Label, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.model import Diagram

Area = Circle | Rectangle | Polygon
_NEAR = 8.0


@frozen(kw_only=True)
class Region:
    """The area of a part: what lies in all of `inside` and in none of `outside`. `label` is where its name stands.

    `name` and `text` are those of the part; `filled` says whether the area may be tinted under its words.
    """

    name: str
    inside: tuple[Area, ...]
    outside: tuple[Area, ...]
    label: Label | None
    filled: bool = True


def regions_of(diagram: Diagram) -> tuple[Region, ...]:
    """The region of each part of a diagram, in order."""
    return tuple(_region(part.name, diagram.drawing) for part in diagram.parts)


def _region(name: str, drawing: Drawing) -> Region:
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    label = next((each for each in labels if _same(each.text, name)), None)
    if label is None:
        return Region(name=name, inside=(), outside=(), label=None)
    spot = _pointed(label, drawing)
    areas = [shape for shape in drawing.shapes if isinstance(shape, Circle | Rectangle | Polygon)]
    inside = [area for area in areas if _holds(area, spot)]
    circles = inside and all(isinstance(area, Circle) for area in inside)
    outside = [area for area in areas if area not in inside and isinstance(area, Circle)] if circles else []
    if not circles:
        inside = sorted(inside, key=_size)[-1:]
    return Region(name=name, inside=tuple(inside), outside=tuple(outside), label=label, filled=label.colour != "paper")


def _same(one: str, other: str) -> bool:
    return one.casefold().strip() == other.casefold().strip()


def _pointed(label: Label, drawing: Drawing) -> tuple[float, float]:
    """The middle of a label, or the far end of a plain line that starts at it."""
    for shape in drawing.shapes:
        if isinstance(shape, Stroke) and not shape.arrow:
            ends = (shape.x, shape.y), (shape.to_x, shape.to_y)
            here, there = sorted(ends, key=lambda end: _distance(label, end))
            if _distance(label, here) <= _NEAR < _distance(label, there) and not _in_circle(here, drawing):
                return there
    return label.x + label.width / 2, label.y + label.height / 2


def _in_circle(spot: tuple[float, float], drawing: Drawing) -> bool:
    return any(isinstance(area, Circle) and _holds(area, spot) for area in drawing.shapes)


def _distance(label: Label, spot: tuple[float, float]) -> float:
    """How far a spot lies from the box of a label."""
    across = max(label.x - spot[0], 0, spot[0] - label.x - label.width)
    down = max(label.y - spot[1], 0, spot[1] - label.y - label.height)
    return math.hypot(across, down)


def _holds(area: Shape, spot: tuple[float, float]) -> bool:
    x, y = spot
    match area:
        case Circle():
            return math.hypot(x - area.x, y - area.y) <= area.radius
        case Rectangle():
            return area.x <= x <= area.x + area.width and area.y <= y <= area.y + area.height
        case Polygon(corners=corners):
            return _in_polygon(corners, x, y)
        case _:
            return False


def _in_polygon(corners: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    """Whether a spot lies in a polygon, by the crossings of a ray to the right."""
    inside = False
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _size(area: Shape) -> float:
    match area:
        case Circle():
            return math.pi * area.radius**2
        case Rectangle():
            return area.width * area.height
        case _:
            return 0.0
