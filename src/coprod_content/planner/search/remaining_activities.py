"""Bounds based on the activities not yet in a sequence."""

import heapq
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from coprod_content.planner.activity import DECIDING, MOMENTS, OPENING, Activity
from coprod_content.planner.points import FOR_LINK, FOR_MOMENT

IMPOSSIBLE = -1_000_000
"""A score lower than that of any sequence."""


class _Ranked(NamedTuple):
    """An activity's points and bit, and the bits of its possible predecessors.

    `bit` identifies the activity. `linked_from` has the bits of the activities that lead to it. `points` excludes any
    points for a link. `linked_points` is the same, plus the points for one link unless `linked_from` is 0.
    """

    linked_points: int
    points: int
    bit: int
    linked_from: int


class RemainingActivities:
    """Bounds on points and minutes in which no activity counts twice.

    A set of activities is an integer with a bit for each id. `bits` lists each activity's bit. Sessions never return to
    an earlier moment, so fewer activities are left for later moments.
    """

    def __init__(self, activities: tuple[Activity, ...]) -> None:
        bit = {id_: 1 << n for n, id_ in enumerate(dict.fromkeys(each.id for each in activities))}
        self.every = (1 << len(bit)) - 1
        self.bits = [bit[each.id] for each in activities]
        linked_from = dict.fromkeys(bit.values(), 0)
        for each in activities:
            for target in each.next & bit.keys():
                linked_from[bit[target]] |= bit[each.id]
        self.ranked: list[list[_Ranked]] = []
        self.longest: list[list[tuple[int, int]]] = []
        self.shortest: list[list[tuple[int, int]]] = []
        for moment in range(len(MOMENTS)):
            left = [(n, each) for n, each in zip(self.bits, activities, strict=True) if each.moments[-1] >= moment]
            best = _largest(left, lambda each: each.points)
            ranked = (_Ranked(p + FOR_LINK * bool(linked_from[n]), p, n, linked_from[n]) for n, p in best.items())
            self.ranked.append(sorted(ranked, reverse=True))
            longest = _largest(left, lambda each: each.durations[-1])
            self.longest.append(sorted(((minutes, n) for n, minutes in longest.items()), reverse=True))
            shortest = _largest(left, lambda each: -each.durations[0])
            self.shortest.append(sorted((-minutes, n) for n, minutes in shortest.items()))

    def points(self, moment: int, used: int, last: int, count: int) -> int:
        """Return an upper bound on the points of `count` unused activities.

        They follow the activity with the bit `last`, and `used` has the bits of all activities used so far. An activity
        counts as linked if `last` or any other unused activity leads to it. Returns IMPOSSIBLE if too few activities
        are left.
        """
        before = self.every & ~used | last
        kept: list[int] = []
        for each in self.ranked[max(moment, OPENING)] if count else ():
            if len(kept) == count and each.linked_points <= kept[0]:
                break
            if not each.bit & used:
                own = each.linked_points if each.linked_from & before & ~each.bit else each.points
                (heapq.heappush if len(kept) < count else heapq.heappushpop)(kept, own)
        moments = FOR_MOMENT * ((moment < OPENING) + (moment < DECIDING))
        return sum(kept) + moments if len(kept) == count else IMPOSSIBLE

    def minutes(self, moment: int, used: int, count: int) -> tuple[int, int]:
        """Return the fewest and most minutes that `count` unused activities can last."""
        at = max(moment, OPENING)
        return _sum_of_first(self.shortest[at], used, count), _sum_of_first(self.longest[at], used, count)


def _largest(activities: list[tuple[int, Activity]], value: Callable[[Activity], int]) -> dict[int, int]:
    largest: dict[int, int] = {}
    for bit, each in activities:
        largest[bit] = max(largest.get(bit, IMPOSSIBLE), value(each))
    return largest


def _sum_of_first(ranked: list[tuple[int, int]], used: int, count: int) -> int:
    return sum(islice((value for value, bit in ranked if not bit & used), count))
