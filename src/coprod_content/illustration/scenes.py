"""Scenes as drawings."""

from coprod_content.content.drawing import Drawing
from coprod_content.content.library import Library
from coprod_content.content.model import PeopleScene
from coprod_content.illustration.open_peeps import is_installed
from coprod_content.illustration.people import placed_person


def scene_drawing(scene: PeopleScene, library: Library) -> Drawing | None:
    """Return a scene as a drawing, or None without the illustration set."""
    if scene.people and not is_installed():
        return None
    people = (shape for placed in scene.people for shape in placed_person(placed, library.people[placed.person]))
    return Drawing(width=scene.width, height=scene.height, shapes=(*scene.behind, *people, *scene.front))
