"""Positions of shapes on a slide, inside and outside groups."""

from typing import NamedTuple

from coprod_office.reading.xml import A, Element, first_child

_OFFSET, _EXTENT, _INNER_OFFSET, _INNER_EXTENT = (f"{A}{name}" for name in ("off", "ext", "chOff", "chExt"))
_COVERED = 0.6
"""The fraction of a box's area that another box must overlap to cover it."""


class ShapeBox(NamedTuple):
    """The position and size of a shape, in English Metric Units.

    Decks contain many boxes, and a named tuple is three times as fast to create as an attrs object.
    """

    x: float
    y: float
    width: float
    height: float

    def covers(self, other: "ShapeBox") -> bool:
        """Return whether this box overlaps most of another box."""
        x, y, width, height = self
        other_x, other_y, other_width, other_height = other
        required = _COVERED * other_width * other_height
        if width * height < required:
            return False
        width = min(x + width, other_x + other_width) - max(x, other_x)
        height = min(y + height, other_y + other_height) - max(y, other_y)
        return width > 0 and height > 0 and width * height >= required


class GroupTransform(NamedTuple):
    """The scale and shift that map group coordinates to slide coordinates."""

    scale_x: float
    scale_y: float
    shift_x: float
    shift_y: float


def shape_box(transform: Element | None, group: GroupTransform | None) -> ShapeBox | None:
    """Return a shape's box on the slide, allowing for any enclosing group.

    `transform` is the element with the shape's position and size. Returns None if it is missing or invalid.
    """
    box = _box(transform, _OFFSET, _EXTENT)
    if box is None or group is None:
        return box
    scale_x, scale_y, shift_x, shift_y = group
    x, y, width, height = box
    return ShapeBox(x * scale_x + shift_x, y * scale_y + shift_y, width * scale_x, height * scale_y)


def group_transform(transform: Element | None, outer: GroupTransform | None) -> GroupTransform | None:
    """Return the transform that maps a group's inner coordinates to the slide.

    `outer` is the transform of the group around this group, or None. If this group has no valid transform, `outer` is
    returned.
    """
    box, inner = shape_box(transform, outer), _box(transform, _INNER_OFFSET, _INNER_EXTENT)
    if box is None or inner is None or not inner.width or not inner.height:
        return outer
    scale_x, scale_y = box.width / inner.width, box.height / inner.height
    return GroupTransform(scale_x, scale_y, box.x - inner.x * scale_x, box.y - inner.y * scale_y)


def _box(transform: Element | None, offset_tag: str, extent_tag: str) -> ShapeBox | None:
    if transform is None:
        return None
    offset, extent = first_child(transform, offset_tag), first_child(transform, extent_tag)
    if offset is None or extent is None:
        return None
    lengths = (offset.get("x"), offset.get("y"), extent.get("cx"), extent.get("cy"))
    try:
        return ShapeBox(*(float(length or 0) for length in lengths))
    except ValueError:
        return None
