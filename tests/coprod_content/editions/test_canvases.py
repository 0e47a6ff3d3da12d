"""Canvases: on the slides of the steps that use them, on handouts and as posters."""

import re

import pytest

from coprod_content import compose
from coprod_content.content.drawing import Rectangle
from coprod_content.content.library import Library
from coprod_content.document.blocks import Figure
from coprod_content.document.document import Document
from coprod_content.editions.selection import SelectionError

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def test_each_tool_has_a_canvas_on_a_slide(library: Library) -> None:
    """`coprod check` warns about a step that mentions something to look at and does not show it."""
    assert all(tool.canvas and any(step.canvas for step in tool.steps) for tool in library.tools.values())


def test_a_marked_step_has_the_canvas_on_its_slide_and_the_handouts_have_it_once(library: Library) -> None:
    """The slide and the handout show the same drawing, with the same alternative text."""
    tool = library.tools["what-matters-to-you"]
    canvas = library.canvases[tool.canvas or ""]
    deck, handouts = (compose(name, library, ["first-steps"]) for name in ("deck", "handouts"))

    def drawn(document: Document) -> list[str]:
        return [
            block.alt
            for _, section in document.walk()
            if tool.id in section.items
            for block in section.blocks
            if isinstance(block, Figure) and block.drawing == canvas.drawing
        ]

    assert len(drawn(deck)) == sum(step.canvas for step in tool.steps)
    assert len(drawn(handouts)) == 1


@pytest.mark.parametrize(
    ("selected", "count"), [("fishbone-together", 1), ("fishbone", 1), ("sharing-power", 10), ("first-steps", 2)]
)
def test_tools_themes_workshops_and_canvases_select_posters(library: Library, selected: str, count: int) -> None:
    """Nobody has to know the id of a canvas."""
    sections = compose("canvases", library, [selected]).sections
    assert [section.role for section in sections] == ["canvas"] * count


def test_the_rows_and_columns_of_a_canvas_are_as_many_as_its_text_says(library: Library) -> None:
    """Somebody who cannot see the drawing is not misled. Boxes of one size, width or height are counted."""
    wrong = []
    for canvas in library.canvases.values():
        boxes = [shape for shape in canvas.drawing.shapes if isinstance(shape, Rectangle)]
        sizes = {(box.width, box.height) for box in boxes}
        down = {len({box.y for box in boxes if box.width == width}) for width, _ in sizes}
        across = {len({box.x for box in boxes if box.height == height}) for _, height in sizes}
        down |= {len({box.y for box in boxes if (box.width, box.height) == size}) for size in sizes}
        across |= {len({box.x for box in boxes if (box.width, box.height) == size}) for size in sizes}
        counted = re.findall(
            r"\b(two|three|four|five|six|seven|eight|nine|ten) (rows|columns)\b", canvas.alt.casefold()
        )
        wrong += [
            (canvas.id, number, part)
            for number, part in counted
            if _NUMBERS.index(number) + 2 not in (down if part == "rows" else across)
        ]
    assert wrong == []


def test_a_short_version_can_have_its_own_canvas(library: Library) -> None:
    """Its slide, its handout and its poster show only the parts that the short version uses."""
    own = library.tools["power-mapping"].short
    assert own
    assert own.canvas
    for edition in ("deck", "handouts", "canvases"):
        drawn = [
            block.drawing
            for _, section in compose(edition, library, ["who-decides"]).walk()
            for block in section.blocks
            if isinstance(block, Figure)
        ]
        assert drawn.count(library.canvases[own.canvas].drawing) == 1, edition
        assert library.canvases["influences-and-rooms"].drawing not in drawn, edition


def test_a_selection_without_a_canvas_is_refused(library: Library) -> None:
    """The message says what to choose."""
    with pytest.raises(SelectionError, match="canvases, tools, themes or workshops"):
        compose("canvases", library, ["starting-small"])
