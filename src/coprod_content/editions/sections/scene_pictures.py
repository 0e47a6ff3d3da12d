"""Scenes of people as decorative pictures."""

from coprod_content.content.drawing import Circle, Drawing, Rectangle, Shape
from coprod_content.content.library import Library
from coprod_content.content.model import PeopleScene, Theme, Workshop
from coprod_content.editions.sections.theme_pictures import TILE, placed_shapes, theme_mosaic, theme_tiles
from coprod_content.illustration.scenes import scene_drawing

_SUN, _SUN_HEIGHT = 0.42, 0.5
"""The circle behind people: its radius as a fraction of the shorter side of their area, and how far down its centre is,
as a fraction of the area's height.
"""
_CLOSING_MODES, _CLOSING_MODES_ONLINE = ("everyone", "small groups"), ("alone",)
"""The modes of scenes for a closing question, preferred ones first."""
_WIDE = 4
"""The minimum ratio of width to height for a picture with symbols on both sides of the people."""


def mode_picture(mode: str, themes: tuple[str, ...], library: Library) -> Drawing | None:
    """Return a scene of people working in a mode, such as `pairs`.

    The picture also shows the symbols of `themes`. Return None if no scene shows that mode, or if the illustration set
    is not installed.
    """
    return _beside_words(_scene_for(mode, library), themes, library)


def closing_picture(workshop: Workshop, library: Library) -> Drawing | None:
    """Return a picture for a workshop's closing question, or None.

    Its scene is not the one on the cover, and suits the setting: nobody sits in a circle in an online workshop. The
    result is None if there is no such scene, or if the illustration set is not installed.
    """
    cover, modes = (
        _scene_of(workshop, library),
        _CLOSING_MODES_ONLINE if workshop.setting == "online" else _CLOSING_MODES,
    )
    suitable = (scene for mode in modes for scene in library.scenes.values() if mode in scene.modes and scene != cover)
    return _beside_words(next(suitable, None), (), library)


def _beside_words(scene: PeopleScene | None, themes: tuple[str, ...], library: Library) -> Drawing | None:
    drawing = scene_drawing(scene, library) if scene else None
    return _with_symbols(drawing, themes, library, 2, 3, across=False) if drawing else None


def cover_picture(
    workshops: tuple[Workshop, ...], library: Library, *, columns: int, rows: int, across: bool
) -> Drawing | None:
    """Return a scene of people for a cover, with the themes' symbols.

    The scene is the one that the first workshop names or, if it names none, one that suits its setting. If `across` is
    true, the scene is to the right of the symbols or, in a wide picture, between them. Otherwise, it is below them. The
    picture is `columns` by `rows` symbols in size. Return only the symbols if there is no scene, or if the illustration
    set is not installed. Return None if no theme has a symbol either.
    """
    themes = tuple(id_ for workshop in workshops for id_ in workshop.themes)
    scene = next((scene for workshop in workshops if (scene := _scene_of(workshop, library))), None)
    return _cover(scene, themes, library, columns, rows, across=across)


def theme_cover_picture(
    themes: tuple[Theme, ...], library: Library, *, columns: int, rows: int, across: bool
) -> Drawing | None:
    """Return the first scene that a theme names, with the themes' symbols.

    For the other parameters, and for themes without a scene, see `cover_picture`.
    """
    scene = next((library.scenes[theme.scene] for theme in themes if theme.scene), None)
    return _cover(scene, tuple(theme.id for theme in themes), library, columns, rows, across=across)


def _cover(
    scene: PeopleScene | None, themes: tuple[str, ...], library: Library, columns: int, rows: int, *, across: bool
) -> Drawing | None:
    drawing = scene_drawing(scene, library) if scene else None
    if drawing is None:
        return theme_mosaic(library, themes, columns=columns, rows=rows)
    return _with_symbols(drawing, themes, library, columns, rows, across=across)


def _with_symbols(
    drawing: Drawing, themes: tuple[str, ...], library: Library, columns: int, rows: int, *, across: bool
) -> Drawing:
    width, height = columns * TILE, rows * TILE
    left, top = (2 * TILE, 0.0) if across else (0.0, TILE)
    right = left if across and columns >= _WIDE * rows else 0.0
    ground = Rectangle(x=0, y=0, width=width, height=height, fill="tint")
    tiles = theme_tiles(library, themes, *((2, rows) if across else (columns, 1)))
    if right:
        beside = Drawing(width=right, height=height, shapes=tiles)
        tiles = (*tiles, *placed_shapes(beside, width - right, 0.0, 1.0))
    people = _before_the_sun(drawing, left, top, width - left - right, height - top)
    return Drawing(width=width, height=height, shapes=(ground, *tiles, *people))


def _scene_of(workshop: Workshop, library: Library) -> PeopleScene | None:
    if workshop.scene:
        return library.scenes[workshop.scene]
    return _scene_for("online room" if workshop.setting == "online" else "small groups", library)


def _scene_for(mode: str, library: Library) -> PeopleScene | None:
    return next((scene for scene in library.scenes.values() if mode in scene.modes), None)


def _before_the_sun(drawing: Drawing, x: float, y: float, width: float, height: float) -> tuple[Shape, ...]:
    """Return a circle, and in front of it a scene.

    Both fit in the rectangle whose top left corner is (`x`, `y`). The scene is at its bottom.
    """
    scale = min(width / drawing.width, height / drawing.height)
    left, top = x + (width - drawing.width * scale) / 2, y + height - drawing.height * scale
    circle = Circle(x=x + width / 2, y=y + height * _SUN_HEIGHT, radius=min(width, height) * _SUN, fill="sun")
    return circle, *placed_shapes(drawing, left, top, scale)
