"""A Refusal: why there is no agenda for an ask, and the smallest changes that would make one possible."""

from collections.abc import Iterator
from itertools import combinations

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import PeopleRange, Tool
from coprod_content.content.phrases import minutes_in_words, people_range
from coprod_content.planner.activity import obstacle
from coprod_content.planner.best_agenda import candidates, is_possible
from coprod_content.planner.request import (
    LONGEST,
    SHORTEST,
    MeetingSetting,
    PlanRequest,
    PlanRequestError,
    check_request,
)

_STEP, _FURTHEST = 5, 120
"""Minutes by which more or less time is tried, and how far."""


@frozen(kw_only=True)
class Relaxation:
    """A change that makes an agenda possible, in words, and the ask with it."""

    words: str
    request: PlanRequest


@frozen(kw_only=True)
class Refusal:
    """Why there is no agenda, and the smallest changes with which there is one: each does by itself."""

    request: PlanRequest
    reasons: tuple[str, ...]
    relaxations: tuple[Relaxation, ...]

    def __str__(self) -> str:
        ways = "; or ".join(change.words for change in self.relaxations)
        return " ".join(
            (*self.reasons, f"Possible with: {ways}." if ways else "No small change would make it possible.")
        )


def refusal(request: PlanRequest, library: Library) -> Refusal:
    """The refusal of an ask for which there is no agenda."""
    changes = tuple(change for change in _single(request, library) if _possible(change.request, library))
    changes = (*_time(request, library), *changes)
    if not changes:
        changes = tuple(_double(request, library))
    return Refusal(request=request, reasons=tuple(_reasons(request, library)), relaxations=changes)


def _reasons(request: PlanRequest, library: Library) -> Iterator[str]:
    length, people = minutes_in_words(request.minutes), _people(request.people)
    yield f"There is no agenda of {length} for {people} that keeps to all you asked for."
    for id_ in request.must:
        tool = library.tools.get(id_)
        stopped = obstacle(tool, request) if tool else ""
        if tool and stopped:
            yield f"“{tool.title}” cannot be in it. {stopped}"
    usable = [tool for tool in library.tools.values() if not obstacle(tool, request)]
    if not any(request.purpose in tool.purposes for tool in usable):
        yield f"No tool for “{library.purposes[request.purpose].title}” suits so many people in this setting."
    for id_ in request.themes:
        if not any(_about(tool, id_) for tool in usable):
            yield f"No tool about {library.themes[id_].title} suits so many people in this setting."


def _people(count: int) -> str:
    return people_range(PeopleRange(least=count, most=count))


def _about(tool: Tool, theme: str) -> bool:
    return theme in (tool.theme, *tool.further_themes)


def _possible(request: PlanRequest, library: Library) -> bool:
    return _makes_sense(request, library) and is_possible(request, candidates(request, library))


def _makes_sense(request: PlanRequest, library: Library) -> bool:
    try:
        check_request(request, library)
    except PlanRequestError:
        return False
    return True


def _time(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    """The least more minutes, and the least fewer, with which it is possible."""
    same = candidates(request, library)
    for sign, word in ((1, "more"), (-1, "fewer")):
        for by in range(_STEP, _FURTHEST + 1, _STEP):
            asked = request.minutes + sign * by
            if not SHORTEST <= asked <= LONGEST:
                break
            timed = evolve(request, minutes=asked)
            if is_possible(timed, same) and _makes_sense(timed, library):
                yield Relaxation(words=f"{minutes_in_words(by).replace(' ', f' {word} ', 1)}", request=timed)
                break


def _single(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    """Every change of one thing but time."""
    yield from _fewer_wishes(request, library)
    for people in _other_sizes(request, library):
        yield Relaxation(words=_people(people), request=evolve(request, people=people))
    other: MeetingSetting = "online" if request.setting == "in-person" else "in-person"
    place = "meet online" if other == "online" else "meet in a room"
    if any(template.setting == other for template in library.templates.values()):
        yield Relaxation(words=place, request=evolve(request, setting=other))
    if request.lunch_minutes:
        yield Relaxation(words="no lunch", request=evolve(request, lunch_minutes=0))


def _fewer_wishes(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    for id_ in request.themes:
        theme = library.themes[id_]
        fewer = tuple(each for each in request.themes if each != id_)
        yield Relaxation(words=f"drop theme {theme.number}, {theme.title}", request=evolve(request, themes=fewer))
    for id_ in request.must:
        fewer = tuple(each for each in request.must if each != id_)
        yield Relaxation(words=f"drop “{id_}”", request=evolve(request, must=fewer))
    for id_ in request.without:
        fewer = tuple(each for each in request.without if each != id_)
        yield Relaxation(words=f"allow “{id_}”", request=evolve(request, without=fewer))


def _other_sizes(request: PlanRequest, library: Library) -> Iterator[int]:
    """The nearest smaller and the nearest larger group with which it is possible."""
    limits = sorted({n for tool in library.tools.values() for n in (tool.people.least, tool.people.most)})
    for sizes in ([n for n in reversed(limits) if n < request.people], [n for n in limits if n > request.people]):
        found = next((n for n in sizes if _possible(evolve(request, people=n), library)), None)
        if found:
            yield found


def _double(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    """Changes of two things and more, where one is not enough: fewer wishes, with more time where that is needed."""
    requirements = tuple(_fewer_wishes(request, library))
    for count in range(1, len(requirements) + 1):
        found = [change for change in _together(request, requirements, count) if _possible(change.request, library)]
        if not found:
            timed = (
                (change, more)
                for change in _together(request, requirements, count)
                for more in _time(change.request, library)
            )
            found = [
                Relaxation(words=f"{change.words}, and {more.words}", request=more.request) for change, more in timed
            ]
        if found:
            yield from found
            return


def _together(request: PlanRequest, requirements: tuple[Relaxation, ...], count: int) -> Iterator[Relaxation]:
    """Changes that each leave out so many wishes."""
    for chosen in combinations(requirements, count):
        yield Relaxation(
            words=" and ".join(change.words for change in chosen),
            request=evolve(
                request,
                themes=tuple(id_ for id_ in request.themes if all(id_ in change.request.themes for change in chosen)),
                must=tuple(id_ for id_ in request.must if all(id_ in change.request.must for change in chosen)),
                without=tuple(
                    id_ for id_ in request.without if all(id_ in change.request.without for change in chosen)
                ),
            ),
        )
