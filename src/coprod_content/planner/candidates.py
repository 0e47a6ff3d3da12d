"""Activities that an agenda for a request can use or must include."""

from functools import cached_property

from attrs import evolve, frozen

from coprod_content.content.library import Library
from coprod_content.content.model import Template
from coprod_content.findings.finding import Finding
from coprod_content.planner.activity import Activity
from coprod_content.planner.eligible_activities import POSTCARDS, eligible_activities
from coprod_content.planner.request import PlanRequest, PlanRequestError
from coprod_content.planner.search.state import Requirements
from coprod_content.planner.search.total_durations import TotalDurations
from coprod_content.planner.time_budget import TimeBudget


@frozen(kw_only=True)
class Candidates:
    """The template, activities and requirements for agendas of any length."""

    template: Template
    activities: tuple[Activity, ...]
    requirements: Requirements

    @cached_property
    def totals(self) -> TotalDurations:
        """The total durations that the activities can reach."""
        return TotalDurations(self.activities, self.requirements)

    @cached_property
    def whole(self) -> "Candidates":
        """The same candidates without any tool's short variant."""
        return evolve(self, activities=tuple(each for each in self.activities if not each.short))

    def for_budget(self, budget: TimeBudget) -> "Candidates":
        """Return the candidates without short variants, unless a deciding tool needs one.

        Deciding tools are exempt because people came to decide, and few sessions have 75 minutes between two breaks.
        """
        kept = tuple(
            each
            for each in self.activities
            if not each.short or (each.deciding and each.most >= budget.longest_activity)
        )
        return self.whole if kept == self.whole.activities else evolve(self, activities=kept)

    @cached_property
    def can_meet_requirements(self) -> bool:
        """Whether at least one activity meets each requirement."""
        ids = {each.id for each in self.activities}
        themes = {theme for each in self.activities for theme in each.themes}
        required = ids.issuperset(self.requirements.must) and themes.issuperset(self.requirements.themes)
        return required and any(each.serves for each in self.activities)


def candidates(request: PlanRequest, library: Library) -> Candidates:
    """Return a request's candidates. Raises PlanRequestError if its setting has no template."""
    template = _template(request, library)
    # However many postcards are required, one activity covers them all.
    must = dict.fromkeys(POSTCARDS if id_ in library.postcards else id_ for id_ in request.must)
    return Candidates(
        template=template,
        activities=eligible_activities(request, library, template),
        requirements=Requirements(must=tuple(must), themes=request.themes),
    )


def _template(request: PlanRequest, library: Library) -> Template:
    for template in library.templates.values():
        if template.setting == request.setting:
            return template
    what = f"there is no template for {request.setting} sessions."
    fix = "Add one to templates/, or choose another setting."
    raise PlanRequestError([Finding(code="value", field="setting", what=what, fix=fix)])
