"""Symbols for modes: how many people work together, or what they do."""

from collections.abc import Iterator
from functools import lru_cache
from math import cos, pi, sin
from typing import cast, get_args

from coprod_content.content.drawing import Circle, Drawing, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.field_types import Mode, Role

_SIZE = 100.0
_PEOPLE: dict[str, tuple[tuple[float, float, float], ...]] = {
    "alone": ((50, 50, 1.5),),
    "pairs": ((28, 52, 1.0), (72, 52, 1.0)),
    "threes": ((50, 30, 0.8), (24, 70, 0.8), (76, 70, 0.8)),
    "small groups": ((30, 26, 0.6), (70, 26, 0.6), (20, 74, 0.6), (50, 74, 0.6), (80, 74, 0.6)),
    "listen": ((28, 55, 1.1),),
    "write": (),
    "move": ((34, 52, 1.2),),
    "online room": ((36, 46, 0.62), (64, 46, 0.62)),
}
"""The centre and size of each person in a symbol."""
_RING, _IN_RING = 8, 36.0
_SHOULDERS = 12


@lru_cache(maxsize=128)
def mode_sign(mode: str, colour: str) -> Drawing | None:
    """Return the symbol for a mode, or None if it has none."""
    if mode not in get_args(Mode):
        return None
    role = cast(Role, colour)
    people = _PEOPLE.get(mode) or (_ring() if mode == "everyone" else ())
    shapes = (*_around(mode, role), *(shape for each in people for shape in _person(*each, role)))
    return Drawing(width=_SIZE, height=_SIZE, shapes=shapes)


def _ring() -> Iterator[tuple[float, float, float]]:
    for at in range(_RING):
        angle = 2 * pi * at / _RING
        yield _SIZE / 2 + _IN_RING * sin(angle), _SIZE / 2 - _IN_RING * cos(angle), 0.46


def _person(x: float, y: float, size: float, colour: Role) -> tuple[Shape, ...]:
    """Return a head above shoulders, 40 units high at size 1."""
    arch = (pi * at / _SHOULDERS for at in range(_SHOULDERS + 1))
    corners = ((x - 18 * size * cos(angle), y + 20 * size - 18 * size * sin(angle)) for angle in arch)
    points = " ".join(f"{across:.2f},{down:.2f}" for across, down in corners)
    return Circle(x=x, y=y - 11 * size, radius=9 * size, fill=colour), Polygon(points=points, fill=colour)


def _around(mode: str, colour: Role) -> tuple[Shape, ...]:
    """Return the shapes in a symbol that are not people."""
    match mode:
        case "small groups":
            return (Rectangle(x=14, y=44, width=72, height=8, corner=4, fill=colour),)
        case "listen":
            waves = ((58, 14), (70, 24), (82, 34))
            return tuple(Stroke(x=x, y=50 - h, to_x=x, to_y=50 + h, colour=colour, weight=5) for x, h in waves)
        case "write":
            pencil = Polygon(points="66,10 84,28 42,70 20,76 24,52", fill=colour)
            return pencil, Stroke(x=20, y=90, to_x=80, to_y=90, colour=colour, weight=5)
        case "move":
            return (Polygon(points="62,42 76,42 76,30 98,50 76,70 76,58 62,58", fill=colour),)
        case "online room":
            stand = Rectangle(x=34, y=86, width=32, height=7, corner=3, fill=colour)
            frame = ((6, 14, 88, 6), (6, 70, 88, 6), (6, 14, 6, 62), (88, 14, 6, 62))
            sides = (Rectangle(x=x, y=y, width=w, height=h, fill=colour) for x, y, w, h in frame)
            return *sides, stand
        case _:
            return ()
