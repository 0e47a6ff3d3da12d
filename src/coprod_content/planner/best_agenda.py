"""The best agenda for a request, and the candidates for it."""

from functools import cached_property

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import Template
from coprod_content.findings.finding import Finding
from coprod_content.planner.activity import Activity
from coprod_content.planner.eligible_activities import POSTCARDS, eligible_activities
from coprod_content.planner.points import DURATION_TOLERANCE, FOR_DURATION
from coprod_content.planner.request import PlanRequest, PlanRequestError
from coprod_content.planner.search.branch_and_bound import Agenda, best_of_count, can_fit
from coprod_content.planner.search.state import Requirements
from coprod_content.planner.search.total_durations import TotalDurations
from coprod_content.planner.time_allocation import TimeAllocation, time_allocations

_SHARE, _LONG_SHARE = 40, 55
"""Target minutes for each activity: in ordinary sessions, and in long ones."""
_LONG = 150
"""A session is long if it has more than this many minutes for activities."""
_MOST_ACTIVITIES = 8


@frozen(kw_only=True)
class Candidates:
    """The template, activities and requirements for agendas of any length."""

    template: Template
    activities: tuple[Activity, ...]
    requirements: Requirements

    @cached_property
    def totals(self) -> TotalDurations:
        """The possible total durations of sequences of the activities."""
        return TotalDurations(self.activities, self.requirements)

    @cached_property
    def whole(self) -> "Candidates":
        """The same candidates, without the short versions of tools."""
        return evolve(self, activities=tuple(each for each in self.activities if not each.short))

    def for_allocation(self, allocation: TimeAllocation) -> "Candidates":
        """Return the candidates without short versions, except those needed for deciding.

        A tool for deciding keeps its short version if the full tool takes longer than any activity can in this
        allocation. Otherwise, it could not be used at all, even by a group that meets in order to decide.
        """
        kept = tuple(
            each
            for each in self.activities
            if not each.short or (each.deciding and each.most >= allocation.longest_activity)
        )
        return self.whole if kept == self.whole.activities else evolve(self, activities=kept)

    @cached_property
    def can_meet_requirements(self) -> bool:
        """Whether each requirement is met by at least one activity."""
        ids = {each.id for each in self.activities}
        themes = {theme for each in self.activities for theme in each.themes}
        required = ids.issuperset(self.requirements.must) and themes.issuperset(self.requirements.themes)
        return required and any(each.serves for each in self.activities)


def candidates(request: PlanRequest, library: Library) -> Candidates:
    """Return the template, activities and requirements for a request.

    Raises PlanRequestError if there is no template for the requested setting.
    """
    template = next((each for each in library.templates.values() if each.setting == request.setting), None)
    if template is None:
        what = f"there is no template for {request.setting} sessions."
        fix = "Add one to templates/, or choose another setting."
        raise PlanRequestError([Finding(code="value", field="setting", what=what, fix=fix)])
    # However many postcards are required, one activity covers them all.
    must = dict.fromkeys(POSTCARDS if id_ in library.postcards else id_ for id_ in request.must)
    return Candidates(
        template=template,
        activities=eligible_activities(request, library, template),
        requirements=Requirements(must=tuple(must), themes=request.themes),
    )


def best_agenda(request: PlanRequest, candidates: Candidates) -> Agenda | None:
    """Return the best agenda for a request, or None if none fits.

    An agenda with fewer breaks is preferred, then one whose only short versions are needed for deciding, then one whose
    number of activities best suits the time available, then the one with the most points.
    """
    for allocation in time_allocations(request, candidates.template):
        for allowed in (candidates.for_allocation(allocation), candidates):
            for count in _counts(allocation.minutes) if allowed.can_meet_requirements else ():
                activities = _with_duration_points(allowed.activities, allocation.minutes // count)
                agenda = best_of_count(activities, count, allocation, allowed.totals)
                if agenda:
                    return agenda
    return None


def is_possible(request: PlanRequest, candidates: Candidates) -> bool:
    """Return whether any agenda can meet a request."""
    return candidates.can_meet_requirements and any(
        can_fit(candidates.activities, count, allocation, candidates.totals)
        for allocation in time_allocations(request, candidates.template)
        for count in _counts(allocation.minutes)
    )


def _with_duration_points(activities: tuple[Activity, ...], share: int) -> tuple[Activity, ...]:
    """Return activities, with points added to those designed for about `share` minutes."""
    return tuple(
        evolve(each, points=each.points + FOR_DURATION) if abs(each.designed - share) <= DURATION_TOLERANCE else each
        for each in activities
    )


def _counts(minutes: int) -> list[int]:
    """Return the numbers of activities to try, most suitable first.

    `minutes` is the time available for activities.
    """
    suitable = max(1, round(minutes / (_LONG_SHARE if minutes > _LONG else _SHARE)))
    return sorted(range(1, _MOST_ACTIVITIES + 1), key=lambda count: (abs(count - suitable), count))
