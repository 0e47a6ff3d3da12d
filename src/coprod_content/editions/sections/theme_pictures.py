"""Theme accent colours and pictures: symbols and mosaics."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import assert_never

from attrs import evolve

from coprod_content.content.drawing import (
    Circle,
    Drawing,
    Label,
    Path,
    Polygon,
    Rectangle,
    Shape,
    Stroke,
    on_background,
)
from coprod_content.content.field_types import Role
from coprod_content.content.library import Library
from coprod_content.content.model import Theme, Tool
from coprod_content.content.paths import Point, moved_path
from coprod_content.document.document import Section
from coprod_content.illustration.moved_path import MovedPath

TILE = 60.0
"""The side of a tile of a mosaic, in drawing units."""
_INSET = 12.0
_GROUNDS: tuple[Role, ...] = ("theme_1", "theme_2", "theme_3", "theme_4", "theme_5", "theme_6")


def themed(section: Section, theme: Theme) -> Section:
    """Return the section with the colour and symbol of a theme."""
    return evolve(section, accent=f"theme_{theme.number}", picture=theme.drawing)


def with_tool_sign(section: Section, tool: Tool, library: Library) -> Section:
    """Return the section with a tool's pictogram and its theme's colour.

    A tool without a pictogram has the symbol of its theme.
    """
    section = themed(section, library.themes[tool.theme])
    return evolve(section, picture=library.pictures[tool.picture].drawing) if tool.picture else section


def theme_accent(ids: Iterable[str], library: Library) -> str:
    """Return the accent colour for a section about one or more themes.

    This is the colour role of the theme, such as `theme_3`, if `ids` names one theme only, and otherwise `brand`.
    """
    numbers = {library.themes[id_].number for id_ in ids}
    return f"theme_{numbers.pop()}" if len(numbers) == 1 else "brand"


def theme_mosaic(library: Library, ids: Iterable[str] = (), *, columns: int = 6, rows: int = 3) -> Drawing | None:
    """Return a mosaic of theme symbols, with no two neighbours alike.

    The mosaic is `columns` by `rows` symbols in size. If `ids` is empty, all themes are used. A single symbol is
    returned unchanged. Return None if no theme has a symbol.
    """
    signed = _signed(library, ids)
    if len(signed) < 2:
        return signed[0].drawing if signed else None
    return Drawing(width=columns * TILE, height=rows * TILE, shapes=theme_tiles(library, ids, columns, rows))


def theme_tiles(library: Library, ids: Iterable[str], columns: int, rows: int) -> tuple[Shape, ...]:
    """Return rows of tiles with theme symbols, where neighbours differ.

    If `ids` is empty, all themes are used. A single symbol alternates with plain tiles.
    """
    signed = _signed(library, ids)
    symbols = signed if len(signed) != 1 else (*signed, None)
    if not symbols:
        return ()
    step = columns if columns % len(symbols) else columns + 1
    return tuple(
        shape
        for row in range(rows)
        for column in range(columns)
        for shape in _tile(symbols[(column + row * step) % len(symbols)], column * TILE, row * TILE)
    )


def _signed(library: Library, ids: Iterable[str]) -> tuple[Theme, ...]:
    """Return the selected themes, or all themes, that have a symbol."""
    chosen = tuple(library.themes[id_] for id_ in dict.fromkeys(ids))
    themes = chosen or sorted(library.themes.values(), key=lambda theme: theme.number)
    return tuple(theme for theme in themes if theme.drawing)


def _tile(theme: Theme | None, x: float, y: float) -> tuple[Shape, ...]:
    if theme is None or theme.drawing is None:
        return (Rectangle(x=x, y=y, width=TILE, height=TILE, fill="dark"),)
    return _symbol_tile(theme.drawing, _GROUNDS[(theme.number - 1) % len(_GROUNDS)], x, y)


@lru_cache(maxsize=1024)
def _symbol_tile(drawing: Drawing, colour: Role, x: float, y: float) -> tuple[Shape, ...]:
    ground = Rectangle(x=x, y=y, width=TILE, height=TILE, fill=colour)
    scale = (TILE - 2 * _INSET) / max(drawing.width, drawing.height)
    across, down = (TILE - drawing.width * scale) / 2, (TILE - drawing.height * scale) / 2
    return ground, *placed_shapes(on_background(drawing, colour), x + across, y + down, scale)


@lru_cache(maxsize=128)
def placed_shapes(drawing: Drawing, x: float, y: float, scale: float) -> tuple[Shape, ...]:
    """Return a drawing's shapes, scaled by `scale`, then moved by (`x`, `y`)."""
    return tuple(_moved(shape, x, y, scale) for shape in drawing.shapes)


def _moved(shape: Shape, x: float, y: float, scale: float) -> Shape:
    def at(spot: Point) -> Point:
        return round(x + spot[0] * scale, 2), round(y + spot[1] * scale, 2)

    match shape:
        case Polygon(corners=corners):
            return evolve(shape, points=_written(corners, at))
        case Path(commands=commands, weight=weight):
            shape = evolve(shape, commands=moved_path(commands, x, y, scale, scale), weight=weight * scale)
            return evolve(shape, place=_moved_place(shape, x, y, scale)) if isinstance(shape, MovedPath) else shape
        case Circle(radius=radius):
            across, down = at((shape.x, shape.y))
            return evolve(shape, x=across, y=down, radius=radius * scale)
        case Rectangle(width=width, height=height, corner=corner):
            across, down = at((shape.x, shape.y))
            return evolve(shape, x=across, y=down, width=width * scale, height=height * scale, corner=corner * scale)
        case Stroke(weight=weight):
            (across, down), (to_x, to_y) = at((shape.x, shape.y)), at((shape.to_x, shape.to_y))
            return evolve(shape, x=across, y=down, to_x=to_x, to_y=to_y, weight=weight * scale)
        case Label(width=width, height=height, size=size):
            across, down = at((shape.x, shape.y))
            return evolve(shape, x=across, y=down, width=width * scale, height=height * scale, size=size * scale)
        case _ as unreachable:
            assert_never(unreachable)


def _moved_place(path: MovedPath, x: float, y: float, scale: float) -> tuple[float, float, float, float]:
    across, down, left, top = path.place
    return across * scale, down * scale, x + left * scale, y + top * scale


def _written(points: tuple[Point, ...], at: Callable[[Point], Point]) -> str:
    return " ".join(f"{across:g},{down:g}" for across, down in map(at, points))
