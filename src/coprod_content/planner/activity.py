"""Activities: what may fill the time between the welcome and the closing, and the points for it.

The points are whole numbers that a facilitator can add up by hand; docs/planning.md has the table of them.
"""

import math
from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.checks.library import LONGEST_WITHOUT_BREAK
from coprod_content.content.field_types import Moment
from coprod_content.content.library import Library
from coprod_content.content.model import Diagram, Film, Postcard, Template, Tool
from coprod_content.content.phrases import minutes_range, people_range
from coprod_content.planner.request import PlanRequest

STEP = 5
"""Activities last a multiple of these minutes, as facilitators plan."""
MOMENTS: tuple[Moment, ...] = ("opening", "deepening", "deciding", "closing")
OPENING, DEEPENING, DECIDING = 0, 1, 2
POSTCARDS = "postcards"

FOR_PURPOSE, FOR_THEME, FOR_FURTHER_THEME = 4, 3, 1
"""Points where an activity serves the purpose; where its own theme was asked for; where a further one was."""
FOR_CHOICE = 1
"""Further points where a whole tool serves the purpose and is for nothing but deciding."""
FOR_TIME, NEAR = 1, 15
"""Points where the length that it was made for is within so many minutes of an even share of the time."""
FOR_SHORT = -5
"""Points where a tool is used in its short variant, but for one that chooses."""
FOR_POSTCARDS = 1
FEWEST_FOR_POSTCARDS, FEWEST_CARDS = 3, 3
_TALK_OVER = 7
"""Minutes to talk about a film, with its questions for before and after."""


@frozen(kw_only=True)
class Activity:
    """A candidate for the agenda, as a whole or in its short variant.

    `moments` are indices in MOMENTS; it may last any step from `least` to `most` minutes, and was made for `designed`.
    `next` are the activities that it leads to. One that `chooses` serves the purpose and is for nothing but deciding.
    """

    id: str
    kind: str
    title: str
    moments: tuple[int, ...]
    least: int
    designed: int
    most: int
    points: int
    short: bool = False
    themes: frozenset[str] = frozenset()
    serves: bool = False
    chooses: bool = False
    next: frozenset[str] = frozenset()


def activities(request: PlanRequest, library: Library, template: Template) -> tuple[Activity, ...]:
    """Everything that may fill the time of a session, however long it is, in the order of the ids."""
    found = (*_tools(request, library), *_shown(request, library), *_postcards(request, library, template))
    fitting = (each for each in found if _grid(each.least, each.most))
    return tuple(sorted(fitting, key=lambda each: (each.id, each.short)))


def with_share(activities: tuple[Activity, ...], share: int) -> tuple[Activity, ...]:
    """Activities with the points for the time that they were made for, where an even share is so many minutes."""
    return tuple(
        evolve(each, points=each.points + FOR_TIME) if abs(each.designed - share) <= NEAR else each
        for each in activities
    )


def lengths(activity: Activity) -> range:
    """The minutes that an activity may last."""
    return _grid(activity.least, activity.most)


def _grid(least: int, most: int) -> range:
    """The multiples of a step in a range, none longer than a stretch without a break."""
    return range(max(STEP, math.ceil(least / STEP) * STEP), min(most, LONGEST_WITHOUT_BREAK) + 1, STEP)


def obstacle(tool: Tool, request: PlanRequest) -> str:
    """Why a tool cannot be in the agenda of any session that was asked for, or nothing."""
    if tool.id in request.without:
        return "You asked for an agenda without it."
    if not tool.people.least <= request.people <= tool.people.most:
        return f"It is for {people_range(tool.people)}."
    if tool.setting not in (request.setting, "either"):
        return "It needs people in one room." if tool.setting == "in-person" else "It needs a call."
    if not any(_grid(least, most) for least, _, most, _ in _forms(tool)):
        took = minutes_range(tool.minutes)
        return f"It takes {took}, and nothing may last longer than {LONGEST_WITHOUT_BREAK} at a time."
    return ""


def _tools(request: PlanRequest, library: Library) -> Iterator[Activity]:
    for tool in library.tools.values():
        for least, designed, most, short in () if obstacle(tool, request) else _forms(tool):
            serves = request.purpose in tool.purposes
            chooses = serves and tool.moments == ("deciding",)
            for_form = FOR_CHOICE * (not short) if chooses else FOR_SHORT * short
            yield Activity(
                id=tool.id,
                kind="tool",
                title=tool.title,
                moments=tuple(sorted({MOMENTS.index(moment) for moment in tool.moments})) or (DEEPENING,),
                least=least,
                designed=designed,
                most=most,
                short=short,
                points=FOR_PURPOSE * serves + _for_theme(tool, request) + for_form,
                themes=frozenset((tool.theme, *tool.further_themes)) & frozenset(request.themes),
                serves=serves,
                chooses=chooses,
                next=frozenset(tool.next),
            )


def _forms(tool: Tool) -> Iterator[tuple[int, int, int, bool]]:
    """The least, designed and most minutes of a tool as a whole and of its short variant."""
    yield tool.minutes.least, sum(step.minutes for step in tool.steps), tool.minutes.most, False
    if tool.short.minutes is not None and tool.short.minutes < tool.minutes.least:
        yield tool.short.minutes, tool.short.minutes, tool.minutes.least - 1, True


def _for_theme(tool: Tool, request: PlanRequest) -> int:
    if tool.theme in request.themes:
        return FOR_THEME
    return FOR_FURTHER_THEME if set(tool.further_themes) & set(request.themes) else 0


def _shown(request: PlanRequest, library: Library) -> Iterator[Activity]:
    """Films and diagrams of the themes asked for, to look at and talk about early in a session."""
    items: tuple[Film | Diagram, ...] = (*library.films.values(), *library.diagrams.values())
    for item in items:
        themes = frozenset(item.themes) & frozenset(request.themes)
        if item.id in request.without or not (themes or item.id in request.must):
            continue
        designed = math.ceil(item.seconds / 60) + _TALK_OVER if isinstance(item, Film) else 2 * STEP
        yield Activity(
            id=item.id,
            kind="film" if isinstance(item, Film) else "diagram",
            title=item.title,
            moments=(OPENING, DEEPENING),
            least=designed,
            designed=designed,
            most=designed + STEP,
            points=0,
            themes=themes,
        )


def _postcards(request: PlanRequest, library: Library, template: Template) -> Iterator[Activity]:
    """Talking with postcards, of whichever themes; it gives no theme an activity of its own."""
    wanted = any(id_ in library.postcards for id_ in request.must)
    enough = wanted or len(usable_postcards(request, library)) >= FEWEST_CARDS
    if request.people >= FEWEST_FOR_POSTCARDS and enough:
        yield Activity(
            id=POSTCARDS,
            kind="postcards",
            title=template.postcards.title,
            moments=(OPENING, DEEPENING),
            least=2 * STEP,
            designed=3 * STEP,
            most=4 * STEP,
            points=FOR_POSTCARDS,
        )


def usable_postcards(request: PlanRequest, library: Library) -> tuple[Postcard, ...]:
    """The postcards that may be used: those that must be, and those of the themes asked for, or of any theme."""
    return tuple(
        card
        for card in library.postcards.values()
        if card.id not in request.without
        and (card.id in request.must or not request.themes or card.theme in request.themes)
    )
