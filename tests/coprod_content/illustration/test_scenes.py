"""Scenes of people, and the covers that show them."""

import pytest
from attrs import evolve
from fontTools.misc.transform import Identity

from coprod_content import load
from coprod_content.brand.brand import Palette
from coprod_content.content.drawing import Circle, Path, on_background
from coprod_content.editions import compose
from coprod_content.editions.sections.scene_pictures import cover_picture, mode_picture
from coprod_content.editions.sections.theme_pictures import theme_mosaic
from coprod_content.editions.sections.tool_sections import tool_guide
from coprod_content.illustration import open_peeps, scenes
from coprod_content.illustration.people import placed_person
from coprod_content.illustration.scenes import film_drawing, scene_drawing
from coprod_content.illustration.svg_path import path_commands

LIBRARY = load()
WORKSHOP = LIBRARY.workshops["first-steps"]
_BEYOND = 1.0  # drawing units, about as much as a line is thick
ROLES = set(Palette.__annotations__)


def test_every_scene_is_drawn_on_its_canvas_in_colours_of_the_palette() -> None:
    """Nothing of a scene sticks out of it, where it would lie on the text of a slide."""
    scenes_of_films = [scene for film in LIBRARY.films.values() for scene in film.scenes if scene.people]
    assert len(scenes_of_films) > 15
    drawings = [*(scene_drawing(scene, LIBRARY) for scene in LIBRARY.scenes.values())]
    for drawing in (*drawings, *(film_drawing(scene, LIBRARY) for scene in scenes_of_films)):
        assert drawing
        for shape in drawing.shapes:
            if isinstance(shape, Path):
                (left, top), (right, bottom) = shape.bounds
                assert min(left, top, drawing.width - right, drawing.height - bottom) >= -_BEYOND
                assert {shape.fill, shape.colour} - {None} <= ROLES


def test_a_film_shows_pawns_without_the_illustration_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scene has as many people, and the same words, with and without the extra."""
    scene = LIBRARY.films["what-co-production-is"].scenes[3]
    with_people = film_drawing(scene, LIBRARY)
    monkeypatch.setattr(scenes, "is_installed", lambda: False)
    pawns = film_drawing(scene, LIBRARY)
    assert pawns.words == with_people.words
    assert sum(isinstance(shape, Circle) for shape in pawns.shapes) == len(scene.people) == 6
    assert len(with_people.shapes) > len(pawns.shapes)


def test_every_option_of_a_person_has_a_drawing() -> None:
    """No name that an editor can write is missing in the illustration set."""
    for component, names in {
        "head": open_peeps.HEADS,
        "expression": open_peeps.FACES,
        "facialHair": open_peeps.BEARDS,
        "accessories": open_peeps.GLASSES,
    }.items():
        assert all(open_peeps.variant(component, name) for name in names.values())


def test_a_person_who_looks_left_is_a_mirror_image() -> None:
    """People can face each other."""
    placed = LIBRARY.scenes["in-pairs"].people[0]
    person = LIBRARY.people[placed.person]
    right, left = (placed_person(evolve(placed, x=0, looks=looks), person) for looks in ("right", "left"))
    for one, other in zip(right, left, strict=True):
        assert one.bounds[0][0] == pytest.approx(-other.bounds[1][0], abs=0.02)


def test_paths_lose_only_detail_that_nobody_sees() -> None:
    """Lines and curves are joined, but corners, turns and arcs stay."""
    for svg, commands in {
        "M0 0 50 .4 100 0": "M 0,0 L 100,0",
        "M0 0 50 0 50 50z": "M 0,0 L 50,0 L 50,50 L 0,0 Z",
        "M0 0 90 0 40 0": "M 0,0 L 90,0 L 40,0",
        "M0 0C0 50 25 75 50 75C75 75 100 50 100 0": "M 0,0 C 0,100 100,100 100,0",
        "M0 0C0 50 25 75 50 75C50 50 75 25 100 40": "M 0,0 C 0,50 25,75 50,75 C 50,50 75,25 100,40",
    }.items():
        assert path_commands(svg, Identity) == commands


def test_covers_show_only_symbols_without_the_illustration_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """A deck without the extra is as it was before there were scenes."""
    with_people = cover_picture((WORKSHOP,), LIBRARY, columns=2, rows=3, across=False)
    assert with_people
    assert with_people == on_background(with_people, "brand", 0.4)
    monkeypatch.setattr(scenes, "is_installed", lambda: False)
    without = cover_picture((WORKSHOP,), LIBRARY, columns=2, rows=3, across=False)
    assert without == theme_mosaic(LIBRARY, WORKSHOP.themes, columns=2, rows=3)
    assert mode_picture("pairs", (), LIBRARY) is None


def test_themes_and_handouts_show_people_and_tools_their_pictograms() -> None:
    """Each of our tools has a pictogram of its own, and no sign says what the words beside it do not say."""
    pictures = [tool.picture for tool in LIBRARY.tools.values()]
    assert None not in pictures
    assert len(set(pictures)) == len(pictures)
    tool = LIBRARY.tools["fishbowl"]
    assert tool_guide(tool, LIBRARY).picture == LIBRARY.pictures["listening"].drawing
    assert tool_guide(evolve(tool, picture=None), LIBRARY).picture == LIBRARY.themes[tool.theme].drawing
    theme = LIBRARY.themes["sharing-power"]
    covers = [compose(name, LIBRARY, [theme.id]).sections[0] for name in ("theme-guide", "theme-slides")]
    covers.append(compose("handouts", LIBRARY, [WORKSHOP.id]).sections[0])
    assert all(cover.picture and cover.picture.has_ground and not cover.picture.words for cover in covers)
