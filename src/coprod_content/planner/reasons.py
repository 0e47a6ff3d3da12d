"""Why each item of an agenda is there, and what was left out."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.checks.library import LONGEST_WITHOUT_BREAK
from coprod_content.content.library import Library
from coprod_content.content.model import Tool
from coprod_content.content.phrases import minutes_in_words, minutes_range
from coprod_content.planner.activity import OPENING, obstacle
from coprod_content.planner.best_agenda import Agenda
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.search.branch_and_bound import PlacedActivity

_WELCOME = "Every session opens with names, access needs and promises to each other."
_BREAK = f"Nobody sits for more than {LONGEST_WITHOUT_BREAK} minutes."
_TALK = "No activity here decides anything, so people settle one thing before they go."
_CLOSING = "Every session closes with what happens next."
_IN = {OPENING: "It opens the session.", 2: "It is where the group decides.", 3: "It brings the session to its end."}


@frozen(kw_only=True)
class OmittedTool:
    """A tool that suits what was asked and is not in the agenda, and why."""

    id: str
    title: str
    why: str


def reasons(request: PlanRequest, agenda: Agenda, library: Library) -> tuple[str, ...]:
    """Why each item of the agenda is there, in order."""
    return tuple(_reasons(request, agenda, library))


def _reasons(request: PlanRequest, agenda: Agenda, library: Library) -> Iterator[str]:
    placed, times = agenda.sequence.placed, agenda.sequence.schedule
    yield _WELCOME
    before: PlacedActivity | None = None
    for each, paused in zip(placed, times.after_break, strict=False):
        if paused:
            yield _BREAK
        yield " ".join(_why(each, before, request, library))
        before = each
    if times.talk:
        if times.after_break[-1]:
            yield _BREAK
        yield _TALK
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
        yield f"“{before.activity.title}” leads to it."
    if placed.moment in _IN:
        yield _IN[placed.moment]
    elif not (activity.serves or activity.themes):
        yield "It goes well in the middle, and fills the time that is left."
    if activity.short:
        tool = library.tools[activity.id]
        yield f"There is time for the short variant; the whole takes {minutes_range(tool.minutes)}."


def omitted_tools(request: PlanRequest, agenda: Agenda, library: Library) -> tuple[OmittedTool, ...]:
    """The tools that serve the purpose or are about a theme that was asked for, and are not in the agenda."""
    used = {each.activity.id for each in agenda.sequence.placed}
    return tuple(
        OmittedTool(id=tool.id, title=tool.title, why=obstacle(tool, request) or _less(tool, agenda))
        for tool in library.tools.values()
        if tool.id not in used and (_suits(tool, request) or tool.id in request.without)
    )


def _suits(tool: Tool, request: PlanRequest) -> bool:
    about = not request.themes or bool({tool.theme, *tool.further_themes} & set(request.themes))
    return about and (request.purpose in tool.purposes or bool(request.themes))


def _less(tool: Tool, agenda: Agenda) -> str:
    """Why a tool is not in that could be."""
    budget = agenda.budget.minutes
    shortest = min(tool.minutes.least, tool.short.minutes or tool.minutes.least)
    if shortest > budget:
        return f"It takes at least {minutes_in_words(shortest)}, and there are {budget} for activities."
    if tool.minutes.least > budget // max(1, len(agenda.sequence.placed)) * 2:
        return f"It takes {minutes_range(tool.minutes)}, which leaves too little for the rest."
    return "It would fit too. What is in the agenda adds up to more points, or comes first by name."
