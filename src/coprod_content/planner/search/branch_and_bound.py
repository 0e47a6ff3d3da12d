"""Exact branch-and-bound search for the best agenda.

An agenda scores points for its activities, moments and links. Points are whole numbers, and the upper bound is close to
the most points possible. The search therefore looks first for an agenda that scores the upper bound, and then accepts
one point less each time. The first agenda found is the best.
"""

from functools import cache

from attrs import evolve, frozen

from coprod_content.planner.activity import DECIDING, Activity
from coprod_content.planner.fitted_schedule import Schedule, best_schedule
from coprod_content.planner.search.point_bounds import PointBounds
from coprod_content.planner.search.segments import SegmentPositions
from coprod_content.planner.search.state import START, State
from coprod_content.planner.search.total_durations import TotalDurations
from coprod_content.planner.time_allocation import TimeAllocation

_MOST_BITS = 10
"""The maximum number of requirements plus unique activities. Each of them doubles the number of states."""
_FEW_BITS, _SOME_BITS = 0b11, 0b11111
"""Masks that limit the requirements checked together with breaks, because each requirement multiplies the work.

The smaller mask is used if points are checked as well.
"""


@frozen(kw_only=True)
class PlacedActivity:
    """An activity and the moment in which it is used (see MOMENTS)."""

    activity: Activity
    moment: int


@frozen(kw_only=True)
class Agenda:
    """A scheduled sequence of activities within a time allocation, and its score."""

    placed: tuple[PlacedActivity, ...]
    points: int
    schedule: Schedule
    allocation: TimeAllocation


def best_of_count(
    activities: tuple[Activity, ...], count: int, allocation: TimeAllocation, totals: TotalDurations
) -> Agenda | None:
    """Return the best agenda of `count` activities, or None if none fits.

    Ties are broken by the order of `activities`. `totals` has the requirements, and the possible total durations of the
    same activities. `totals` ignores points, so it can be used for activities with other points.
    """
    if not can_fit(activities, count, allocation, totals):
        return None
    musts = (1 << len(totals.requirements.must)) - 1
    scored = SegmentPositions(activities, allocation, totals.requirements, musts & _FEW_BITS, scored=True)
    segments = (scored, _unscored(activities, allocation, totals))
    bounds = _tightened(PointBounds(activities, allocation, totals, segments), count)
    for points in range(bounds.most(count), bounds.least(count) - 1, -1):
        placed = _first(bounds, count, points)
        if placed:
            schedule = best_schedule(tuple(each.activity for each in placed), placed[-1].moment < DECIDING, allocation)
            assert schedule is not None
            return Agenda(placed=placed, points=points, schedule=schedule, allocation=allocation)
    return None


def can_fit(activities: tuple[Activity, ...], count: int, allocation: TimeAllocation, totals: TotalDurations) -> bool:
    """Return whether any sequence of `count` activities fits.

    Short activities are tried first, because they easily fill gaps between long ones.
    """
    if not totals.can_fill(START.moment, START.met, count, allocation.minutes, allocation.minutes):
        return False
    shortest = sorted(activities, key=lambda each: each.durations[0])
    equal = tuple(evolve(each, points=0, next=frozenset()) for each in shortest)
    return bool(_first(PointBounds(equal, allocation, totals, (_unscored(equal, allocation, totals),)), count, 0))


def _unscored(activities: tuple[Activity, ...], allocation: TimeAllocation, totals: TotalDurations) -> SegmentPositions:
    return SegmentPositions(activities, allocation, totals.requirements, totals.required & _SOME_BITS, scored=False)


def _tightened(bounds: PointBounds, count: int) -> PointBounds:
    """Return bounds that let fewer activities count twice.

    Each round finds a highest-scoring sequence, and makes the activities repeated in that sequence unique. The rounds
    end when no activity is repeated, or when more unique activities would need too many bits.
    """
    unique: tuple[str, ...] = ()
    requirements = bounds.totals.requirements
    most = _MOST_BITS - len(requirements.themes) - len(requirements.must)
    while len(unique) < most and (repeated := bounds.repeated(count)):
        unique += repeated
        bounds = bounds.with_unique(unique)
    return bounds


def _first(bounds: PointBounds, count: int, points: int) -> tuple[PlacedActivity, ...]:
    """Return the first sequence scoring at least `points`, or an empty tuple.

    The sequence has `count` activities, fits the time allocation and meets the requirements.
    """

    @cache
    def first(state: State, used: int, last: int | None, count: int, points: int) -> tuple[PlacedActivity, ...] | None:
        if count == 0:
            return ()
        for index, moment, own, following in bounds.transitions(state, count, points, used, last):
            rest = first(following, used | bounds.remaining.bits[index], index, count - 1, points - own)
            if rest is not None:
                return (PlacedActivity(activity=bounds.activities[index], moment=moment), *rest)
        return None

    return first(bounds.start, 0, None, count, points) or ()
