"""Scenes as drawings."""

from attrs import evolve

from coprod_content.content.drawing import Circle, Drawing, Rectangle, Shape
from coprod_content.content.library import Library
from coprod_content.content.model import PeopleScene, Person, PlacedPerson, Scene
from coprod_content.illustration.open_peeps import is_installed
from coprod_content.illustration.people import placed_person

_PAWN = (0.58, 0.52, 0.2)
"""The width and height of a pawn's body, and the radius of its head, as fractions of the pawn's whole height."""


def scene_drawing(scene: PeopleScene, library: Library) -> Drawing | None:
    """Return a scene as a drawing.

    Returns None if the illustration set is not installed.
    """
    if not is_installed():
        return None
    people = (shape for placed in scene.people for shape in placed_person(placed, library.people[placed.person]))
    return Drawing(width=scene.width, height=scene.height, shapes=(*scene.behind, *people, *scene.front))


def film_drawing(scene: Scene, library: Library) -> Drawing:
    """Return a film's scene as a drawing.

    If the illustration set is not installed, people are drawn as pawns.
    """
    people = (shape for placed in scene.people for shape in drawn_person(placed, library.people[placed.person]))
    return evolve(scene.drawing, shapes=(*scene.drawing.shapes, *people, *scene.front))


def drawn_person(placed: PlacedPerson, person: Person) -> tuple[Shape, ...]:
    """Return the shapes of a person.

    If the illustration set is not installed, they are those of a pawn.
    """
    return placed_person(placed, person) if is_installed() else _pawn(placed, person)


def _pawn(placed: PlacedPerson, person: Person) -> tuple[Shape, ...]:
    """Return a head and body in the colour of the person's clothes."""
    wide, tall, radius = (placed.height * share for share in _PAWN)
    return (
        Rectangle(
            x=placed.x - wide / 2,
            y=placed.y - tall,
            width=wide,
            height=tall,
            corner=tall / 2,
            fill=person.clothes,
            outline="ink",
        ),
        Circle(x=placed.x, y=placed.y - placed.height + radius, radius=radius, fill=person.clothes, outline="ink"),
    )
