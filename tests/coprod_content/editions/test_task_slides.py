"""Slides of steps: the task of a step, or the best of what there is."""

import re

import pytest

from coprod_content import Library
from coprod_content.content.model import Step
from coprod_content.content.model.tool import Task
from coprod_content.document.blocks import Bullets, block_texts
from coprod_content.document.document import Section
from coprod_content.editions import compose
from coprod_content.editions.sections.titles import unique_titles
from coprod_content.editions.workshop.task_slides import task_slide
from coprod_content.text.spans import plain

ASKED = "Think back. What mattered to you? Say it to the person beside you."
TASK = Task(ask="What matters?", lines=("Half the time each, then swap",))


def slide(step: Step) -> Section:
    """Return the slide of a step of nine minutes."""
    return task_slide("Talk", step, (Bullets(step.do),), where="Tool · Step 1 of 2", minutes=9, notes=())


def words(section: Section) -> list[str]:
    """Return the words of a slide's blocks."""
    return [plain(text) for block in section.blocks for text in block_texts(block)]


@pytest.mark.parametrize(
    ("step", "title", "shown", "label"),
    [
        (Step(title="Talk", minutes=9, do=("Go.",), mode="pairs", task=TASK, say="I will wait."),
         "What matters?", ["4 minutes each, then swap"], "Pairs · Tool · Step 1 of 2"),
        (Step(title="Talk", minutes=9, do=("Go.",), task=TASK),
         "What matters?", ["4 minutes each, then swap"], "Tool · Step 1 of 2"),
        (Step(title="Talk", minutes=9, do=("Go.",), say=ASKED), "What mattered to you?", [ASKED], "Tool · Step 1 of 2"),
        (Step(title="Talk", minutes=9, do=("Go.",), say="Please begin."),
         "Talk", ["Please begin."], "Tool · Step 1 of 2"),
        (Step(title="Talk", minutes=9, do=("Go.",), mode="move"), "Talk", ["Go."], "Move · Tool · Step 1 of 2"),
    ],
)  # fmt: skip
def test_a_step_has_a_slide_with_or_without_a_task(step: Step, title: str, shown: list[str], label: str) -> None:
    """The question that is asked, what is said and what is done replace a missing task, in this order."""
    made = slide(step)
    assert (made.title, words(made), made.label) == (title, shown, label)
    assert (made.picture is not None) == bool(step.mode)


@pytest.mark.parametrize("group", ["Tool", "A tool with a long name " * 5])
def test_titles_are_told_apart_by_words(group: str) -> None:
    """If everything else is the same, the label says which step it is."""
    labels = [f"Alone · {group} · Step {at} of 6" for at in range(1, 7)]
    slides = [Section(title="Why?", label=label, group=group, mode="alone") for label in labels]
    titles = [made.title for made in unique_titles(slides)]
    assert titles[:2] == ["Why?", "Why? (alone)"]
    assert titles[-1] == "Why? (Step 6 of 6)"
    assert len(set(titles)) == 6


def test_no_title_is_told_apart_by_a_counter(library: Library) -> None:
    """A deck for several workshops names the workshop instead."""
    titles = [
        section.title
        for section in compose("deck", library, ["first-steps", "half-day", "leading-differently"]).sections
    ]
    assert [title for title in titles if re.search(r", \d+$", title)] == []
