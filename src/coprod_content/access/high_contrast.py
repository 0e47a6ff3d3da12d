"""High contrast: words on white in black, or in white on a colour as dark, and nothing between: no tint, nothing
see-through. Every pair of colours that words may stand in has 15:1 or more, over twice what WCAG 2.2 AAA asks for.
"""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.access.rewrite import with_blocks
from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.contrast import contrast, mixed
from coprod_content.content.drawing import Circle, Drawing, Label, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.field_types import Role
from coprod_content.document.blocks import Block, Figure, Illustrated
from coprod_content.document.document import Document, Section
from coprod_content.layout.frames import Frames

LEAST = 15.0
_BLACK, _WHITE = "#000000", "#ffffff"
_SOLID = 60
_LIGHT = frozenset({"paper", "tint", "line", "sun"})
_HEAVIER = 1.5


def brand(brand: Brand) -> Brand:
    """The brand in black, white, and its own colours as dark as words on white have to be."""
    return evolve(brand, contrast="high", palette=_palette(brand.palette))


def _palette(palette: Palette) -> Palette:
    return evolve(
        palette,
        ink=_BLACK,
        paper=_WHITE,
        tint=_WHITE,
        line=_BLACK,
        muted=_BLACK,
        dark=_BLACK,
        brand=_apart(palette.brand, _WHITE),
        sun=_apart(palette.sun, _BLACK),
        **{name: _apart(getattr(palette, name), _WHITE) for name in (f"theme_{at}" for at in range(1, 7))},
    )


def _apart(colour: str, ground: str) -> str:
    """A colour with so much black or white in it that it stands apart from a white or black ground."""
    away = _BLACK if ground == _WHITE else _WHITE
    shades = (mixed(colour, away, share / 100) for share in range(101))
    return next(shade for shade in shades if contrast(shade, ground) >= LEAST)


def document(document: Document, _brand: Brand, _frames: Frames | None) -> Document:
    """The document with drawings of outlines, words and dark shapes."""

    def blocks(block: Block, _: Section) -> Iterator[Block]:
        match block:
            case Figure(drawing):
                yield evolve(block, drawing=_outlined(drawing))
            case Illustrated(picture):
                yield evolve(block, picture=_outlined(picture))
            case _:
                yield block

    return with_blocks(document, blocks)


def _outlined(drawing: Drawing) -> Drawing:
    shapes: list[Shape] = []
    for shape in drawing.shapes:
        match shape:
            case Circle() | Rectangle() | Polygon():
                shapes.append(_filled(shape))
            case Stroke():
                shapes.append(evolve(shape, colour=_line(shape.colour), weight=shape.weight * _HEAVIER))
            case Label():
                on_dark = any(_is_dark(under) for under in _under(shape, shapes))
                shapes.append(evolve(shape, colour="paper" if on_dark else "ink"))
    return evolve(drawing, shapes=tuple(shapes))


def _filled(shape: Circle | Rectangle | Polygon) -> Circle | Rectangle | Polygon:
    """A dark shape in full, every other as an outline; what was see-through lets all through."""
    if shape.fill not in _LIGHT and shape.opacity >= _SOLID:
        return evolve(shape, opacity=100)
    outline = _line(shape.outline or shape.fill)
    return evolve(shape, fill="paper", opacity=0 if shape.opacity < 100 else 100, outline=outline)


def _line(role: Role) -> Role:
    return "ink" if role in _LIGHT else role


def _is_dark(shape: Shape) -> bool:
    return isinstance(shape, Circle | Rectangle | Polygon) and shape.fill not in _LIGHT


def _under(label: Label, shapes: list[Shape]) -> Iterator[Shape]:
    """The uppermost shape under the middle of a label that hides what is below it."""
    x, y = label.x + label.width / 2, label.y + label.height / 2
    for shape in reversed(shapes):
        match shape:
            case Circle(x=cx, y=cy, radius=radius, opacity=100) if (x - cx) ** 2 + (y - cy) ** 2 <= radius**2:
                yield shape
                return
            case Rectangle(x=left, y=top, width=wide, height=high, opacity=100) if (
                left <= x <= left + wide and top <= y <= top + high
            ):
                yield shape
                return
