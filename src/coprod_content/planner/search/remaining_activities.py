"""Unused activities: what those that are not in a sequence yet may bring to it, none of them twice."""

import heapq
from collections.abc import Callable, Iterator
from typing import NamedTuple

from coprod_content.planner.activity import DECIDING, MOMENTS, OPENING, Activity, lengths
from coprod_content.planner.search.state import FOR_LINK, FOR_MOMENT

IMPOSSIBLE = -1_000_000


class _Ranked(NamedTuple):
    """An activity's points with a link, without it, its bit, and the bits of those that lead to it."""

    most: int
    points: int
    bit: int
    sources: int


class RemainingActivities:
    """Bounds from what is left. A set of activities is a number with a bit for each id; `bits` are those by place.

    A session does not go back to an earlier moment, so that fewer are left in a later one.
    """

    def __init__(self, activities: tuple[Activity, ...]) -> None:
        bit = {id_: 1 << n for n, id_ in enumerate(dict.fromkeys(each.id for each in activities))}
        self.every = (1 << len(bit)) - 1
        self.bits = [bit[each.id] for each in activities]
        sources = dict.fromkeys(bit.values(), 0)
        for each in activities:
            for led in each.next & bit.keys():
                sources[bit[led]] |= bit[each.id]
        self.ranked: list[list[_Ranked]] = []
        self.longest: list[list[tuple[int, int]]] = []
        self.shortest: list[list[tuple[int, int]]] = []
        for moment in range(len(MOMENTS)):
            left = [(n, each) for n, each in zip(self.bits, activities, strict=True) if each.moments[-1] >= moment]
            best = _most(left, lambda each: each.points)
            ranked = (_Ranked(p + FOR_LINK * bool(sources[n]), p, n, sources[n]) for n, p in best)
            self.ranked.append(sorted(ranked, reverse=True))
            self.longest.append(sorted(((m, n) for n, m in _most(left, lambda a: lengths(a)[-1])), reverse=True))
            self.shortest.append(sorted((-m, n) for n, m in _most(left, lambda a: -lengths(a)[0])))

    def points(self, moment: int, used: int, last: int, count: int) -> int:
        """The most points of so many that are not used, after one with a bit; IMPOSSIBLE where there are not so many.

        Each has a link where anything that may come before it leads to it.
        """
        before = self.every & ~used | last
        kept: list[int] = []
        for each in self.ranked[max(moment, OPENING)] if count else ():
            if len(kept) == count and each.most <= kept[0]:
                break
            if not each.bit & used:
                worth = each.most if each.sources & before & ~each.bit else each.points
                (heapq.heappush if len(kept) < count else heapq.heappushpop)(kept, worth)
        opened = FOR_MOMENT * ((moment < OPENING) + (moment < DECIDING))
        return sum(kept) + opened if len(kept) == count else IMPOSSIBLE

    def minutes(self, moment: int, used: int, count: int) -> tuple[int, int]:
        """The least and the most minutes of so many that are not used."""
        at = max(moment, OPENING)
        return _sum(self.shortest[at], used, count), _sum(self.longest[at], used, count)


def _most(left: list[tuple[int, Activity]], worth: Callable[[Activity], int]) -> Iterator[tuple[int, int]]:
    """Each bit with what is the most of its activities."""
    most: dict[int, int] = {}
    for bit, each in left:
        most[bit] = max(most.get(bit, IMPOSSIBLE), worth(each))
    yield from most.items()


def _sum(ranked: list[tuple[int, int]], used: int, count: int) -> int:
    total, left = 0, count
    for minutes, bit in ranked:
        if not left:
            break
        if not bit & used:
            total += minutes
            left -= 1
    return total
