"""Outlines of freeform shapes."""

from collections.abc import Iterator
from itertools import pairwise, product

from coprod_office.reading.shape_positions import COVERED, ShapeBox
from coprod_office.reading.xml import A, Element

Point = tuple[float, float]
Outline = tuple[tuple[Point, ...], ...]
"""Closed lines through points. Coordinates are fractions of the shape's width and height."""
_TRANSFORM = f"{A}xfrm"
_GEOMETRY, _PATH, _CLOSE, _MOVE = f"{A}custGeom", f"{A}pathLst/{A}path", f"{A}close", f"{A}moveTo"
_STRAIGHT, _CURVES = (_MOVE, f"{A}lnTo"), {f"{A}cubicBezTo": 3, f"{A}quadBezTo": 2}
_STEPS = 4
_SAMPLES = tuple(product((0.1, 0.3, 0.5, 0.7, 0.9), repeat=2))


def outline(properties: Element | None) -> Outline | None:
    """Return the outline of a freeform shape.

    Returns None for any other shape, and for outlines with arcs, with formulas or without a fill.
    """
    geometry = None if properties is None else properties.find(_GEOMETRY)
    if geometry is None:
        return None
    transform = properties.find(_TRANSFORM) if properties is not None else None
    mirrored = tuple(transform is not None and transform.get(name) in ("1", "true") for name in ("flipH", "flipV"))
    found: list[tuple[Point, ...]] = []
    for path in geometry.iterfind(_PATH):
        try:
            width, height = float(path.get("w") or 0), float(path.get("h") or 0)
            lines = tuple(_lines(path))
        except ValueError:
            return None
        if not width or not height or path.get("fill") == "none":
            return None
        found += [tuple(_mirrored((x / width, y / height), mirrored) for x, y in line) for line in lines]
    return tuple(found) or None


def _mirrored(point: Point, across_and_down: tuple[bool, ...]) -> Point:
    x, y = (1 - length if mirrored else length for length, mirrored in zip(point, across_and_down, strict=True))
    return x, y


def _lines(path: Element) -> Iterator[tuple[Point, ...]]:
    """Yield the closed lines of a path.

    Raises ValueError if it has arcs or formulas.
    """
    line: list[Point] = []
    for step in path:
        points = [(float(each.get("x") or ""), float(each.get("y") or "")) for each in step]
        if step.tag == _MOVE and line:
            yield tuple(line)
            line = []
        if step.tag in _STRAIGHT:
            line += points
        elif step.tag in _CURVES and line and len(points) == _CURVES[step.tag]:
            line += _curve((line[-1], *points))
        elif step.tag != _CLOSE:
            raise ValueError(step.tag)
    if line:
        yield tuple(line)


def _curve(points: tuple[Point, ...]) -> Iterator[Point]:
    """Yield points along a Bézier curve, excluding its start."""
    for step in range(1, _STEPS + 1):
        share, left = step / _STEPS, points
        while len(left) > 1:
            left = tuple((a + (c - a) * share, b + (d - b) * share) for (a, b), (c, d) in pairwise(left))
        yield left[0]


def encloses(lines: Outline, place: ShapeBox, box: ShapeBox) -> bool:
    """Return whether most of a box is inside an outline.

    `place` is the box of the shape that has the outline.
    """
    if not place.width or not place.height:
        return False
    across = (box.x - place.x) / place.width, box.width / place.width
    down = (box.y - place.y) / place.height, box.height / place.height
    inside = sum(_is_inside(lines, across[0] + across[1] * x, down[0] + down[1] * y) for x, y in _SAMPLES)
    return inside >= COVERED * len(_SAMPLES)


def _is_inside(lines: Outline, x: float, y: float) -> bool:
    """Return whether a point is inside an outline, outside any holes.

    If it is, a line from the point to the right crosses the outline an odd number of times.
    """
    crossed = 0
    for line in lines:
        for (left, top), (right, bottom) in pairwise((*line, line[0])):
            if (top > y) != (bottom > y) and x < left + (y - top) / (bottom - top) * (right - left):
                crossed += 1
    return crossed % 2 == 1
