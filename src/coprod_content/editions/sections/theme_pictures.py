"""Accent colours and pictures of themes: signs and mosaics."""

from collections.abc import Iterable

from attrs import evolve

from coprod_content.content.drawing import Drawing, Rectangle, Shape, on_background, placed_shapes
from coprod_content.content.field_types import Role
from coprod_content.content.library import Library
from coprod_content.content.model import Theme
from coprod_content.document.document import Section

_TILE = 60.0  # drawing units
_INSET = 12.0
_GROUNDS: tuple[Role, ...] = ("theme_1", "theme_2", "theme_3", "theme_4", "theme_5", "theme_6")


def themed(section: Section, theme: Theme) -> Section:
    """Return a section in the colour of a theme, with its sign."""
    return evolve(section, accent=f"theme_{theme.number}", picture=theme.drawing)


def shared_accent(themes: tuple[Theme, ...]) -> str:
    """Return the accent of the only theme, otherwise the brand's."""
    return f"theme_{themes[0].number}" if len(themes) == 1 else "brand"


def theme_mosaic(themes: tuple[Theme, ...], columns: int, rows: int) -> Drawing | None:
    """Return tiles with the signs of themes, no two neighbours alike.

    A single sign is returned as it is; None if no theme has a sign.
    """
    signed = tuple(theme for theme in themes if theme.drawing)
    if len(signed) < 2:
        return signed[0].drawing if signed else None
    step = columns if columns % len(signed) else columns + 1
    shapes = (
        shape
        for row in range(rows)
        for column in range(columns)
        for shape in _tile(signed[(column + row * step) % len(signed)], column * _TILE, row * _TILE)
    )
    return Drawing(width=columns * _TILE, height=rows * _TILE, shapes=tuple(shapes))


def themes_by_number(library: Library) -> tuple[Theme, ...]:
    """Return every theme, ordered by number."""
    return tuple(sorted(library.themes.values(), key=lambda theme: theme.number))


def themes_by_id(ids: Iterable[str], library: Library) -> tuple[Theme, ...]:
    """Return the themes with these ids, each once."""
    return tuple(library.themes[id_] for id_ in dict.fromkeys(ids))


def _tile(theme: Theme, x: float, y: float) -> tuple[Shape, ...]:
    """Return a square in a theme's colour, with its sign centred."""
    drawing = theme.drawing
    if drawing is None:
        return ()
    colour = _GROUNDS[(theme.number - 1) % len(_GROUNDS)]
    ground = Rectangle(x=x, y=y, width=_TILE, height=_TILE, fill=colour)
    scale = (_TILE - 2 * _INSET) / max(drawing.width, drawing.height)
    across, down = (_TILE - drawing.width * scale) / 2, (_TILE - drawing.height * scale) / 2
    return ground, *placed_shapes(on_background(drawing, colour), x + across, y + down, scale)
