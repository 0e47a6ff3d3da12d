"""A refusal: why no agenda is possible, and what to relax."""

from collections.abc import Iterator
from itertools import combinations

from attrs import evolve, frozen

from coprod_content.content.item_titles import title_of
from coprod_content.content.library import Library
from coprod_content.content.model import PeopleRange, Tool
from coprod_content.content.phrases import minutes_in_words, people_range
from coprod_content.planner.activity import STEP
from coprod_content.planner.best_agenda import is_possible
from coprod_content.planner.candidates import candidates
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
"""The largest change in minutes that is tried when a session is lengthened or shortened."""


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
        changes = "; or ".join(each.words for each in self.relaxations)
        way_out = f"It becomes possible if you {changes}." if changes else "No small change would make it possible."
        return " ".join((*self.reasons, way_out))


def refusal(request: PlanRequest, library: Library) -> Refusal:
    """Return a refusal of a request that no agenda can meet."""
    single = tuple(each for each in _single(request, library) if _possible(each.request, library))
    relaxations = (*_other_lengths(request, library), *single) or tuple(_combined(request, library))
    return Refusal(request=request, reasons=tuple(_reasons(request, library)), relaxations=relaxations)


def _reasons(request: PlanRequest, library: Library) -> Iterator[str]:
    length, people = minutes_in_words(request.minutes), _people(request.people)
    yield f"No agenda of {length} for {people} can include everything you asked for."
    for id_ in request.must:
        tool = library.tools.get(id_)
        if tool and (why := exclusion_reason(tool, request)):
            yield f"“{tool.title}” cannot be part of it. {why}"
    usable = [tool for tool in library.tools.values() if not exclusion_reason(tool, request)]
    group = f"{people} {'meeting online' if request.setting == 'online' else 'in one room'}"
    if not any(request.purpose in tool.purposes for tool in usable):
        yield f"There is no suitable tool for “{library.purposes[request.purpose].title}” with {group}."
    for id_ in request.themes:
        if not any(_is_about(tool, id_) for tool in usable):
            yield f"There is no suitable tool about {library.themes[id_].title} with {group}."


def _people(count: int) -> str:
    return people_range(PeopleRange(least=count, most=count))


def _is_about(tool: Tool, theme: str) -> bool:
    return theme in (tool.theme, *tool.further_themes)


def _possible(request: PlanRequest, library: Library) -> bool:
    return _is_valid(request, library) and is_possible(request, candidates(request, library))


def _is_valid(request: PlanRequest, library: Library) -> bool:
    try:
        check_request(request, library)
    except PlanRequestError:
        return False
    return True


def _other_lengths(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    """Yield the smallest extension and the smallest cut that allow an agenda."""
    same = candidates(request, library)
    for sign, word in ((1, "longer"), (-1, "shorter")):
        for by in range(STEP, _LARGEST_CHANGE + 1, STEP):
            length = request.minutes + sign * by
            if not SHORTEST <= length <= LONGEST:
                break
            changed = evolve(request, minutes=length)
            if is_possible(changed, same) and _is_valid(changed, library):
                yield Relaxation(words=f"make it {minutes_in_words(by)} {word}", request=changed)
                break


def _single(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    """Yield relaxations that each change one thing other than the length."""
    yield from _fewer_wishes(request, library)
    for people in _other_sizes(request, library):
        yield Relaxation(words=f"plan for {_people(people)}", request=evolve(request, people=people))
    other: MeetingSetting = "online" if request.setting == "in-person" else "in-person"
    if any(template.setting == other for template in library.templates.values()):
        words = "meet online" if other == "online" else "meet in one room"
        yield Relaxation(words=words, request=evolve(request, setting=other))
    if request.lunch_minutes:
        yield Relaxation(words="leave out lunch", request=evolve(request, lunch_minutes=0))


def _fewer_wishes(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    for id_ in request.themes:
        theme = library.themes[id_]
        fewer = tuple(each for each in request.themes if each != id_)
        yield Relaxation(words=f"leave out theme {theme.number}, {theme.title}", request=evolve(request, themes=fewer))
    for id_ in request.must:
        fewer = tuple(each for each in request.must if each != id_)
        yield Relaxation(words=f"leave out “{title_of(library[id_])}”", request=evolve(request, must=fewer))
    for id_ in request.without:
        fewer = tuple(each for each in request.without if each != id_)
        yield Relaxation(words=f"allow “{title_of(library[id_])}” after all", request=evolve(request, without=fewer))


def _other_sizes(request: PlanRequest, library: Library) -> Iterator[int]:
    """Yield the nearest smaller and larger group sizes that allow an agenda."""
    limits = sorted({n for tool in library.tools.values() for n in (tool.people.least, tool.people.most)})
    for sizes in ([n for n in reversed(limits) if n < request.people], [n for n in limits if n > request.people]):
        found = next((n for n in sizes if _possible(evolve(request, people=n), library)), None)
        if found:
            yield found


def _combined(request: PlanRequest, library: Library) -> Iterator[Relaxation]:
    """Yield the smallest combinations of wishes whose removal allows an agenda."""
    wishes = tuple(_fewer_wishes(request, library))
    for count in range(1, len(wishes) + 1):
        combined = [_together(request, chosen) for chosen in combinations(wishes, count)]
        found = [each for each in combined if _possible(each.request, library)]
        if not found:
            timed = ((each, other) for each in combined for other in _other_lengths(each.request, library))
            found = [Relaxation(words=f"{each.words}, and {o.words}", request=o.request) for each, o in timed]
        if found:
            yield from found
            return


def _together(request: PlanRequest, chosen: tuple[Relaxation, ...]) -> Relaxation:
    """Return a single relaxation that drops all the chosen wishes."""

    def kept(field: str) -> tuple[str, ...]:
        return tuple(id_ for id_ in getattr(request, field) if all(id_ in getattr(c.request, field) for c in chosen))

    return Relaxation(
        words=" and ".join(each.words for each in chosen),
        request=evolve(request, themes=kept("themes"), must=kept("must"), without=kept("without")),
    )
