"""People, drawn from the parts of the illustration set."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import asdict, evolve

from coprod_content.content.drawing import Path, Shape
from coprod_content.content.field_types import Role
from coprod_content.content.model import Person, PlacedPerson
from coprod_content.content.paths import moved_path
from coprod_content.illustration.limbs import posed_arms, posed_body, seat, worn
from coprod_content.illustration.moved_path import MovedPath
from coprod_content.illustration.open_peeps import BEARDS, FACES, GLASSES, HEADS, PaintedPath, body, variant
from coprod_content.illustration.svg_path import path_commands

_HIPS, _MIDDLE, _TALL = 1230.0, 345.0, 1200.0
BREADTHS = {"slim": 0.9, "medium": 1.0, "broad": 1.14}
_ROLES: dict[str, Role] = {
    "ink": "ink",
    "black": "ink",
    "white": "paper",
    "#FF8181": "theme_2",
    "#FF6C6C": "theme_2",
}
"""The roles of the colours that are the same for everybody: lines, teeth and tongues."""


@lru_cache(maxsize=256)
def placed_person(placed: PlacedPerson, person: Person) -> tuple[Shape, ...]:
    """Return the shapes of a person, at their position in a scene."""
    scale = placed.height / _TALL
    across = scale if placed.looks == "right" else -scale
    left, top = placed.x - _MIDDLE * across, placed.y - _HIPS * scale

    def moved(path: Path) -> Path:
        commands = moved_path(path.commands, left, top, across, scale, 1)
        return MovedPath(
            **asdict(evolve(path, commands=commands, weight=path.weight * scale)),
            original=path.commands,
            place=(across, scale, left, top),
        )

    return tuple(moved(path) for path in _person(placed, person))


def _person(placed: PlacedPerson, person: Person) -> Iterator[Path]:
    behind, front = seat(wheelchair=person.wheelchair) if person.wheelchair or placed.seated else ((), ())
    yield from behind
    if placed.pose == "still":
        yield from _painted(body(BREADTHS[person.build]), person)
    else:
        yield from posed_body(person.clothes, person.skin)
    for component, name in _components(placed, person):
        yield from _painted(variant(component, name), person)
    for thing in person.wears:
        yield from worn(thing)
    yield from front
    if placed.pose != "still":
        yield from posed_arms(placed.pose, person.clothes, person.skin)


def _components(placed: PlacedPerson, person: Person) -> Iterator[tuple[str, str]]:
    yield "head", HEADS[person.head]
    yield "expression", FACES[placed.face or person.face]
    if person.beard:
        yield "facialHair", BEARDS[person.beard]
    if person.glasses:
        yield "accessories", GLASSES[person.glasses]


def _painted(parts: tuple[PaintedPath, ...], person: Person) -> Iterator[Path]:
    own: dict[str, Role] = {"skin": person.skin, "clothing": person.clothes, "headContrast": person.hair}
    for part in parts:
        yield Path(commands=path_commands(part.svg, part.transform), fill=own.get(part.paint) or _ROLES[part.paint])
