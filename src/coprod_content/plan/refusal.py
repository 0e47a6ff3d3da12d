"""A Refusal: why there is no agenda for an ask, and the smallest changes that would make one possible."""

from collections.abc import Iterator
from itertools import combinations

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import PeopleRange, Tool
from coprod_content.content.phrases import minutes, people_range
from coprod_content.plan.activity import obstacle
from coprod_content.plan.best_agenda import choice, is_possible
from coprod_content.plan.request import LONGEST, SHORTEST, Ask, AskError, Where, check

_STEP, _FURTHEST = 5, 120
"""Minutes by which more or less time is tried, and how far."""


@frozen(kw_only=True)
class Change:
    """A change that makes an agenda possible, in words, and the ask with it."""

    words: str
    ask: Ask


@frozen(kw_only=True)
class Refusal:
    """Why there is no agenda, and the smallest changes with which there is one: each does by itself."""

    ask: Ask
    why: tuple[str, ...]
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        ways = "; or ".join(change.words for change in self.changes)
        return " ".join((*self.why, f"Possible with: {ways}." if ways else "No small change would make it possible."))


def refusal(ask: Ask, library: Library) -> Refusal:
    """The refusal of an ask for which there is no agenda."""
    changes = tuple(change for change in _single(ask, library) if _possible(change.ask, library))
    changes = (*_time(ask, library), *changes)
    if not changes:
        changes = tuple(_double(ask, library))
    return Refusal(ask=ask, why=tuple(_why(ask, library)), changes=changes)


def _why(ask: Ask, library: Library) -> Iterator[str]:
    yield f"There is no agenda of {minutes(ask.minutes)} for {_people(ask.people)} that keeps to all you asked for."
    for id_ in ask.must:
        tool = library.tools.get(id_)
        stopped = obstacle(tool, ask) if tool else ""
        if tool and stopped:
            yield f"“{tool.title}” cannot be in it. {stopped}"
    usable = [tool for tool in library.tools.values() if not obstacle(tool, ask)]
    if not any(ask.purpose in tool.purposes for tool in usable):
        yield f"No tool for “{library.purposes[ask.purpose].title}” suits so many people in this setting."
    for id_ in ask.themes:
        if not any(_about(tool, id_) for tool in usable):
            yield f"No tool about {library.themes[id_].title} suits so many people in this setting."


def _people(count: int) -> str:
    return people_range(PeopleRange(least=count, most=count))


def _about(tool: Tool, theme: str) -> bool:
    return theme in (tool.theme, *tool.further_themes)


def _possible(ask: Ask, library: Library) -> bool:
    return _makes_sense(ask, library) and is_possible(ask, choice(ask, library))


def _makes_sense(ask: Ask, library: Library) -> bool:
    try:
        check(ask, library)
    except AskError:
        return False
    return True


def _time(ask: Ask, library: Library) -> Iterator[Change]:
    """The least more minutes, and the least fewer, with which it is possible."""
    same = choice(ask, library)
    for sign, word in ((1, "more"), (-1, "fewer")):
        for by in range(_STEP, _FURTHEST + 1, _STEP):
            asked = ask.minutes + sign * by
            if not SHORTEST <= asked <= LONGEST:
                break
            timed = evolve(ask, minutes=asked)
            if is_possible(timed, same) and _makes_sense(timed, library):
                yield Change(words=f"{minutes(by).replace(' ', f' {word} ', 1)}", ask=timed)
                break


def _single(ask: Ask, library: Library) -> Iterator[Change]:
    """Every change of one thing but time."""
    yield from _fewer_wishes(ask, library)
    for people in _other_sizes(ask, library):
        yield Change(words=_people(people), ask=evolve(ask, people=people))
    other: Where = "online" if ask.setting == "in-person" else "in-person"
    place = "meet online" if other == "online" else "meet in a room"
    if any(template.setting == other for template in library.templates.values()):
        yield Change(words=place, ask=evolve(ask, setting=other))
    if ask.lunch_minutes:
        yield Change(words="no lunch", ask=evolve(ask, lunch_minutes=0))


def _fewer_wishes(ask: Ask, library: Library) -> Iterator[Change]:
    for id_ in ask.themes:
        theme = library.themes[id_]
        fewer = tuple(each for each in ask.themes if each != id_)
        yield Change(words=f"drop theme {theme.number}, {theme.title}", ask=evolve(ask, themes=fewer))
    for id_ in ask.must:
        fewer = tuple(each for each in ask.must if each != id_)
        yield Change(words=f"drop “{id_}”", ask=evolve(ask, must=fewer))
    for id_ in ask.without:
        fewer = tuple(each for each in ask.without if each != id_)
        yield Change(words=f"allow “{id_}”", ask=evolve(ask, without=fewer))


def _other_sizes(ask: Ask, library: Library) -> Iterator[int]:
    """The nearest smaller and the nearest larger group with which it is possible."""
    limits = sorted({n for tool in library.tools.values() for n in (tool.people.least, tool.people.most)})
    for sizes in ([n for n in reversed(limits) if n < ask.people], [n for n in limits if n > ask.people]):
        found = next((n for n in sizes if _possible(evolve(ask, people=n), library)), None)
        if found:
            yield found


def _double(ask: Ask, library: Library) -> Iterator[Change]:
    """Changes of two things and more, where one is not enough: fewer wishes, with more time where that is needed."""
    wishes = tuple(_fewer_wishes(ask, library))
    for count in range(1, len(wishes) + 1):
        found = [change for change in _together(ask, wishes, count) if _possible(change.ask, library)]
        if not found:
            timed = ((change, more) for change in _together(ask, wishes, count) for more in _time(change.ask, library))
            found = [Change(words=f"{change.words}, and {more.words}", ask=more.ask) for change, more in timed]
        if found:
            yield from found
            return


def _together(ask: Ask, wishes: tuple[Change, ...], count: int) -> Iterator[Change]:
    """Changes that each leave out so many wishes."""
    for chosen in combinations(wishes, count):
        yield Change(
            words=" and ".join(change.words for change in chosen),
            ask=evolve(
                ask,
                themes=tuple(id_ for id_ in ask.themes if all(id_ in change.ask.themes for change in chosen)),
                must=tuple(id_ for id_ in ask.must if all(id_ in change.ask.must for change in chosen)),
                without=tuple(id_ for id_ in ask.without if all(id_ in change.ask.without for change in chosen)),
            ),
        )
