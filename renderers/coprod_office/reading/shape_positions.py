"""Positions of shapes on a slide, inside and outside groups."""

from math import cos, radians, sin
from typing import NamedTuple

from coprod_office.reading.xml import A, Element, first_child

_OFFSET, _EXTENT, _INNER_OFFSET, _INNER_EXTENT = (f"{A}{name}" for name in ("off", "ext", "chOff", "chExt"))
COVERED = 0.6
"""The minimum fraction of a box's area that another box must overlap to count as covering it."""
_PER_DEGREE, _QUARTER, _HALF, _WHOLE = 60_000, 90.0, 180.0, 360.0


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
        required = COVERED * other_width * other_height
        if width * height < required:
            return False
        width = min(x + width, other_x + other_width) - max(x, other_x)
        height = min(y + height, other_y + other_height) - max(y, other_y)
        return width > 0 and height > 0 and width * height >= required

    def turned(self, angle: float) -> "ShapeBox":
        """Return the smallest upright box around this box after a rotation.

        The rotation is `angle` degrees about the centre of this box.
        """
        if angle % _HALF == 0:
            return self
        across, down = abs(cos(radians(angle))), abs(sin(radians(angle)))
        width, height = self.width * across + self.height * down, self.width * down + self.height * across
        return self._resized(width, height)

    def _resized(self, width: float, height: float) -> "ShapeBox":
        """Return a box of another size with the same centre."""
        return ShapeBox(self.x + (self.width - width) / 2, self.y + (self.height - height) / 2, width, height)


class GroupTransform(NamedTuple):
    """The scale, shift and rotation that map group coordinates to slide coordinates.

    The rotation is `angle` degrees, about the centre of the group.
    """

    scale_x: float
    scale_y: float
    shift_x: float
    shift_y: float
    angle: float = 0.0
    centre_x: float = 0.0
    centre_y: float = 0.0


def shape_box(transform: Element | None, group: GroupTransform | None) -> ShapeBox | None:
    """Return a shape's box on the slide, allowing for any enclosing group.

    The box of a shape turned on its side has the width and height that people see. Other rotations are ignored: for
    those, see `shape_angle`. `transform` is the element with the shape's position and size. Returns None if it is
    missing or invalid.
    """
    box = _placed(transform, group)
    if box is None or transform is None or not (transform.get("rot") or (group and group.angle)):
        return box
    return box._resized(box.height, box.width) if _is_sideways(_angle(transform, group)) else box


def shape_angle(transform: Element | None, group: GroupTransform | None) -> float:
    """Return a shape's clockwise rotation on the slide, in degrees.

    It is at least 0 and less than 360.
    """
    return 0.0 if transform is None else _angle(transform, group)


def tilt(angle: float) -> float:
    """Return an angle's offset from the nearest multiple of 90 degrees.

    The result is from -45 to 45 degrees. It is the part of a rotation that `shape_box` ignores.
    """
    return (angle + _QUARTER / 2) % _QUARTER - _QUARTER / 2


def group_transform(transform: Element | None, outer: GroupTransform | None) -> GroupTransform | None:
    """Return the transform that maps a group's inner coordinates to the slide.

    `outer` is the transform of the group around this group, or None. If this group has no valid transform, `outer` is
    returned.
    """
    box, inner = _placed(transform, outer), _box(transform, _INNER_OFFSET, _INNER_EXTENT)
    if transform is None or box is None or inner is None or not inner.width or not inner.height:
        return outer
    scale_x, scale_y = box.width / inner.width, box.height / inner.height
    return GroupTransform(
        scale_x,
        scale_y,
        box.x - inner.x * scale_x,
        box.y - inner.y * scale_y,
        _angle(transform, outer),
        box.x + box.width / 2,
        box.y + box.height / 2,
    )


def _placed(transform: Element | None, group: GroupTransform | None) -> ShapeBox | None:
    """Return a shape's box before any rotation about its own centre."""
    box = _box(transform, _OFFSET, _EXTENT)
    if box is None or group is None:
        return box
    scale_x, scale_y, shift_x, shift_y, angle, centre_x, centre_y = group
    x, y, width, height = box
    box = ShapeBox(x * scale_x + shift_x, y * scale_y + shift_y, width * scale_x, height * scale_y)
    if not angle:
        return box
    right, below = box.x + box.width / 2 - centre_x, box.y + box.height / 2 - centre_y
    across, down = cos(radians(angle)), sin(radians(angle))
    to_right, to_bottom = right * across - below * down - right, right * down + below * across - below
    return box._replace(x=box.x + to_right, y=box.y + to_bottom)


def _angle(transform: Element, group: GroupTransform | None) -> float:
    own = transform.get("rot") or "0"
    turned = int(own) / _PER_DEGREE if own.lstrip("-").isdigit() else 0.0
    return (turned + (group.angle if group else 0.0)) % _WHOLE


def _is_sideways(angle: float) -> bool:
    """Return whether a turned shape is nearer to sideways than to upright."""
    return _QUARTER / 2 <= angle % _HALF < _HALF - _QUARTER / 2


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
