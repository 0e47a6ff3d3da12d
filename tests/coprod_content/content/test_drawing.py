"""Drawings: the words in them."""

import re

import pytest

from coprod_content.content.drawing import Drawing, Label, Path, Stroke
from coprod_content.content.field_types import PathCommands, TextPattern


def test_a_drawing_lists_the_words_of_its_labels_in_order() -> None:
    """A screen reader can be given the words in a picture."""
    us, them = (Label(x=0, y=y, width=5, height=2, text=text, size=1) for y, text in ((0, "Us"), (3, "Them")))
    drawing = Drawing(width=10, height=5, shapes=(us, Stroke(x=0, y=0, to_x=1, to_y=1, colour="ink"), them))
    assert drawing.words == ("Us", "Them")


def test_the_box_around_a_path_follows_its_curves() -> None:
    """A curve is as large as it is drawn, not as the points that steer it, and text after it is read whole."""
    arch = Path(commands="M 0,50 C 0,-10 100,-10 100,50 L 120,50 Z", colour="ink")
    assert [step.command for step in arch.steps] == ["M", "C", "L", "Z"]
    assert arch.bounds == ((0, pytest.approx(5)), (120, 50))
    assert Path(commands="M 5,1 L 5,9", colour="ink").bounds == ((5, 1), (5, 9))
    assert Path(commands="M 0,0 C 10,0 20,10 20,20", colour="ink").end == ((20, 20), (20, 10))


@pytest.mark.parametrize(
    "commands",
    [
        "",
        "M 0,0",
        "L 0,0",
        "M 0,0 L 5",
        "M 0,0 C 1,1 2,2",
        "M 0,0 l 5,5",
        "M 0 0 L 5 5",
        "M 0,0 L 5,5 A 1,1",
        "M 0,0 Zz",
    ],
)
def test_commands_that_draw_nothing_are_refused(commands: str) -> None:
    """A typing mistake in a path is found when the file is read."""
    pattern = next(each for each in PathCommands.__metadata__ if isinstance(each, TextPattern))
    assert not re.fullmatch(pattern.regex, commands)
    assert re.fullmatch(pattern.regex, "M 0,0 L 5,-5.25 C 1,1 2,2 3,3 Z M 1,1 L 2,2")
