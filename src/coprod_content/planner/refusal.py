"""Refusals: why no agenda is possible, and which changes would help."""

from collections.abc import Collection, Iterator
from itertools import combinations

from attrs import evolve, frozen

from coprod_content.content.item_titles import title_of
from coprod_content.content.library import Library
from coprod_content.content.model import PeopleRange
from coprod_content.content.phrases import minutes_in_words, people_range
from coprod_content.planner.activity import STEP
from coprod_content.planner.best_agenda import Candidates, candidates, is_possible
from coprod_content.planner.eligible_activities import exclusion_reason
from coprod_content.planner.request import (
    LONGEST,
    SHORTEST,
    MeetingSetting,
    PlanRequest,
    PlanRequestError,
    check_request,
)

_LARGEST_CHANGE = 120
"""The largest change in minutes that is tried when lengthening or shortening a session."""


@frozen(kw_only=True)
class Relaxation:
    """A change that may make an agenda possible, and the changed request."""

    words: str
    request: PlanRequest


@frozen(kw_only=True)
class Refusal:
    """Why no agenda is possible, and small changes that would allow one."""

    request: PlanRequest
    reasons: tuple[str, ...]
    relaxations: tuple[Relaxation, ...]

    def __str__(self) -> str:
        changes = ", or ".join(each.words for each in self.relaxations)
        way_out = f"An agenda is possible if you {changes}." if changes else "No small change would make it possible."
        return " ".join((*self.reasons, way_out))


def refusal(request: PlanRequest, library: Library) -> Refusal:
    """Return the refusal of a request that no agenda can meet."""
    changes = (*_fewer_wishes(request, library, 1), *_other_settings(request, library))
    single = (each for each in changes if _possible(each.request, library))
    relaxations = (*_other_lengths(request, library), *single) or tuple(_combined(request, library))
    return Refusal(request=request, reasons=tuple(_reasons(request, library)), relaxations=relaxations)


def _reasons(request: PlanRequest, library: Library) -> Iterator[str]:
    length, people = minutes_in_words(request.minutes), _people(request.people)
    yield f"No agenda of {length} for {people} can include everything you asked for."
    for id_ in request.must:
        tool = library.tools.get(id_)
        if tool and (why := exclusion_reason(tool, request)):
            yield f"“{tool.title}” cannot be included. {why}"
    usable = [tool for tool in library.tools.values() if not exclusion_reason(tool, request)]
    group = f"{people} {'meeting online' if request.setting == 'online' else 'in one room'}"
    if not any(request.purpose in tool.purposes for tool in usable):
        yield f"No tool suits the purpose “{library.purposes[request.purpose].title}” and {group}."
    for id_ in request.themes:
        if not any(id_ in (tool.theme, *tool.further_themes) for tool in usable):
            yield f"No tool about {library.themes[id_].title} suits {group}."


def _people(count: int) -> str:
    return people_range(PeopleRange(least=count, most=count))


def _possible(request: PlanRequest, library: Library, known: Candidates | None = None) -> bool:
    try:
        check_request(request, library)
    except PlanRequestError:
        return False
    return is_possible(request, known or candidates(request, library))


def _other_lengths(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    """Yield the smallest increase and decrease in length that allow an agenda."""
    same = candidates(request, library)
    for sign, word in ((1, "longer"), (-1, "shorter")):
        for by in range(STEP, _LARGEST_CHANGE + 1, STEP):
            length = request.minutes + sign * by
            if not SHORTEST <= length <= LONGEST:
                break
            changed = evolve(request, minutes=length)
            if _possible(changed, library, same):
                yield Relaxation(words=f"make the session {minutes_in_words(by)} {word}", request=changed)
                break


def _other_settings(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    """Yield changes to the group size, the setting or the lunch break."""
    for people in _other_sizes(request, library):
        yield Relaxation(words=f"plan for {_people(people)}", request=evolve(request, people=people))
    other: MeetingSetting = "online" if request.setting == "in-person" else "in-person"
    if any(template.setting == other for template in library.templates.values()):
        words = "meet online" if other == "online" else "meet in one room"
        yield Relaxation(words=words, request=evolve(request, setting=other))
    if request.lunch_minutes:
        yield Relaxation(words="leave out lunch", request=evolve(request, lunch_minutes=0))


def _fewer_wishes(request: PlanRequest, library: Library, count: int) -> Iterator[Relaxation]:
    """Yield relaxations that drop `count` requested themes, required items or exclusions."""
    themes = (
        (id_, f"leave out theme {library.themes[id_].number}, {library.themes[id_].title}") for id_ in request.themes
    )
    must = ((id_, f"leave out “{title_of(library[id_])}”") for id_ in request.must)
    without = ((id_, f"allow “{title_of(library[id_])}” after all") for id_ in request.without)
    for wishes in combinations((*themes, *must, *without), count):
        dropped = {id_ for id_, _ in wishes}
        yield Relaxation(
            words=" and ".join(words for _, words in wishes),
            request=evolve(
                request,
                themes=_others(request.themes, dropped),
                must=_others(request.must, dropped),
                without=_others(request.without, dropped),
            ),
        )


def _others(ids: tuple[str, ...], dropped: Collection[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ not in dropped)


def _other_sizes(request: PlanRequest, library: Library) -> Iterator[int]:
    """Yield the nearest smaller and larger group sizes that allow an agenda."""
    limits = sorted({n for tool in library.tools.values() for n in (tool.people.least, tool.people.most)})
    for sizes in ([n for n in reversed(limits) if n < request.people], [n for n in limits if n > request.people]):
        found = next((n for n in sizes if _possible(evolve(request, people=n), library)), None)
        if found:
            yield found


def _combined(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    """Yield relaxations that drop the fewest wishes.

    If necessary, they also change the length of the session.
    """
    for count in range(1, len(request.themes + request.must + request.without) + 1):
        combined = tuple(_fewer_wishes(request, library, count))
        found = [each for each in combined if _possible(each.request, library)]
        if not found:
            timed = ((each, other) for each in combined for other in _other_lengths(each.request, library))
            found = [Relaxation(words=f"{each.words}, and {o.words}", request=o.request) for each, o in timed]
        if found:
            yield from found
            return
