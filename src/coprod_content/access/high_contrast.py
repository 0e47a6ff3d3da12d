"""High contrast: black and dark colours on white, without tints or transparency.

Every pair of colours used for text has a contrast of at least 15:1, more than twice the 7:1 required by WCAG 2.2 AAA.
"""

import math
from collections import Counter
from functools import lru_cache

from attrs import evolve

from coprod_content.brand.brand import THEME_ROLES, Brand
from coprod_content.brand.contrast import contrast, mixed
from coprod_content.content.drawing import Circle, Drawing, Label, Path, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.field_types import SKIN_ROLES, Role
from coprod_content.content.paths import Point
from coprod_content.document.blocks import Block, Figure, Illustrated
from coprod_content.document.document import Document, map_blocks
from coprod_content.layout.frames import Frames

LEAST = 15.0
"""The minimum contrast ratio for text."""
_BLACK, _WHITE = "#000000", "#ffffff"
_SOLID = 60
_LIGHT = frozenset({"paper", "tint", "line", "sun", *SKIN_ROLES})
_HEAVIER = 1.5


@lru_cache(maxsize=4)
def high_contrast_brand(brand: Brand) -> Brand:
    """Return the brand in black, white and high-contrast shades of its colours."""
    black = dict.fromkeys(("ink", "line", "muted", "dark"), _BLACK)
    white = dict.fromkeys(("paper", "tint", *SKIN_ROLES), _WHITE)
    dark = {role: _legible(brand.colour(role), _WHITE) for role in ("brand", *THEME_ROLES)}
    palette = evolve(brand.palette, **black, **white, **dark, sun=_legible(brand.palette.sun, _BLACK))
    return evolve(brand, contrast="high", palette=palette)


def _legible(colour: str, ground: str) -> str:
    away = _BLACK if ground == _WHITE else _WHITE
    shades = (mixed(colour, away, share / 100) for share in range(101))
    return next(shade for shade in shades if contrast(shade, ground) >= LEAST)


def high_contrast_document(document: Document, _brand: Brand, _frames: Frames | None) -> Document:
    """Return the document with drawings reduced to outlines, labels and dark shapes."""
    return map_blocks(document, lambda block, _: (_outlined_block(block),))


def _outlined_block(block: Block) -> Block:
    match block:
        case Figure(drawing):
            return evolve(block, drawing=_outlined(drawing))
        case Illustrated(picture):
            return evolve(block, picture=_outlined(picture))
        case _:
            return block


def _outlined(drawing: Drawing) -> Drawing:
    count = Counter(shape.commands for shape in drawing.shapes if isinstance(shape, Path))
    shapes: list[Shape] = []
    for shape in drawing.shapes:
        match shape:
            case Circle() | Rectangle() | Polygon():
                shapes.append(_filled(shape))
            case Path():
                shapes.append(_path(shape, shapes, repeated=count[shape.commands] > 1))
            case Stroke(x=x, y=y, to_x=to_x, to_y=to_y):
                colour = _line(shape.colour, on_dark=_is_dark((x + to_x) / 2, (y + to_y) / 2, shapes))
                shapes.append(evolve(shape, colour=colour, weight=shape.weight * _HEAVIER))
            case Label(x=x, y=y, width=width, height=height):
                on_dark = _is_dark(x + width / 2, y + height / 2, shapes)
                shapes.append(evolve(shape, colour="paper" if on_dark else "ink"))
    return evolve(drawing, shapes=tuple(shapes))


def _filled(shape: Circle | Rectangle | Polygon) -> Circle | Rectangle | Polygon:
    if shape.fill not in _LIGHT and shape.opacity >= _SOLID:
        return evolve(shape, opacity=100)
    outline = _line(shape.outline or shape.fill)
    return evolve(shape, fill="paper", opacity=0 if shape.opacity < 100 else 100, outline=outline)


def _path(shape: Path, shapes: list[Shape], *, repeated: bool) -> Path:
    """Return a path in high-contrast colours, usually with a heavier line.

    `shapes` are the shapes below it. `repeated` is true if the drawing has another path with the same commands. Such
    paths draw a wide line with a narrower one on top, such as a sleeve and its outline, so their weights are kept.
    """
    weight = shape.weight if repeated else shape.weight * _HEAVIER
    if shape.fill is None:
        on_line = any(isinstance(each, Path) and each.commands == shape.commands for each in shapes)
        on_dark = on_line or _is_dark(*shape.steps[0].points[0], shapes)
        return evolve(shape, colour=_line(shape.colour, on_dark=on_dark) if shape.colour else None, weight=weight)
    if shape.fill not in _LIGHT and shape.opacity >= _SOLID:
        return evolve(shape, opacity=100)
    opacity = 0 if shape.opacity < 100 else 100
    return evolve(shape, fill="paper", opacity=opacity, colour=_line(shape.colour or shape.fill), weight=weight)


def _line(role: Role, *, on_dark: bool = False) -> Role:
    return role if role not in _LIGHT else "paper" if on_dark else "ink"


def _is_dark(x: float, y: float, shapes: list[Shape]) -> bool:
    """Return whether the topmost opaque shape at a point is dark."""
    for shape in reversed(shapes):
        if not isinstance(shape, Stroke | Label) and shape.opacity == 100 and shape.fill and _covers(shape, x, y):
            return shape.fill not in _LIGHT
    return False


def _covers(shape: Circle | Rectangle | Polygon | Path, x: float, y: float) -> bool:
    """Return whether a point is inside a shape.

    A path is treated as a polygon whose corners are all its points, including the control points of curves.
    """
    match shape:
        case Circle():
            return math.dist((x, y), (shape.x, shape.y)) <= shape.radius
        case Rectangle():
            return 0 <= x - shape.x <= shape.width and 0 <= y - shape.y <= shape.height
        case _:
            corners = [point for step in shape.steps for point in step.points]
            sides = zip(corners, (*corners[1:], corners[0]), strict=True)
            return sum(_is_crossed(side, x, y) for side in sides) % 2 == 1


def _is_crossed(side: tuple[Point, Point], x: float, y: float) -> bool:
    """Return whether a ray rightwards from a point crosses a polygon's side."""
    (from_x, from_y), (to_x, to_y) = side
    return (from_y > y) != (to_y > y) and x < from_x + (to_x - from_x) * (y - from_y) / (to_y - from_y)
