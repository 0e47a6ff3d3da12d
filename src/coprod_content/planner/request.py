"""A plan request and its validation."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from attrs import frozen

from coprod_content.content.field_types import Clock, People, PurposeId, Slug, ThemeId, WholeNumber
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.lookup_errors import UnknownId
from coprod_content.content.model import Diagram, Film, Postcard, Tool
from coprod_content.files.converter import CONVERTER
from coprod_content.files.field_errors import problems
from coprod_content.findings.finding import ContentError, Finding, nearest

SHORTEST, LONGEST = 20, 480
"""The lengths in minutes of the shortest and longest sessions that can be planned."""
_PLANNABLE = (Tool, Film, Diagram, Postcard)
_MINUTES_OF_A_DAY = 24 * 60

MeetingSetting = Literal["in-person", "online"]
SessionMinutes = Annotated[int, WholeNumber(SHORTEST, LONGEST, "minutes", 90)]
BreakMinutes = Annotated[int, WholeNumber(5, 60, "minutes", 10)]
LunchMinutes = Annotated[int, WholeNumber(0, 90, "minutes", 45)]


@frozen(kw_only=True)
class PlanRequest:
    """A request to plan a workshop, including its length, group and purpose.

    Each of the `themes` must be covered by at least one activity. `must` and `without` contain the ids of required and
    excluded tools, films, diagrams and postcards. `starts` is a clock time (HH:MM). `lunch_minutes` is the length of
    the middle break, or 0 for no lunch.
    """

    minutes: SessionMinutes
    people: People
    setting: MeetingSetting = "in-person"
    purpose: PurposeId
    themes: tuple[ThemeId, ...] = ()
    must: tuple[Slug, ...] = ()
    without: tuple[Slug, ...] = ()
    starts: Clock = "10:00"
    break_minutes: BreakMinutes = 10
    lunch_minutes: LunchMinutes = 0


class PlanRequestError(ContentError):
    """Error raised for an invalid request, with a Finding for each problem."""


def plan_request(values: Mapping[str, object]) -> PlanRequest:
    """Return a PlanRequest built from plain values, such as form fields.

    Numbers can be strings. Raises PlanRequestError if any value is invalid.
    """
    try:
        return CONVERTER.structure({key: value for key, value in values.items() if value not in ([], ())}, PlanRequest)
    except Exception as error:
        raise PlanRequestError(problem.finding(None) for problem in problems(error)) from error


def check_request(request: PlanRequest, library: Library) -> None:
    """Raise PlanRequestError for out-of-range values, unknown ids and contradictions."""
    plan_request(CONVERTER.unstructure(request))
    findings = tuple(_problems(request, library))
    if findings:
        raise PlanRequestError(findings)


def _problems(request: PlanRequest, library: Library) -> Iterator[Finding]:
    for id_ in request.themes:
        if id_ not in library.themes:
            yield _finding("unknown-id", "themes", f"there is no theme '{id_}'.", nearest(id_, library.themes))
    if request.purpose not in library.purposes:
        fix = nearest(request.purpose, library.purposes) or f"Known purposes: {', '.join(library.purposes)}."
        yield _finding("unknown-id", "purpose", f"there is no purpose '{request.purpose}'.", fix)
    yield from _item_problems(request, library)
    hours, minutes = request.starts.split(":")
    if int(hours) * 60 + int(minutes) + request.minutes > _MINUTES_OF_A_DAY:
        yield _finding(
            "value", "starts", "the session would end after midnight.", "Start earlier, or choose a shorter time."
        )


def _item_problems(request: PlanRequest, library: Library) -> Iterator[Finding]:
    for name, ids in (("must", request.must), ("without", request.without)):
        for id_ in ids:
            try:
                item = library[id_]
            except UnknownId as error:
                yield _finding("unknown-id", name, f"there is no item '{id_}'.", nearest(id_, error.known))
                continue
            if not isinstance(item, _PLANNABLE):
                what = f"'{id_}' ({kind_of(item).name}) cannot be an activity."
                yield _finding("value", name, what, "Choose a tool, a film, a diagram or a postcard.")
            if name == "without" and id_ in request.must:
                what = f"'{id_}' is both required and excluded."
                yield _finding("value", name, what, "Remove it from one of the two lists.")


def _finding(code: str, field: str, what: str, fix: str) -> Finding:
    return Finding(code=code, field=field, what=what, fix=fix)
