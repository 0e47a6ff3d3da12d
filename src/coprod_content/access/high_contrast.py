"""High contrast: black and dark colours on white, without tints or transparency.

Every pair of colours used for text has a contrast of at least 15:1, more than twice the 7:1 required by WCAG 2.2 AAA.
"""

from functools import lru_cache

from attrs import evolve

from coprod_content.brand.brand import THEME_ROLES, Brand
from coprod_content.brand.contrast import contrast, mixed
from coprod_content.content.drawing import Circle, Drawing, Label, Path, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.field_types import SKIN_ROLES, Role
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
    shapes: list[Shape] = []
    for shape in drawing.shapes:
        match shape:
            case Circle() | Rectangle() | Polygon():
                shapes.append(_filled(shape))
            case Path():
                shapes.append(_path(shape))
            case Stroke():
                shapes.append(evolve(shape, colour=_line(shape.colour), weight=shape.weight * _HEAVIER))
            case Label():
                shapes.append(evolve(shape, colour="paper" if _is_on_dark(shape, shapes) else "ink"))
    return evolve(drawing, shapes=tuple(shapes))


def _filled(shape: Circle | Rectangle | Polygon) -> Circle | Rectangle | Polygon:
    if shape.fill not in _LIGHT and shape.opacity >= _SOLID:
        return evolve(shape, opacity=100)
    outline = _line(shape.outline or shape.fill)
    return evolve(shape, fill="paper", opacity=0 if shape.opacity < 100 else 100, outline=outline)


def _path(shape: Path) -> Path:
    weight = shape.weight * _HEAVIER
    if shape.fill is None:
        return evolve(shape, colour=_line(shape.colour) if shape.colour else None, weight=weight)
    if shape.fill not in _LIGHT and shape.opacity >= _SOLID:
        return evolve(shape, opacity=100)
    opacity = 0 if shape.opacity < 100 else 100
    return evolve(shape, fill="paper", opacity=opacity, colour=_line(shape.colour or shape.fill), weight=weight)


def _line(role: Role) -> Role:
    return "ink" if role in _LIGHT else role


def _is_on_dark(label: Label, shapes: list[Shape]) -> bool:
    """Return whether the topmost opaque shape under a label's centre is dark."""
    x, y = label.x + label.width / 2, label.y + label.height / 2
    for shape in reversed(shapes):
        match shape:
            case Circle(x=cx, y=cy, radius=radius, opacity=100) if (x - cx) ** 2 + (y - cy) ** 2 <= radius**2:
                return shape.fill not in _LIGHT
            case Rectangle(x=left, y=top, width=width, height=height, opacity=100) if (
                left <= x <= left + width and top <= y <= top + height
            ):
                return shape.fill not in _LIGHT
    return False
