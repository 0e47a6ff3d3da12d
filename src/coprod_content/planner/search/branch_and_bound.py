"""The search for the best sequence of activities: exact, by branch and bound.

A sequence is worth the points of its activities, of the moments that they open and of its links. What may still come is
bounded in several ways, which are whole numbers close to the truth, so that the search asks for the highest total
first, then for one point less, and stops at the first sequence there is. All of them fit: the last bound is exact then.
"""

from attrs import evolve, frozen

from coprod_content.planner.activity import DECIDING, Activity, lengths
from coprod_content.planner.schedule import Schedule, TimeBudget, best_schedule
from coprod_content.planner.search.point_bounds import PointBounds
from coprod_content.planner.search.segments import SegmentPositions
from coprod_content.planner.search.state import START, State
from coprod_content.planner.search.total_durations import TotalDurations

_MOST_BITS = 10
"""Themes, musts and activities that are watched at most: each doubles what has to be known."""


_FEW_BITS, _SOME_BITS = 0b11, 0b11111
"""Wishes that are looked at together with breaks: first musts, then themes."""


@frozen(kw_only=True)
class PlacedActivity:
    """An activity in its place."""

    activity: Activity
    moment: int


@frozen(kw_only=True)
class ActivitySequence:
    """Activities in order, their points, and how long each of them is."""

    placed: tuple[PlacedActivity, ...]
    points: int
    schedule: Schedule


def best(
    activities: tuple[Activity, ...], count: int, budget: TimeBudget, totals: TotalDurations
) -> ActivitySequence | None:
    """The best sequence of so many activities that can be made to fit, of equals the first by ids; else nothing.

    `totals` are those of the activities, which have the wishes that are to be met.
    """
    if not sequence_exists(activities, count, budget, totals):
        return None
    musts = (1 << len(totals.requirements.must)) - 1
    scored = SegmentPositions(activities, budget, totals.requirements, musts & _FEW_BITS, scored=True)
    bounds = _watched(PointBounds(activities, budget, totals, (scored, _unscored(activities, budget, totals))), count)
    for points in range(bounds.most(count), bounds.least(count) - 1, -1):
        placed = _first(bounds, count, points)
        if placed:
            times = best_schedule(tuple(each.activity for each in placed), placed[-1].moment < DECIDING, budget)
            assert times is not None
            return ActivitySequence(placed=placed, points=points, schedule=times)
    return None


def sequence_exists(activities: tuple[Activity, ...], count: int, budget: TimeBudget, totals: TotalDurations) -> bool:
    """Whether there is any sequence of so many activities that can be made to fit.

    Short ones are tried first, which soon fill the gaps between long ones.
    """
    if not totals.fill(START.moment, START.met, count, budget.minutes, budget.minutes):
        return False
    shortest = sorted(activities, key=lambda each: lengths(each)[0])
    alike = tuple(evolve(each, points=0, next=frozenset()) for each in shortest)
    return bool(_first(PointBounds(alike, budget, totals, (_unscored(alike, budget, totals),)), count, 0))


def _unscored(activities: tuple[Activity, ...], budget: TimeBudget, totals: TotalDurations) -> SegmentPositions:
    return SegmentPositions(activities, budget, totals.requirements, totals.wanted & _SOME_BITS, scored=False)


def _watched(bounds: PointBounds, count: int) -> PointBounds:
    """Closer bounds: watching what comes twice, as long as it pays."""
    watched: tuple[str, ...] = ()
    most = _MOST_BITS - len(bounds.totals.requirements.themes) - len(bounds.totals.requirements.must)
    while len(watched) < most and (twice := bounds.wanted_twice(count)):
        watched += twice
        bounds = bounds.watching(watched)
    return bounds


def _first(bounds: PointBounds, count: int, points: int) -> tuple[PlacedActivity, ...]:
    """The first sequence by ids of those with at least so many points, if there is one."""
    return _Search(bounds).first(bounds.start, 0, None, count, points) or ()


class _Search:
    """A search, and what it found to lead nowhere: the same activities in another order often stand as before."""

    def __init__(self, bounds: PointBounds) -> None:
        self.bounds = bounds
        self.dead: set[tuple[State, int, int | None, int]] = set()

    def first(
        self, state: State, used: int, last: int | None, count: int, points: int
    ) -> tuple[PlacedActivity, ...] | None:
        """The first way by ids to go on to at least so many points with so many activities."""
        if count == 0:
            return ()
        key = state, used, last, points
        if key in self.dead:
            return None
        for index, moment, own, following in self.bounds.steps(state, count, points, used, last):
            rest = self.first(following, used | self.bounds.remaining.bits[index], index, count - 1, points - own)
            if rest is not None:
                return (PlacedActivity(activity=self.bounds.activities[index], moment=moment), *rest)
        self.dead.add(key)
        return None
