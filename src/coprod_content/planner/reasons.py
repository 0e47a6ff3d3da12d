"""The reasons for each agenda item, and for each omitted tool."""

from collections.abc import Iterator
from itertools import zip_longest

from attrs import frozen

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK, shortest_minutes
from coprod_content.content.library import Library
from coprod_content.content.model import Tool
from coprod_content.content.phrases import minutes_in_words, minutes_range
from coprod_content.planner.activity import CLOSING, DECIDING, OPENING
from coprod_content.planner.eligible_activities import exclusion_reason
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.search.branch_and_bound import Agenda, PlacedActivity

_WELCOME = "Every session opens with names, access needs and promises to each other."
_BREAK = f"Nobody sits for more than {LONGEST_WITHOUT_BREAK} minutes without a break."
_TALK = "None of these activities ends in a decision, so people agree one thing before they go."
_CLOSING = "Every session ends with what happens next."
_FOR_MOMENT = {
    OPENING: "It opens the session.",
    DECIDING: "This is where the group decides.",
    CLOSING: "It rounds off the session.",
}


@frozen(kw_only=True)
class OmittedTool:
    """A tool left off the agenda, and the reason why."""

    id: str
    title: str
    why: str


def reasons(request: PlanRequest, agenda: Agenda, library: Library) -> Iterator[str]:
    """Yield the reason for each agenda item, in order."""
    yield _WELCOME
    before: PlacedActivity | None = None
    for each, after_break in zip_longest(agenda.placed, agenda.schedule.after_break):
        if after_break:
            yield _BREAK
        yield " ".join(_why(each, before, request, library)) if each else _TALK
        before = each
    yield _CLOSING


def _why(
    placed: PlacedActivity, before: PlacedActivity | None, request: PlanRequest, library: Library
) -> Iterator[str]:
    activity = placed.activity
    if activity.id in request.must or (
        activity.kind == "postcards" and any(i in library.postcards for i in request.must)
    ):
        yield "You asked for it."
    if activity.serves:
        yield f"It suits the purpose “{library.purposes[request.purpose].title}”."
    if activity.themes:
        named = [library.themes[id_].title for id_ in request.themes if id_ in activity.themes]
        yield f"It is about {' and '.join(named)}."
    if before and activity.id in before.activity.next:
        yield f"It follows on from “{before.activity.title}”."
    if placed.moment in _FOR_MOMENT:
        yield _FOR_MOMENT[placed.moment]
    elif not (activity.serves or activity.themes):
        yield "It works well in the middle and fills the time that is left."
    if activity.short:
        tool = library.tools[activity.id]
        yield f"There is only time for the short version. The full version takes {minutes_range(tool.minutes)}."


def omitted_tools(request: PlanRequest, agenda: Agenda, library: Library) -> tuple[OmittedTool, ...]:
    """Return the tools whose omission from an agenda is worth explaining.

    These are the tools that the request excludes, and any unused tools for the requested themes. If no themes are
    requested, unused tools for the requested purpose are returned instead.
    """
    used = {each.activity.id for each in agenda.placed}
    return tuple(
        OmittedTool(id=tool.id, title=tool.title, why=exclusion_reason(tool, request) or _omission_reason(tool, agenda))
        for tool in library.tools.values()
        if tool.id not in used and (_suits(tool, request) or tool.id in request.without)
    )


def _suits(tool: Tool, request: PlanRequest) -> bool:
    if request.themes:
        return not {tool.theme, *tool.further_themes}.isdisjoint(request.themes)
    return request.purpose in tool.purposes


def _omission_reason(tool: Tool, agenda: Agenda) -> str:
    available = agenda.allocation.minutes
    shortest = shortest_minutes(tool)
    if shortest > available:
        return (
            f"It takes at least {minutes_in_words(shortest)}, and activities have only {minutes_in_words(available)}."
        )
    if tool.minutes.least > available // max(1, len(agenda.placed)) * 2:
        return f"It takes {minutes_range(tool.minutes)}, which leaves too little time for other activities."
    return (
        "It would also fit, but the chosen activities score more points, or the same number and come first "
        "alphabetically."
    )
