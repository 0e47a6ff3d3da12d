"""Positions of shapes on a slide, inside groups and out."""

from typing import NamedTuple

from coprod_office.reading.xml import A, Element, first_child

_OFFSET, _EXTENT, _INNER_OFFSET, _INNER_EXTENT = (f"{A}{name}" for name in ("off", "ext", "chOff", "chExt"))
_COVERED = 0.6
"""The share of a box that must overlap another one to count as covered by it."""


class ShapeBox(NamedTuple):
    """The position and size of a shape, in English Metric Units.

    Decks have many, and a named tuple is made in a third of the time that an attrs class takes.
    """

    x: float
    y: float
    width: float
    height: float

    def covers(self, other: "ShapeBox") -> bool:
        """Whether this box overlaps most of another."""
        x, y, width, height = self
        other_x, other_y, other_width, other_height = other
        required = _COVERED * other_width * other_height
        if width * height < required:
            return False
        width = min(x + width, other_x + other_width) - max(x, other_x)
        height = min(y + height, other_y + other_height) - max(y, other_y)
        return width > 0 and height > 0 and width * height >= required


class GroupTransform(NamedTuple):
    """Scale and shift from coordinates inside a group to the slide's."""

    scale_x: float
    scale_y: float
    shift_x: float
    shift_y: float


def shape_box(transform: Element | None, group: GroupTransform | None) -> ShapeBox | None:
    """Return the box of a transform, or None if it is incomplete."""
    if transform is None:
        return None
    offset, extent = first_child(transform, _OFFSET), first_child(transform, _EXTENT)
    if offset is None or extent is None:
        return None
    try:
        x, y = float(offset.get("x") or 0), float(offset.get("y") or 0)
        width, height = float(extent.get("cx") or 0), float(extent.get("cy") or 0)
    except ValueError:
        return None
    if group is None:
        return ShapeBox(x, y, width, height)
    scale_x, scale_y, shift_x, shift_y = group
    return ShapeBox(x * scale_x + shift_x, y * scale_y + shift_y, width * scale_x, height * scale_y)


def group_transform(transform: Element | None, outer: GroupTransform | None) -> GroupTransform | None:
    """Return the transform of shapes in a group and its outer group."""
    box = shape_box(transform, outer)
    if transform is None or box is None:
        return outer
    x, y = _pair(first_child(transform, _INNER_OFFSET), "x", "y") or (0.0, 0.0)
    size = _pair(first_child(transform, _INNER_EXTENT), "cx", "cy")
    if not size or not size[0] or not size[1]:
        return outer
    scale_x, scale_y = box.width / size[0], box.height / size[1]
    return GroupTransform(scale_x, scale_y, box.x - x * scale_x, box.y - y * scale_y)


def bounds(boxes: tuple[ShapeBox, ...]) -> ShapeBox | None:
    """Return the smallest box around some boxes, or None."""
    if not boxes:
        return None
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return ShapeBox(left, top, right - left, bottom - top)


def _pair(element: Element | None, first: str, second: str) -> tuple[float, float] | None:
    try:
        return None if element is None else (float(element.get(first) or 0), float(element.get(second) or 0))
    except ValueError:
        return None
