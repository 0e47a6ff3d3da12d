"""The regions of a diagram that correspond to its parts."""

import math

from attrs import frozen

from coprod_content.content.drawing import Circle, Drawing, Label, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.model import Diagram

Area = Circle | Rectangle | Polygon
_NEAR = 8.0


@frozen(kw_only=True)
class DiagramRegion:
    """The region of a drawing for one part of a diagram.

    The region is the overlap of the areas in `inside`, without the areas in `outside`. `label` is the label that shows
    the part's name, or None if there is none. `filled` is true if the region can be tinted behind the label.
    """

    name: str
    inside: tuple[Area, ...]
    outside: tuple[Area, ...]
    label: Label | None
    filled: bool = True


def diagram_regions(diagram: Diagram) -> tuple[DiagramRegion, ...]:
    """Return the region for each part of a diagram, in order."""
    return tuple(_region(part.name, diagram.drawing) for part in diagram.parts)


def _region(name: str, drawing: Drawing) -> DiagramRegion:
    labels = [shape for shape in drawing.shapes if isinstance(shape, Label)]
    label = next((each for each in labels if each.text.casefold().strip() == name.casefold().strip()), None)
    if label is None:
        return DiagramRegion(name=name, inside=(), outside=(), label=None)
    point = _target(label, drawing)
    areas = [shape for shape in drawing.shapes if isinstance(shape, Circle | Rectangle | Polygon)]
    inside = [area for area in areas if _contains(area, point)]
    outside: list[Area] = []
    if inside and all(isinstance(area, Circle) for area in inside):
        outside = [area for area in areas if area not in inside and isinstance(area, Circle)]
    else:
        inside = sorted(inside, key=_size)[-1:]
    return DiagramRegion(
        name=name, inside=tuple(inside), outside=tuple(outside), label=label, filled=label.colour != "paper"
    )


def _target(label: Label, drawing: Drawing) -> tuple[float, float]:
    """Return the point that a label refers to.

    If one end of a line (not an arrow) is near the label and outside every circle, it is the other end of that line.
    Otherwise, it is the label's centre.
    """
    for shape in drawing.shapes:
        if isinstance(shape, Stroke) and not shape.arrow:
            ends = (shape.x, shape.y), (shape.to_x, shape.to_y)
            near, far = sorted(ends, key=lambda end: _distance(label, end))
            in_circle = any(isinstance(area, Circle) and _contains(area, near) for area in drawing.shapes)
            if _distance(label, near) <= _NEAR < _distance(label, far) and not in_circle:
                return far
    return label.x + label.width / 2, label.y + label.height / 2


def _distance(label: Label, point: tuple[float, float]) -> float:
    across = max(label.x - point[0], 0, point[0] - label.x - label.width)
    down = max(label.y - point[1], 0, point[1] - label.y - label.height)
    return math.hypot(across, down)


def _contains(area: Shape, point: tuple[float, float]) -> bool:
    x, y = point
    match area:
        case Circle():
            return math.hypot(x - area.x, y - area.y) <= area.radius
        case Rectangle():
            return area.x <= x <= area.x + area.width and area.y <= y <= area.y + area.height
        case Polygon(corners=corners):
            return _polygon_contains(corners, x, y)
        case _:
            return False


def _polygon_contains(corners: tuple[tuple[float, float], ...], x: float, y: float) -> bool:
    """Return whether a point is in a polygon, by ray casting."""
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
