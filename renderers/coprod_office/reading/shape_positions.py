"""Places on a slide, and how the coordinates in a group become those of the slide."""

from typing import NamedTuple

from coprod_office.reading.xml import A, Element, child

_OFFSET, _EXTENT, _INNER_OFFSET, _INNER_EXTENT = (f"{A}{name}" for name in ("off", "ext", "chOff", "chExt"))
_COVERS = 0.6
"""The share of a box that a shape has to lie under to be taken for its ground."""


class ShapeBox(NamedTuple):
    """A place on the slide in English Metric Units. A tuple, which is made in a third of the time: decks have many."""

    x: float
    y: float
    width: float
    height: float

    def under(self, other: "ShapeBox") -> bool:
        """Whether this lies under most of another box."""
        x, y, width, height = self
        left, top, across, down = other
        least = _COVERS * across * down
        if width * height < least:
            return False
        width = min(x + width, left + across) - max(x, left)
        height = min(y + height, top + down) - max(y, top)
        return width > 0 and height > 0 and width * height >= least


class GroupTransform(NamedTuple):
    """How the coordinates inside a group become those of the slide: scale and shift."""

    across: float
    down: float
    right: float
    below: float


def placed(transform: Element | None, move: GroupTransform | None) -> ShapeBox | None:
    """The place that a transform gives; nothing where it does not say all four numbers."""
    if transform is None:
        return None
    offset, extent = child(transform, _OFFSET), child(transform, _EXTENT)
    if offset is None or extent is None:
        return None
    try:
        x, y = float(offset.get("x") or 0), float(offset.get("y") or 0)
        width, height = float(extent.get("cx") or 0), float(extent.get("cy") or 0)
    except ValueError:
        return None
    if move is None:
        return ShapeBox(x, y, width, height)
    across, down, right, below = move
    return ShapeBox(x * across + right, y * down + below, width * across, height * down)


def moved(transform: Element | None, move: GroupTransform | None) -> GroupTransform | None:
    """How the coordinates inside a group become those of the slide, by the transform of the group."""
    outer = placed(transform, move)
    if transform is None or outer is None:
        return move
    at = _pair(child(transform, _INNER_OFFSET), "x", "y") or (0.0, 0.0)
    size = _pair(child(transform, _INNER_EXTENT), "cx", "cy")
    if not size or not size[0] or not size[1]:
        return move
    across, down = outer.width / size[0], outer.height / size[1]
    return GroupTransform(across, down, outer.x - at[0] * across, outer.y - at[1] * down)


def around(boxes: tuple[ShapeBox, ...]) -> ShapeBox | None:
    """The least box around some others; nothing around none."""
    if not boxes:
        return None
    left, top = min([box.x for box in boxes]), min([box.y for box in boxes])
    right, below = max([box.x + box.width for box in boxes]), max([box.y + box.height for box in boxes])
    return ShapeBox(left, top, right - left, below - top)


def _pair(element: Element | None, across: str, down: str) -> tuple[float, float] | None:
    try:
        return None if element is None else (float(element.get(across) or 0), float(element.get(down) or 0))
    except ValueError:
        return None
