"""Plan the best workshop for a request, with reasons."""

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import LeftOutTool, Workshop
from coprod_content.planner.best_agenda import best_agenda, candidates
from coprod_content.planner.planned_workshop import planned_workshop
from coprod_content.planner.reasons import OmittedTool, omitted_tools, reasons
from coprod_content.planner.refusal import Refusal, refusal
from coprod_content.planner.request import PlanRequest, check_request


@frozen(kw_only=True)
class Plan:
    """A planned workshop, with its reasons, omitted tools and points.

    `reasons` contains the reason for each agenda item, in order.
    """

    request: PlanRequest
    workshop: Workshop
    reasons: tuple[str, ...]
    omitted_tools: tuple[OmittedTool, ...]
    points: int


def plan(request: PlanRequest, library: Library, title: str | None = None) -> Plan | Refusal:
    """Return the best plan, or a Refusal if no agenda is possible.

    The same request and library always give the same result. docs/planning.md states the rules and the points. If
    `title` is None or empty, the workshop's title is made from the requested purpose and themes.

    Raises PlanRequestError if the request is not valid for the library (see `check_request`), or if the library has no
    template for its setting.
    """
    check_request(request, library)
    found = candidates(request, library)
    agenda = best_agenda(request, found)
    if agenda is None:
        return refusal(request, library)
    workshop = planned_workshop(request, agenda, found.template, library, title)
    whys, omitted = tuple(reasons(request, agenda, library)), omitted_tools(request, agenda, library)
    return Plan(
        request=request,
        workshop=evolve(
            workshop,
            agenda=tuple(evolve(slot, reason=why) for slot, why in zip(workshop.agenda, whys, strict=True)),
            left_out=tuple(LeftOutTool(title=each.title, why=each.why) for each in omitted),
        ),
        reasons=whys,
        omitted_tools=omitted,
        points=agenda.points,
    )
