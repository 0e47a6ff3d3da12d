"""Slides for people in the room: layouts that vary, and what each slide says."""

from io import BytesIO
from itertools import groupby
from typing import get_args
from zipfile import ZipFile

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.support.examples import examples

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.checks.tasks import task_advice
from coprod_content.content.field_types import Mode
from coprod_content.content.library import Items
from coprod_content.content.model import Step
from coprod_content.content.model.tool import Task
from coprod_content.content.phrases import mode_in_words
from coprod_content.document.blocks import block_texts
from coprod_content.document.document import Document, Section
from coprod_content.editions import compose
from coprod_content.editions.sections.diagram_sections import diagram_figure
from coprod_content.editions.sections.prose_blocks import points
from coprod_content.editions.workshop.task_slides import task_slide
from coprod_content.layout.fit import fit
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.request import PlanRequest
from coprod_content.text.spans import plain
from coprod_slides.fitting.frame_choice import slide_frames
from coprod_slides.rendering import render

WORKSHOPS = (
    "around-one-place", "board-session", "ebcd-celebration", "ebcd-co-design-group", "ebcd-joint-event",
    "ebcd-peoples-event", "ebcd-staff-event", "first-steps", "half-day", "improving-together", "leading-differently",
    "learning-side-by-side", "online-hour", "power-sharing", "what-matters-morning", "who-decides",
)  # fmt: skip
MOST_ALIKE = 3


def test_the_workshops_are_all_of_ours(library: Library) -> None:
    """A new workshop is added to the list above."""
    assert tuple(library.workshops) == WORKSHOPS


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_at_most_three_slides_in_a_row_share_a_layout(library: Library, brand: Brand, id_: str) -> None:
    """The scenes of a film count too."""
    assert _longest_run(compose("deck", library, [id_]), brand) <= MOST_ALIKE


def test_the_words_of_scenes_are_below_or_beside_the_picture_in_turn(library: Library, brand: Brand) -> None:
    """No two scenes of any film in a row have the same layout."""
    for id_ in library.films:
        assert _longest_run(compose("film-deck", library, [id_]), brand) == 1, id_


@examples(20)
@given(data=st.data())
def test_any_run_of_steps_varies(library: Library, brand: Brand, data: st.DataObject) -> None:
    """Four steps in the same mode, with or without a canvas, do not look the same, whoever wrote them."""
    canvas = diagram_figure(next(iter(library.diagrams.values())))
    words = "which people here find that the letters about their next appointment arrive when it is already too late"
    runs: list[Section] = []
    for _ in range(data.draw(st.integers(1, 3))):
        mode, with_canvas = data.draw(st.sampled_from(get_args(Mode))), data.draw(st.booleans())
        for _ in range(data.draw(st.integers(1, 9))):
            ask = " ".join(words.split()[: data.draw(st.integers(1, 14))])
            lines = (ask,) * data.draw(st.integers(0 if with_canvas else 1, 3))
            task = Task(ask=f"{ask.capitalize()}?", lines=lines)
            say = None if data.draw(st.booleans()) else f"{words.capitalize()}. " * data.draw(st.integers(1, 4))
            step = Step(title=ask, minutes=5, mode=mode, do=(words,) * 4, say=say, task=None if say else task)
            slide = task_slide(ask, step, (points(step.do),), where="Where", minutes=5, notes=())
            runs.append(evolve(slide, blocks=(*slide.blocks, *((canvas,) if with_canvas else ()))))
    assert _longest_run(Document(title="Any", language="en-GB", sections=tuple(runs)), brand) <= MOST_ALIKE


def test_a_planned_day_varies(library: Library, brand: Brand) -> None:
    """A day that the planner fills has no run of one layout either."""
    for minutes, purpose in zip((60, 150, 240, 420), library.purposes, strict=False):
        planned = plan(PlanRequest(minutes=minutes, people=12, purpose=purpose), library)
        assert isinstance(planned, Plan)
        day = evolve(library, workshops=Items((planned.workshop,)))
        assert _longest_run(compose("deck", day, [planned.workshop.id]), brand) <= MOST_ALIKE


