"""The best agenda for a request, with its breaks and activities."""

from attrs import evolve, frozen

from coprod_content.content.model import Template
from coprod_content.planner.activity import Activity
from coprod_content.planner.candidates import Candidates
from coprod_content.planner.points import DURATION_TOLERANCE, FOR_DURATION
from coprod_content.planner.request import PlanRequest
from coprod_content.planner.search.branch_and_bound import ActivitySequence, best_sequence, sequence_exists
from coprod_content.planner.time_budget import TimeBudget, time_budgets

_SHARE, _LONG_SHARE = 40, 55
"""Target minutes for each activity, normally and in long sessions."""
_LONG = 150
"""A session is long if it has more than this many minutes for activities."""
_MOST_ACTIVITIES = 8


@frozen(kw_only=True)
class Agenda:
    """A sequence of activities with its time budget and template."""

    sequence: ActivitySequence
    budget: TimeBudget
    template: Template


def best_agenda(request: PlanRequest, candidates: Candidates) -> Agenda | None:
    """Return the best agenda, or None if there is none.

    An agenda with fewer breaks is preferred, then one without short variants, then one whose number of activities best
    suits the time available, then the one with the most points.
    """
    for budget in time_budgets(request, candidates.template):
        for allowed in (candidates.for_budget(budget), candidates):
            for count in _counts(budget.minutes) if allowed.can_meet_requirements else ():
                activities = _with_duration_points(allowed.activities, budget.minutes // count)
                sequence = best_sequence(activities, count, budget, allowed.totals)
                if sequence:
                    return Agenda(sequence=sequence, budget=budget, template=candidates.template)
    return None


def is_possible(request: PlanRequest, candidates: Candidates) -> bool:
    """Return whether any agenda can meet a request."""
    return candidates.can_meet_requirements and any(
        sequence_exists(candidates.activities, count, budget, candidates.totals)
        for budget in time_budgets(request, candidates.template)
        for count in _counts(budget.minutes)
    )


def _with_duration_points(activities: tuple[Activity, ...], share: int) -> tuple[Activity, ...]:
    """Return activities, adding points to those designed for about `share` minutes."""
    return tuple(
        evolve(each, points=each.points + FOR_DURATION) if abs(each.designed - share) <= DURATION_TOLERANCE else each
        for each in activities
    )


def _counts(minutes: int) -> list[int]:
    """Return the numbers of activities to try, most suitable first."""
    suitable = max(1, round(minutes / (_LONG_SHARE if minutes > _LONG else _SHARE)))
    return sorted(range(1, _MOST_ACTIVITIES + 1), key=lambda count: (abs(count - suitable), count))
