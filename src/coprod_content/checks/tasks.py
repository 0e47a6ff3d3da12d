"""Checks on tasks, and on drawings and lists mentioned but not shown."""

import re
from collections.abc import Iterator

from attrs import frozen

from coprod_content.content.item_texts import text_fields
from coprod_content.content.library import Library
from coprod_content.content.model import ClosingSlot, Item, PostcardSlot, Slot, TalkSlot, Tool, ToolSlot, Workshop
from coprod_content.content.model.tool import Task
from coprod_content.content.source import FieldPath
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.text.languages import is_english
from coprod_content.text.sentences import sentences
from coprod_content.text.spans import plain, text_of

MOST_ASK_WORDS, MOST_TASK_WORDS = 14, 30
"""The maximum number of words in a task's `ask`, and in the whole task."""
_FEWEST_LINES = 2
MOST_IN_ROUND = 8
"""The maximum number of postcards whose questions are shown together."""
_QUOTED = re.compile('“[^”]*”|"[^"]*"|‘[^’]*’')
_I = re.compile(r"\bI\b(?!\.)|\b[Mm]y\b|\b[Mm]yself\b")
_COUNT = "(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+)"
_DRAWN = (
    "ladder|fishbone|fish|wheel|grid|scale(?! of)|chart|graph|diagram|drawing|picture|image|photo|boxes|circles|"
    "columns|rows|rungs|bones|horizons|map|timeline|matrix|canvas|pyramid|triangle|spectrum|tree|slide|"
    "journey (?:line|map)"
)
_LISTED = "questions|statements|sentences|quotes|values|options|headings|examples|rules|principles|words"
_POINTS = r"(?<!for )\b(?:the|this|these|those|here (?:is|are)(?: an?| the)?)"
_MENTIONED = re.compile(
    rf"{_POINTS}(?: {_COUNT})?(?: (?!whole|big|bigger|full|clear|flip)\w+)?? (?P<drawn>{_DRAWN})\b"
    rf"|{_POINTS}(?<!the)(?: {_COUNT})?(?: \w+)?? (?P<listed>{_LISTED}|list)\b"
    rf"|\bthe(?: {_COUNT}(?: \w+)?? (?:{_LISTED})\b|(?<!for the)(?<!to the)(?<!into the)(?<!onto the) list\b)",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b([0-9]+) minutes each\b")
_THINGS = re.compile(r"\b(?:cards?|questions?|sheets?|notes?|pictures?|photos?|objects?)\b", re.IGNORECASE)
_PEOPLE = {"pairs": 2, "threes": 3}
_IN_THE_ROOM = re.compile(
    r"\b(?:sheets?|handouts?|tables?|walls?|cards?|flip ?charts?|papers?|floor|boards?|posters?|desks?|whiteboards?|"
    r"chat|leaflets?|booklets?|envelopes?|pages?)\b",
    re.IGNORECASE,
)


def task_findings(item: Item, language: str) -> Iterator[Finding]:
    """Yield errors about long tasks, and warnings about tasks that say "I".

    Words in quotation marks are for people to say, and a sentence with an ellipsis is for people to finish, so both may
    contain "I". Only English is checked for "I".
    """
    tasks: dict[FieldPath, list[tuple[FieldPath, str]]] = {}
    for path, words, _ in text_fields(item):
        if "task" in path:
            tasks.setdefault(path[: path.index("task") + 1], []).append((path, words))
    for path, fields in tasks.items():
        yield from _too_long(item, path, fields)
        for field, words in fields:
            if is_english(language) and "…" not in words and (found := _I.search(_QUOTED.sub("", words))):
                what = f"'{found.group()}' sounds like the facilitator, but a task is for everyone: '{words[:60]}'."
                fix = "Write what people do, or put words that people say in quotation marks."
                yield finding_in(item.source, field, "task-first-person", what, fix, "warning")


def _too_long(item: Item, path: FieldPath, fields: list[tuple[FieldPath, str]]) -> Iterator[Finding]:
    ask = next((words for field, words in fields if field[-1] == "ask"), "")
    total = sum(len(words.split()) for _, words in fields)
    for place, name, count, most in (
        ((*path, "ask"), "the question or instruction", len(ask.split()), MOST_ASK_WORDS),
        (path, "the task", total, MOST_TASK_WORDS),
    ):
        if count > most:
            what = f"{name} has {count} words. The limit is {most}."
            fix = "Shorten it: a slide shows it in large type. Put the rest in `do` or `say`."
            yield finding_in(item.source, place, "task-too-long", what, fix)


def library_task_findings(library: Library) -> Iterator[Finding]:
    """Yield the findings about the tasks of every item."""
    for item in library:
        yield from task_findings(item, library.about.language)


@frozen
class _Activity:
    """An activity, and whether its slides show a drawing or a list."""

    path: FieldPath
    say: str | None
    task: Task | None
    mode: str | None
    minutes: int | None = None
    drawn: bool = False
    listed: bool = False


def _activities(item: Item, library: Library) -> Iterator[_Activity]:
    if isinstance(item, Tool):
        canvas = item.canvas is not None
        for at, step in enumerate(item.steps):
            shown = canvas and step.canvas
            yield _Activity(("steps", at), step.say, step.task, step.mode, step.minutes, shown, shown)
        if item.short:
            short = item.short
            yield _Activity(("short",), short.say, short.task, short.mode, short.minutes, canvas, canvas)
    elif isinstance(item, Workshop):
        for at, slot in enumerate(item.agenda):
            yield from _of_slot(("agenda", at), slot, library)


def _of_slot(path: FieldPath, slot: Slot, library: Library) -> Iterator[_Activity]:
    match slot:
        case TalkSlot(task=task, mode=mode):
            drawn = slot.diagram is not None or slot.picture is not None
            yield _Activity(path, slot.say, None, mode, drawn=drawn, listed=True)
            yield _Activity(path, None, task, mode, slot.minutes, slot.diagram is not None)
        case PostcardSlot(task=task, mode=mode):
            yield _Activity(path, slot.say, task, mode, slot.minutes, listed=len(slot.postcards) <= MOST_IN_ROUND)
        case ClosingSlot():
            yield _Activity(path, slot.say, None, None, drawn=slot.picture is not None, listed=True)
        case ToolSlot(tool=id_) if id_ in library.tools:
            shown = library.tools[id_].canvas is not None and library.tools[id_].steps[0].canvas
            yield _Activity(path, slot.say, None, None, drawn=shown, listed=shown or bool(slot.questions))


def task_advice(library: Library) -> Iterator[Finding]:
    """Yield findings about incomplete tasks, short times and missing drawings or lists.

    A drawing or list is missing if the text mentions it, as in `this wheel`, but the slide does not show it. Only
    English text is checked for this.
    """
    for item in library:
        for activity in _activities(item, library):
            yield from _left_out(item, activity)
            yield from _too_little_time(item, activity)
            if is_english(library.about.language):
                yield from _unseen(item, activity)


def _left_out(item: Item, activity: _Activity) -> Iterator[Finding]:
    task = activity.task
    if task and activity.mode is None:
        what, fix = "the slide does not say how people work together.", "Add `mode`, such as pairs or everyone."
        yield finding_in(item.source, activity.path, "task-incomplete", what, fix, "advice")
    if task and len(task.lines) < _FEWEST_LINES:
        what = "the task has one line."
        fix = "Say in two or three lines who people work with, how long each person has, and what they bring back."
        yield finding_in(item.source, (*activity.path, "task"), "task-incomplete", what, fix, "advice")


def _too_little_time(item: Item, activity: _Activity) -> Iterator[Finding]:
    people = _PEOPLE.get(activity.mode or "")
    for at, line in enumerate(activity.task.lines if activity.task and activity.minutes and people else ()):
        each = None if _THINGS.search(line) else _EACH.search(line)
        needed = int(each[1]) * (people or 0) if each else 0
        if each and needed > (activity.minutes or 0):
            what = f"'{each[0]}' in {activity.mode} takes {needed} minutes, but there are {activity.minutes}."
            fix = "Change one of the two. In a tool, 'Half the time each' always fits."
            yield finding_in(item.source, (*activity.path, "task", "lines", at), "task-minutes", what, fix, "warning")


def _unseen(item: Item, activity: _Activity) -> Iterator[Finding]:
    task, path = activity.task, activity.path
    texts = [((*path, "say"), activity.say)] if activity.say else []
    if task:
        texts += [((*path, "task", "ask"), task.ask)]
        texts += [((*path, "task", "lines", at), line) for at, line in enumerate(task.lines)]
    for field, words in texts:
        for sentence in map(plain, sentences(text_of(words))):
            found = None if _IN_THE_ROOM.search(sentence) else _MENTIONED.search(sentence)
            if found and not (activity.drawn if found["drawn"] else activity.listed):
                what = f"the words mention '{found.group().strip()}', but the slide does not show it."
                fix = (
                    "Show it: a step with `canvas: yes` shows the tool's canvas, and a talk its `diagram`. Or say "
                    "where people can see it, for example 'on your sheet'."
                )
                yield finding_in(item.source, field, "not-on-slide", what, fix, "warning")
                break