def _longest_run(document: Document, brand: Brand) -> int:
    """Return the length of the longest run of slides with one layout, without references and credits."""
    frames = slide_frames(brand)
    sections = fit(document, frames).document.sections
    shown = tuple(each for each in sections if each.role not in ("references", "credits"))
    return max(len(list(run)) for _, run in groupby(frame.layout for frame in frames.of_each(shown)))


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_each_activity_says_what_to_do_with_whom_and_for_how_long(library: Library, id_: str) -> None:
    """Nothing that the facilitator says is on the slide, and no title ends in a counter."""
    for section in compose("deck", library, [id_]).sections:
        assert section.title[-3:-1] != ", ", section.title
        if section.role == "activity":
            assert section.minutes
            assert section.label.startswith(mode_in_words(section.mode))
            assert section.mode
            assert section.blocks
            assert section.notes


@pytest.mark.parametrize("id_", WORKSHOPS)
def test_each_question_says_how_to_answer_it(library: Library, id_: str) -> None:
    """People can tell whether to speak, with whom and for how long, and that they need not. A call has other ways."""
    online = library.workshops[id_].setting == "online"
    for section in compose("deck", library, [id_]).sections:
        words = " ".join(plain(text) for block in section.blocks for text in block_texts(block))
        if section.title.startswith("After watching"):
            assert "about 3 minutes" in words.casefold()
            assert ("type it" in words) is online
        elif section.title.startswith("Before watching"):
            assert "Nobody has to answer" in words
        elif section.role == "question" and section.label != "One of the postcards":
            assert "minutes" in words
            assert ("type it" in words) is online


def test_nothing_that_people_are_told_to_look_at_is_missing_from_our_slides(library: Library) -> None:
    """The facilitator and tasks mention a ladder, a map or a list only if it is on the slide, or in the room."""
    assert [finding.what for finding in task_advice(library)] == []


@pytest.mark.parametrize("say", [
    "Look at the ladder. Which rung are you on?", "Here are five values. Which one do we miss?",
    "Choose one of the six questions.", "Add your causes to the fishbone.", "What strikes you about this list?",
    "In the empty journey map, mark where you waited.", "Which of these statements is true?", "On the slide is a poem.",
])  # fmt: skip
def test_what_a_user_mentions_and_does_not_show_is_found(library: Library, say: str) -> None:
    """It is not found if the slide shows a canvas, or if the words say where it is in the room."""
    tool = next(each for each in library.tools.values() if each.canvas)
    step = evolve(tool.steps[0], say=say, canvas=False)

    def found(**changes: object) -> list[str]:
        changed = evolve(tool, steps=(evolve(step, **changes),))
        advice = task_advice(evolve(library, tools=Items((changed,))))
        return [each.code for each in advice if each.field == "steps[1].say"]

    assert found() == ["not-on-slide"]
    assert found(canvas=True) == []
    assert found(say=f"On your sheet: {say}".split(".")[0]) == []
    assert found(say="Thank you for the map. Tell us the whole picture, and add it to the list.") == []


def test_a_theme_has_15_to_20_slides_without_texts_for_the_facilitator(library: Library, brand: Brand) -> None:
    """Payment, traps and safety are in the theme guide. No four slides in a row have the same layout."""
    for id_ in library.themes:
        deck = fit(compose("theme-slides", library, [id_]), slide_frames(brand)).document
        assert 15 <= len(deck.sections) <= 20, (id_, len(deck.sections))
        assert not {"Payment", "Pitfalls", "Safety and consent"} & {each.title for each in deck.sections}
        assert _longest_run(deck, brand) <= MOST_ALIKE, id_


def test_breaks_and_pairs_have_a_countdown_that_only_a_click_starts(library: Library, brand: Brand) -> None:
    """PowerPoint runs it. The notes say how to use it."""
    deck = fit(compose("deck", library, ["first-steps"]), slide_frames(brand)).document
    wanted = ("Break until 11:00", "Ask and listen in pairs: What matters to you at the moment?", "Welcome")
    sections = tuple(each for each in deck.sections if each.title in wanted)
    package = ZipFile(BytesIO(render(evolve(deck, sections=sections), brand)))
    slides = [package.read(f"ppt/slides/slide{at}.xml").decode() for at in (1, 2, 3)]
    notes = [package.read(f"ppt/notesSlides/notesSlide{at}.xml").decode() for at in (2, 3)]
    assert ["interactiveSeq" in each for each in slides] == [False, True, True]
    assert 'dur="420000"' in slides[1]
    assert 'dur="600000"' in slides[2]
    assert "mainSeq" not in "".join(slides)
    assert all("it is off until you click the bar" in each for each in notes)
    assert "People swap when half of the bar is left." in notes[0]
