"""Check that a round leaves each person enough time to speak."""

import re
from collections.abc import Iterator

from coprod_content.content.field_types import Mode
from coprod_content.content.model import Item, TalkSlot, Tool, Workshop
from coprod_content.content.model.tool import Task
from coprod_content.content.phrases import minutes_in_words, seconds_in_words
from coprod_content.content.source import FieldPath
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.text.sentences import sentences
from coprod_content.text.spans import plain, text_of

SECONDS_A_TURN = 20
"""The shortest turn in a round, in seconds.

This is our own rule of thumb. A sentence of fifteen words takes about seven seconds to say. The turn then passes to the
next person, who may need a moment to begin, an interpreter or a speech device. The facilitator also needs time to ask
the question and to repeat what was said.
"""
_ALL_TOGETHER: tuple[Mode | None, ...] = ("everyone", "listen", "move", "write", None)
_ONE = r"(?:each|every) (?:person|participant|member|one of (?:you|us))|everyone|everybody|each of (?:you|us)"
_SAID = "words?|sentences?|things?|answers?|points?|questions?|promises?|marks?|names?"
_ROUND = re.compile(
    rf"\b(?:an?|one|two|few) (?:\w+ )?(?:{_SAID})(?: or two)? each\b|^say\b.*\bor pass\b|\bgo round\b"
    rf"|\b(?:{_ONE}) (?:then )?(?:says?|names?|tells?|shares?|gives?|answers?|introduces|speaks?)\b"
    rf"|\b(?:{_ONE}) [^.?!]*\b(?:reads?|says?) (?:it|them|theirs|one)\b"
    rf"|\bask (?:{_ONE}) (?:for|what|which|whether|how|to say|to name|to tell|to share|to introduce)\b"
    rf"|\b(?:one|two|an?) [^.?!]*\bfrom (?:{_ONE})\b|\bread each one aloud|\beach (?:one )?is read (?:out|aloud)",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:two|three|four|five|six|seven|eight|[2-9]) people\b", re.IGNORECASE)
_FIX = "Give the activity more minutes, lower `most` under `people`, or let people speak in pairs or at tables."


def short_turns(item: Item) -> Iterator[Finding]:
    """Yield warnings about rounds too short for the largest group.

    A round is found by its English words, such as "one sentence each" or "Ask everyone for ...", in an activity that
    people do together. The activity's minutes are divided by the size of the largest group that the tool or workshop is
    for.
    """
    for path, mode, minutes, texts in _activities(item):
        assert isinstance(item, Tool | Workshop)
        seconds = minutes * 60 // item.people.most
        if mode not in _ALL_TOGETHER or seconds >= SECONDS_A_TURN:
            continue
        for field, words in texts:
            spoken = (plain(sentence).strip() for sentence in sentences(text_of(words)))
            said = next(filter(_is_round, spoken), None)
            if said:
                given = f"{seconds_in_words(seconds)} in {minutes_in_words(minutes)}"
                what = f"'{said[:60]}' gives each of {item.people.most} people {given}."
                yield finding_in(item.source, (*path, *field), "short-turns", what, _FIX, "warning")
                break


def _is_round(sentence: str) -> bool:
    return bool(_ROUND.search(sentence)) and not _SOME.search(sentence)


_Texts = tuple[tuple[FieldPath, str], ...]


def _activities(item: Item) -> Iterator[tuple[FieldPath, Mode | None, int, _Texts]]:
    """Yield each activity's field path, mode, minutes and instructions."""
    if isinstance(item, Tool):
        for at, step in enumerate(item.steps):
            yield ("steps", at), step.mode, step.minutes, (*_lines(step.task), *_listed(("do",), step.do))
        if item.short and item.short.minutes:
            short = item.short
            yield ("short",), short.mode, item.short.minutes, (*_lines(short.task), *_listed(("how",), short.how))
    elif isinstance(item, Workshop):
        for at, slot in enumerate(item.agenda):
            if isinstance(slot, TalkSlot):
                yield ("agenda", at), slot.mode, slot.minutes, (*_lines(slot.task), *_listed(("notes",), slot.notes))


def _lines(task: Task | None) -> _Texts:
    return ((("task", "ask"), task.ask), *_listed(("task", "lines"), task.lines)) if task else ()


def _listed(path: FieldPath, texts: tuple[str, ...]) -> _Texts:
    return tuple(((*path, at), words) for at, words in enumerate(texts))
