"""The search for the best sequence of activities: exact, by branch and bound.

A sequence is worth the points of its activities, of the moments that they open and of its links. What may still come is
bounded in two ways: by dynamic programming over moment, wishes met and last activity, in which an activity may come
twice, and by the best activities that are not used yet. Both are whole numbers close to the truth, so that the search
asks for the highest total first, then for one point less, and stops at the first sequence that can be made to fit.
"""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.plan.activity import DECIDING, Activity, lengths
from coprod_content.plan.bounds import IMPOSSIBLE, Bounds
from coprod_content.plan.fitting import Fitted, Room, fitted
from coprod_content.plan.states import START, State, Wishes

_PRICES = (0, 10, 20, 30, 45, 60)
"""Prices of a step of minutes that are tried, in hundredths of a point."""
_MOST_BITS = 10
"""Themes, musts and activities that are watched at most: each doubles what has to be known."""


@frozen(kw_only=True)
class Placed:
    """An activity in its place."""

    activity: Activity
    moment: int


@frozen(kw_only=True)
class Sequence:
    """Activities in order, their points, and how long each of them is."""

    placed: tuple[Placed, ...]
    points: int
    fitted: Fitted


def best(activities: tuple[Activity, ...], count: int, room: Room, wishes: Wishes) -> Sequence | None:
    """The best sequence of so many activities that can be made to fit, of equals the first by ids; else nothing."""
    if not _may_do(activities, count, room, wishes) or Bounds(activities, wishes, room).most(count) <= IMPOSSIBLE:
        return None
    bounds = _bounds(activities, count, room, wishes)
    for points in range(bounds.most(count), bounds.least(count) - 1, -1):
        for placed in _sequences(bounds, START, count, points, (), None):
            times = fitted(tuple(each.activity for each in placed), placed[-1].moment < DECIDING, room)
            if times:
                return Sequence(placed=placed, points=points, fitted=times)
    return None


def _may_do(activities: tuple[Activity, ...], count: int, room: Room, wishes: Wishes) -> bool:
    """Whether so many of the shortest fit, and so many that are about the most themes are about all: soon told."""
    shortest = min((lengths(each)[0] for each in activities), default=room.minutes + 1)
    broadest = max((len(each.themes) for each in activities), default=0)
    return count * shortest <= room.minutes and len(wishes.must) <= count and len(wishes.themes) <= count * broadest


def _bounds(activities: tuple[Activity, ...], count: int, room: Room, wishes: Wishes) -> Bounds:
    """Close bounds: at the price that is best without the themes, watching what comes twice, as long as it pays."""
    easier = evolve(wishes, themes=())
    price = min(_PRICES, key=lambda price: Bounds(activities, easier, room, price).most(count))
    found = Bounds(activities, wishes, room, price)
    watched: tuple[str, ...] = ()
    most = _MOST_BITS - len(wishes.themes) - len(wishes.must)
    while len(watched) < most and (twice := found.wanted_twice(count)):
        watched += twice
        found = Bounds(activities, wishes, room, found.price, watched)
    return found


def _sequences(  # what is decided and what is left
    bounds: Bounds, state: State, count: int, points: int, before: tuple[Placed, ...], last: int | None
) -> Iterator[tuple[Placed, ...]]:
    """The ways to go on to exactly so many points with so many activities, in the order of ids."""
    if count == 0:
        if points == 0 and bounds.is_done(state):
            yield before
        return
    used = frozenset(each.activity.id for each in before)
    for index, moment, own, following in bounds.steps(state, count, points, used, last):
        placed = Placed(activity=bounds.activities[index], moment=moment)
        yield from _sequences(bounds, following, count - 1, points - own, (*before, placed), index)
