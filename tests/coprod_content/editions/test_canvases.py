"""Canvases: on the slides of the steps that use them, on handouts and as posters."""

import re

import pytest

from coprod_content import compose
from coprod_content.content.library import Library
from coprod_content.content.model import Step
from coprod_content.document.blocks import Figure
from coprod_content.document.document import Document
from coprod_content.editions.selection import SelectionError

_LOOK_AT = re.compile(
    r"\b(fish|bones?|ladder|rungs?|wheel|grid|chart|map|lines?|tree|circles?|sheets?|columns?|rows?|strips?|poster"
    r"|outline|islands?|bridges?|corner|dots?|cloth|towers?|timetable|scale|rings?|stack|arrows?|wall|week|horizons?"
    r"|box|cards?|slips?|page)\b",
    re.IGNORECASE,
)
_IN_HAND = {  # steps about things that people hold, or that hang elsewhere
    ("after-action-review", 1),
    ("appreciative-interviews", 1),
    ("best-for-one-person", 1),
    ("collaborative-pairs", 4),
    ("head-heart-hands", 3),
    ("objects-and-highlights", 1),
    ("open-space", 3),
    ("payment-agreement", 4),
    ("shared-priorities", 1),
    ("shared-priorities", 4),
    ("teach-back", 2),
}


def _shown_and_said(step: Step) -> str:
    task = (step.task.ask, *step.task.lines) if step.task else ()
    return " ".join((*task, step.say or ""))


def test_a_step_that_names_something_to_look_at_shows_the_canvas(library: Library) -> None:
    """People who come in late, or who do not hear well, see what they are asked to work on."""
    lacking = {
        (tool.id, at)
        for tool in library.tools.values()
        for at, step in enumerate(tool.steps, start=1)
        if not step.canvas and _LOOK_AT.search(_shown_and_said(step))
    }
    assert lacking == _IN_HAND
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
    ("selected", "count"), [("fishbone-together", 1), ("fishbone", 1), ("sharing-power", 8), ("first-steps", 2)]
)
def test_tools_themes_workshops_and_canvases_select_posters(library: Library, selected: str, count: int) -> None:
    """Nobody has to know the id of a canvas."""
    sections = compose("canvases", library, [selected]).sections
    assert [section.role for section in sections] == ["canvas"] * count


def test_a_selection_without_a_canvas_is_refused(library: Library) -> None:
    """The message says what to choose."""
    with pytest.raises(SelectionError, match="canvases, tools, themes or workshops"):
        compose("canvases", library, ["starting-small"])
