"""Activities made from the library items that suit a request."""

import math
from collections.abc import Iterator

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.content.item_search import setting_of
from coprod_content.content.library import Library
from coprod_content.content.model import Diagram, Film, Postcard, Template, Tool
from coprod_content.content.phrases import minutes_range, people_range
from coprod_content.planner import points
from coprod_content.planner.activity import DEEPENING, MOMENTS, OPENING, STEP, Activity, durations
from coprod_content.planner.request import PlanRequest

POSTCARDS = "postcards"
"""The id of the activity in which people use postcards to start conversations."""
FEWEST_PEOPLE, FEWEST_CARDS = 3, 3
"""The fewest people and the fewest postcards needed to talk with postcards."""
_FILM_DISCUSSION = 7
"""Minutes added to a film's length for the questions before and after it."""


def eligible_activities(request: PlanRequest, library: Library, template: Template) -> tuple[Activity, ...]:
    """Return every activity eligible for a request, sorted by id."""
    found = (*_tools(request, library), *_films_and_diagrams(request, library), *_postcards(request, library, template))
    return tuple(sorted((each for each in found if each.durations), key=lambda each: (each.id, each.short)))


def exclusion_reason(tool: Tool, request: PlanRequest) -> str:
    """Return the reason why a tool is ineligible, or an empty string."""
    if tool.id in request.without:
        return "You asked to leave it out."
    if not tool.people.least <= request.people <= tool.people.most:
        return f"It is for {people_range(tool.people)}."
    setting = setting_of(tool)
    if setting not in (request.setting, "either"):
        return "It needs people in the same room." if setting == "in-person" else "It only works online."
    if not any(durations(least, most) for least, _, most, _ in _variants(tool)):
        longest = f"no activity can last longer than {LONGEST_WITHOUT_BREAK} minutes without a break"
        return f"It takes {minutes_range(tool.minutes)}, and {longest}."
    return ""


def usable_postcards(request: PlanRequest, library: Library) -> tuple[Postcard, ...]:
    """Return the allowed postcards that are required or match the requested themes.

    If no themes were requested, postcards on every theme match.
    """
    themes = request.themes or tuple(library.themes)
    return tuple(
        card
        for card in library.postcards.values()
        if card.id not in request.without and (card.id in request.must or card.theme in themes)
    )


def _tools(request: PlanRequest, library: Library) -> Iterator[Activity]:
    for tool in library.tools.values():
        if exclusion_reason(tool, request):
            continue
        serves = request.purpose in tool.purposes
        deciding = serves and tool.moments == ("deciding",)
        for least, designed, most, short in _variants(tool):
            for_variant = points.FOR_DECIDING_TOOL * (not short) if deciding else points.FOR_SHORT_VARIANT * short
            yield Activity(
                id=tool.id,
                kind="tool",
                title=tool.title,
                moments=tuple(sorted({MOMENTS.index(moment) for moment in tool.moments})) or (DEEPENING,),
                least=least,
                designed=designed,
                most=most,
                short=short,
                points=points.FOR_PURPOSE * serves + _points_for_themes(tool, request) + for_variant,
                themes=frozenset((tool.theme, *tool.further_themes)) & frozenset(request.themes),
                serves=serves,
                deciding=deciding,
                next=frozenset(tool.next),
            )


def _variants(tool: Tool) -> Iterator[tuple[int, int, int, bool]]:
    """Yield (least, designed, most, short) for a tool and any short version.

    The first three are durations in minutes. `short` is true for the short version.
    """
    yield tool.minutes.least, sum(step.minutes for step in tool.steps), tool.minutes.most, False
    if tool.short_minutes is not None and tool.short_minutes < tool.minutes.least:
        yield tool.short_minutes, tool.short_minutes, tool.minutes.least - 1, True


def _points_for_themes(tool: Tool, request: PlanRequest) -> int:
    if tool.theme in request.themes:
        return points.FOR_THEME
    return points.FOR_FURTHER_THEME if set(tool.further_themes) & set(request.themes) else 0


def _films_and_diagrams(request: PlanRequest, library: Library) -> Iterator[Activity]:
    """Yield activities for films and diagrams.

    Those that are required or on requested themes are included, unless they are excluded by id.
    """
    items: tuple[Film | Diagram, ...] = (*library.films.values(), *library.diagrams.values())
    for item in items:
        themes = frozenset(item.themes) & frozenset(request.themes)
        if item.id in request.without or not (themes or item.id in request.must):
            continue
        designed = math.ceil(item.seconds / 60) + _FILM_DISCUSSION if isinstance(item, Film) else 2 * STEP
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
    """Yield the postcard activity if there are enough people and cards.

    A required card counts as enough.
    """
    required = any(id_ in library.postcards for id_ in request.must)
    enough = required or len(usable_postcards(request, library)) >= FEWEST_CARDS
    if request.people >= FEWEST_PEOPLE and enough:
        yield Activity(
            id=POSTCARDS,
            kind="postcards",
            title=template.postcards.title,
            moments=(OPENING, DEEPENING),
            least=2 * STEP,
            designed=3 * STEP,
            most=4 * STEP,
            points=points.FOR_POSTCARDS,
        )
