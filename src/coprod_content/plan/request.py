"""What somebody asks of a planner."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from attrs import frozen

from coprod_content.content.field_types import Clock, People, PurposeId, Slug, ThemeId, Whole
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library, UnknownId
from coprod_content.content.model import Diagram, Film, Postcard, Tool
from coprod_content.content.source import field_name
from coprod_content.files.converter import CONVERTER, problems
from coprod_content.findings.finding import ContentError, Finding, nearest

SHORTEST, LONGEST = 20, 480
"""The minutes of the shortest and the longest session that is planned."""
PLANNABLE = (Tool, Film, Diagram, Postcard)
_MINUTES_OF_A_DAY = 24 * 60

Where = Literal["in-person", "online"]
Length = Annotated[int, Whole(SHORTEST, LONGEST, "minutes", 90)]
Pause = Annotated[int, Whole(5, 60, "minutes", 10)]
Lunch = Annotated[int, Whole(0, 90, "minutes", 45)]


@frozen(kw_only=True)
class Ask:
    """The minutes and people at hand, where they meet, what for, and what has to be in the agenda or must not be.

    Each theme is given an activity of its own. `must` and `without` are ids of tools, films, diagrams and postcards;
    `lunch_minutes`, where there are any, are the length of the break in the middle.
    """

    minutes: Length
    people: People
    setting: Where = "in-person"
    purpose: PurposeId
    themes: tuple[ThemeId, ...] = ()
    must: tuple[Slug, ...] = ()
    without: tuple[Slug, ...] = ()
    starts: Clock = "10:00"
    break_minutes: Pause = 10
    lunch_minutes: Lunch = 0


class AskError(ContentError):
    """An ask that makes no sense: every Finding about it, each with the field that it is about."""


def ask_of(values: Mapping[str, object]) -> Ask:
    """An ask from plain values, as a form or a command line gives them. Raises AskError."""
    try:
        return CONVERTER.structure({key: value for key, value in values.items() if value not in ([], ())}, Ask)
    except Exception as error:
        raise AskError(
            Finding(code=problem.code, field=field_name(problem.path), what=problem.what, fix=problem.fix)
            for problem in problems(error)
        ) from error


def check(ask: Ask, library: Library) -> None:
    """Raise AskError where an ask names what there is not, or contradicts itself."""
    findings = (*_themes(ask, library), *_purpose(ask, library), *_items(ask, library), *_end(ask))
    if findings:
        raise AskError(findings)


def _themes(ask: Ask, library: Library) -> Iterator[Finding]:
    for id_ in ask.themes:
        if id_ not in library.themes:
            yield _finding("unknown-id", "themes", f"there is no theme '{id_}'.", nearest(id_, library.themes))


def _purpose(ask: Ask, library: Library) -> Iterator[Finding]:
    if ask.purpose not in library.purposes:
        known = f"Known: {', '.join(library.purposes)}."
        fix = nearest(ask.purpose, library.purposes) or known
        yield _finding("unknown-id", "purpose", f"there is no purpose '{ask.purpose}'.", fix)


def _items(ask: Ask, library: Library) -> Iterator[Finding]:
    for name, ids in (("must", ask.must), ("without", ask.without)):
        for id_ in ids:
            try:
                item = library[id_]
            except UnknownId as error:
                yield _finding("unknown-id", name, f"there is no '{id_}'.", nearest(id_, error.known))
                continue
            if not isinstance(item, PLANNABLE):
                what = f"'{id_}' is a {kind_of(item).name}, which no agenda item is made from."
                yield _finding("value", name, what, "Name a tool, a film, a diagram or a postcard.")
            if name == "without" and id_ in ask.must:
                yield _finding("value", name, f"'{id_}' has to be in and must not be in.", "Name it once.")


def _end(ask: Ask) -> Iterator[Finding]:
    hours, minutes = ask.starts.split(":")
    if int(hours) * 60 + int(minutes) + ask.minutes > _MINUTES_OF_A_DAY:
        yield _finding("value", "starts", "the session would end after midnight.", "Start earlier, or make it shorter.")


def _finding(code: str, field: str, what: str, fix: str) -> Finding:
    return Finding(code=code, field=field, what=what, fix=fix)
