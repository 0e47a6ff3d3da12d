"""Checks on tasks: their length, and any words that the facilitator says."""

import re
from collections.abc import Iterator

from coprod_content.content.item_texts import text_fields
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.source import FieldPath
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.text.languages import is_english

MOST_ASK_WORDS, MOST_TASK_WORDS = 14, 30
"""The maximum number of words in a task's `ask`, and in the whole task."""
_QUOTED = re.compile('“[^”]*”|"[^"]*"|‘[^’]*’')
_I = re.compile(r"\bI\b(?!\.)|\b[Mm]y\b|\b[Mm]yself\b")


def task_findings(item: Item, language: str) -> Iterator[Finding]:
    """Yield errors about long tasks, and warnings about tasks that say "I".

    Words in quotation marks are for people to say, and a sentence with an ellipsis is for people to finish, so both may
    contain "I". Only English is checked.
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
