"""Slides that tell people in the room what to do."""

from typing import Protocol

from attrs import evolve

from coprod_content.checks.tasks import MOST_ASK_WORDS
from coprod_content.content.model.tool import Task
from coprod_content.content.phrases import minutes_in_words, mode_in_words, ways_to_answer
from coprod_content.document.blocks import Block, Bullets, Paragraph
from coprod_content.document.document import Section
from coprod_content.editions.sections.mode_signs import mode_sign
from coprod_content.editions.sections.prose_blocks import plain_points
from coprod_content.text.sentences import sentences
from coprod_content.text.spans import plain, text_of

_ASKING = "Read out the question, and wait. Nobody has to answer."
_SHARES = {"Half the time each": 2, "A third of the time each": 3}


class _HasTask(Protocol):
    """A step, short version or agenda item that can have a task."""

    @property
    def task(self) -> Task | None: ...
    @property
    def mode(self) -> str | None: ...
    @property
    def say(self) -> str | None: ...


def task_slide(
    title: str,
    step: _HasTask,
    otherwise: tuple[Block, ...],
    *,
    where: str,
    minutes: int,
    notes: tuple[Block, ...],
) -> Section:
    """Return a slide that shows the task of a step.

    If there is no task, the slide shows the facilitator's words. Its title is then the first short question in them or,
    if there is none, `title`. If the facilitator says nothing either, the slide shows `title` and the blocks
    `otherwise`. The label above the title gives the step's mode, then `where`, such as the agenda item's title.
    """
    blocks: tuple[Block, ...]
    if step.task:
        shown, blocks = step.task.ask, (plain_points(_timed(line, minutes) for line in step.task.lines),)
    elif step.say:
        shown, blocks = _question_in(step.say) or title, (Paragraph(text_of(step.say), "say"),)
    else:
        shown, blocks = title, otherwise
    section = Section(
        title=shown,
        role="activity",
        label=" · ".join(filter(None, (mode_in_words(step.mode), where))),
        minutes=minutes,
        mode=step.mode or "",
        blocks=blocks,
        notes=notes,
    )
    return signed(section)


def question_slide(question: str, label: str, *, online: bool, others: tuple[str, ...] = ()) -> Section:
    """Return a slide with one question, and how to answer it.

    The notes list the `others`: more questions that the facilitator can ask.
    """
    more = (Bullets(others),) if others else ()
    answer = Paragraph(ways_to_answer(online=online))
    return Section(title=question, role="question", label=label, blocks=(answer,), notes=(Paragraph(_ASKING), *more))


def _timed(line: str, minutes: int) -> str:
    """Replace a share of time at the start of a line.

    If `minutes` is 10, `Half the time each` becomes `5 minutes each`.
    """
    for words, people in _SHARES.items():
        if line.startswith(words) and minutes >= people:
            return f"{minutes_in_words(minutes // people)} each{line.removeprefix(words)}"
    return line


def signed(section: Section) -> Section:
    """Return a section with its mode's symbol, if any, as its picture."""
    return evolve(section, picture=mode_sign(section.mode, section.accent) or section.picture)


def _question_in(say: str) -> str:
    """Return the first short question in a text, or an empty string."""
    asked = (plain(sentence).strip() for sentence in sentences(text_of(say)))
    return next((each for each in asked if each.endswith("?") and len(each.split()) <= MOST_ASK_WORDS), "")
