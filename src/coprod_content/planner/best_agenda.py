"""The best agenda for an ask: how many breaks and activities it has, and which."""

from collections.abc import Iterator
from functools import cached_property

from attrs import evolve, frozen

from coprod_content.checks.library import LONGEST_WITHOUT_BREAK
from coprod_content.content.library import Library
from coprod_content.content.model import Template
from coprod_content.findings.finding import Finding
from coprod_content.planner.activity import POSTCARDS, STEP, Activity, activities, with_share
from coprod_content.planner.request import PlanRequest, PlanRequestError
from coprod_content.planner.schedule import TimeBudget
from coprod_content.planner.search.branch_and_bound import ActivitySequence, best, sequence_exists
from coprod_content.planner.search.state import Requirements
from coprod_content.planner.search.total_durations import TotalDurations

SHARE, LONG_SHARE, LONG = 40, 55, 150
"""Minutes for one activity in a session, and in one with more than so many minutes for activities."""
_MOST_ACTIVITIES = 8
_LONG_WELCOME, _LONG_CLOSING = 60, 120
"""Minutes of a session from which the welcome, and the closing, take a step more."""
_MORE_BREAKS = 2


@frozen(kw_only=True)
class Agenda:
    """A sequence of activities in the room that it was fitted into."""

    sequence: ActivitySequence
    budget: TimeBudget
    template: Template


def template_for(request: PlanRequest, library: Library) -> Template:
    """What every session in a setting has: the first template for it. Raises AskError where there is none."""
    for template in library.templates.values():
        if template.setting == request.setting:
            return template
    what = f"there is no template for a session that is {request.setting}."
    raise PlanRequestError(
        [Finding(code="value", field="setting", what=what, fix="Write one in templates/, or meet otherwise.")]
    )


@frozen(kw_only=True)
class Candidates:
    """What the agendas for an ask may be made of, however long they are."""

    template: Template
    activities: tuple[Activity, ...]
    requirements: Requirements

    @cached_property
    def totals(self) -> TotalDurations:
        """How long they may last together."""
        return TotalDurations(self.activities, self.requirements)

    @cached_property
    def whole(self) -> "Candidates":
        """The same without the short variants of tools."""
        return evolve(self, activities=tuple(each for each in self.activities if not each.short))

    def for_room(self, budget: TimeBudget) -> "Candidates":
        """The same without short variants, but for those of tools that choose and are too long for the room as a whole.

        People came to choose, and the sessions in which an hour and a quarter fits between two breaks are few.
        """
        short = [each.chooses and each.short and each.most >= budget.longest for each in self.activities]
        if not any(short):
            return self.whole
        kept = zip(self.activities, short, strict=True)
        return evolve(self, activities=tuple(each for each, stays in kept if stays or not each.short))

    @cached_property
    def has_what_it_takes(self) -> bool:
        """Whether there is an activity at all for each wish."""
        ids = {each.id for each in self.activities}
        themes = {theme for each in self.activities for theme in each.themes}
        required = ids.issuperset(self.requirements.must) and themes.issuperset(self.requirements.themes)
        return required and any(each.serves for each in self.activities)


def candidates(request: PlanRequest, library: Library) -> Candidates:
    """What there is to choose from. Raises AskError where there is no template."""
    template = template_for(request, library)
    return Candidates(
        template=template,
        activities=activities(request, library, template),
        requirements=Requirements(must=_must(request, library), themes=request.themes),
    )


def best_agenda(request: PlanRequest, candidates: Candidates) -> Agenda | None:
    """The best agenda that is possible: with the fewest breaks, of whole tools where there is one, and with as many
    activities as share the time evenly, or nearly so.
    """
    for budget in _rooms(request, candidates.template):
        for allowed in (candidates.for_room(budget), candidates):
            for count in _counts(budget.minutes) if allowed.has_what_it_takes else ():
                found = with_share(allowed.activities, budget.minutes // count)
                sequence = best(found, count, budget, allowed.totals)
                if sequence:
                    return Agenda(sequence=sequence, budget=budget, template=candidates.template)
    return None


def is_possible(request: PlanRequest, candidates: Candidates) -> bool:
    """Whether there is any agenda."""
    return candidates.has_what_it_takes and any(
        sequence_exists(candidates.activities, count, budget, candidates.totals)
        for budget in _rooms(request, candidates.template)
        for count in _counts(budget.minutes)
    )


def _must(request: PlanRequest, library: Library) -> tuple[str, ...]:
    """The activities that must come: postcards, however many, are talked about in one of them."""
    return tuple(dict.fromkeys(POSTCARDS if id_ in library.postcards else id_ for id_ in request.must))


def _rooms(request: PlanRequest, template: Template) -> Iterator[TimeBudget]:
    """The time for activities with as few breaks as there can be, then with one more."""
    welcome = template.welcome.minutes + STEP * (request.minutes >= _LONG_WELCOME)
    closing = template.closing.minutes + STEP * (request.minutes >= _LONG_CLOSING)
    rooms = (_room(request, breaks, welcome, closing) for breaks in _breaks(request))
    yield from (budget for budget in rooms if budget.minutes >= STEP)


def _breaks(request: PlanRequest) -> Iterator[tuple[int, ...]]:
    """The lengths of the breaks: as few as keep every stretch short, then more; lunch is the one in the middle."""
    tried = 0
    for count in range(bool(request.lunch_minutes), request.minutes // STEP):
        breaks = [request.break_minutes] * count
        if request.lunch_minutes:
            breaks[count // 2] = request.lunch_minutes
        if request.minutes - sum(breaks) <= LONGEST_WITHOUT_BREAK * (count + 1):
            yield tuple(breaks)
            tried += 1
        if tried > _MORE_BREAKS:
            return


def _room(request: PlanRequest, breaks: tuple[int, ...], welcome: int, closing: int) -> TimeBudget:
    """The room with some breaks; odd minutes go to the welcome."""
    minutes = request.minutes - welcome - closing - sum(breaks)
    odd = minutes % STEP
    return TimeBudget(minutes=minutes - odd, breaks=breaks, welcome=welcome + odd, closing=closing)


def _counts(minutes: int) -> list[int]:
    """How many activities there may be: what gives each an even share, then the numbers nearest to it."""
    even = max(1, round(minutes / (LONG_SHARE if minutes > LONG else SHARE)))
    return sorted(range(1, _MOST_ACTIVITIES + 1), key=lambda count: (abs(count - even), count))
