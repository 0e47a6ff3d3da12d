"""Stretches between breaks: where a session may stand after some activities, and from where the rest may add up.

A place in a session is how many breaks have been, the steps of minutes that activities took, and those of them since
the last break. A set of places is a whole number with a bit for each, so that all are moved on in a few shifts.
"""

from collections.abc import Iterator
from typing import NamedTuple

from coprod_content.checks.library import LONGEST_WITHOUT_BREAK
from coprod_content.planner.activity import DECIDING, DEEPENING, MOMENTS, STEP, Activity, lengths
from coprod_content.planner.schedule import SOONEST_BREAK, TALK_LENGTHS, TimeBudget
from coprod_content.planner.search.state import FOR_LINK, Requirements, entered, moves

_WIDE = 16
"""Places for one count of breaks and steps: there are at most 15 steps between two breaks."""
_TALK = TALK_LENGTHS[0] // STEP, TALK_LENGTHS[-1] // STEP


class _Profile(NamedTuple):
    """Activities that are alike here: the most points of one, the wishes that it meets, the steps it may last."""

    points: int
    bits: int
    least: int
    most: int

    def serves_as(self, other: "_Profile") -> bool:
        """Whether this kind may stand wherever another does."""
        more = self.points >= other.points and self.bits & other.bits == other.bits
        return more and self.least <= other.least and self.most >= other.most


class SegmentPositions:
    """The places of a session in a room. Of the wishes, only those with a bit in `wanted` are looked at.

    Anything may come twice, and any link be used. Points are looked at where they are `scored`.
    """

    def __init__(
        self,
        activities: tuple[Activity, ...],
        budget: TimeBudget,
        requirements: Requirements,
        wanted: int,
        *,
        scored: bool,
    ) -> None:
        self.wanted, self.scored = wanted, scored
        self.spans = [(lengths(each)[0] // STEP, lengths(each)[-1] // STEP) for each in activities]
        led = {id_ for each in activities for id_ in each.next}
        self.kinds = [
            _best_kinds(
                _Profile(
                    scored * (each.points + FOR_LINK * (each.id in led)), requirements.bits_of(each) & wanted, *span
                )
                for each, span in zip(activities, self.spans, strict=True)
                if moment in each.moments
            )
            for moment in range(len(MOMENTS))
        ]
        self._lay_out(budget)
        self.known: dict[tuple[int, int, int, int], int] = {}

    def _lay_out(self, budget: TimeBudget) -> None:
        """The numbers for places of some sort in a room."""
        steps, breaks = budget.minutes // STEP, len(budget.breaks)
        self.layer = (steps + 1 + _WIDE) * _WIDE
        column = sum(1 << _WIDE * step for step in range(steps + 1))
        later = column * sum(1 << self.layer * at for at in range(1, breaks + 1))
        longest = LONGEST_WITHOUT_BREAK // STEP
        soonest = _up(SOONEST_BREAK), _up(SOONEST_BREAK - budget.welcome)
        first = (LONGEST_WITHOUT_BREAK - budget.welcome) // STEP
        self.allowed = column * _bits(0, first) | later * _bits(0, longest)
        self.pauses = (column * _bits(soonest[1], first) | later * _bits(soonest[0], longest)) & _bits(
            0, self.layer * breaks - 1
        )
        self.upwards = [(column | later) * _bits(step, _WIDE - 1) for step in range(_WIDE)]
        self.fresh = column | later
        self.start = self.allowed & 1
        closed = (LONGEST_WITHOUT_BREAK - budget.closing - (0 if breaks else budget.welcome)) // STEP
        self.end = _bits(0, min(closed, longest)) << self.layer * breaks + _WIDE * steps

    def after(self, places: int, activity: int) -> int:
        """The places after one more activity, with or without a break before it."""
        least, most = self.spans[activity]
        paused = places & self.pauses
        for by in (8, 4, 2, 1):
            paused |= paused >> by
        found = self._later(places | (paused & self.fresh) << self.layer, least)
        done = 1
        while done <= most - least:
            by = min(done, most - least + 1 - done)
            found |= self._later(found, by)
            done += by
        return found & self.allowed

    def _later(self, places: int, steps: int) -> int:
        return (places & ~self.upwards[_WIDE - steps] if steps else places) << steps * (_WIDE + 1)

    def before(self, moment: int, met: int, count: int, points: int) -> int:
        """The places from which so many more activities, after one in a moment, may bring so many points and fit."""
        met, points = met & self.wanted, points * self.scored
        if count == 0:
            return self._ends(moment) if points <= 0 and met == self.wanted else 0
        key = moment, met, count, points
        if key not in self.known:
            found = 0
            for following in moves(moment):
                opened = entered(moment, following)
                for kind in self.kinds[following]:
                    rest = self.before(following, met | kind.bits, count - 1, points - opened - kind.points)
                    if rest:
                        found |= self._earlier(rest, kind.least, kind.most)
            self.known[key] = self._perhaps_paused(found)
        return self.known[key]

    def _ends(self, moment: int) -> int:
        if moment < DEEPENING:
            return 0
        return self.end if moment >= DECIDING else self._perhaps_paused(self._earlier(self.end, *_TALK))

    def _earlier(self, places: int, least: int, most: int) -> int:
        """The places from which an activity of some steps leads to one of some places, without a break."""
        found = (places & self.upwards[least]) >> least * (_WIDE + 1)
        done = 1
        while done <= most - least:
            by = min(done, most - least + 1 - done)
            found |= (found & self.upwards[by]) >> by * (_WIDE + 1)
            done += by
        return found

    def _perhaps_paused(self, places: int) -> int:
        """Some places, and those from which a break leads to one of them."""
        paused = (places & self.fresh) >> self.layer
        for by in (1, 2, 4, 8):
            paused |= paused << by
        return (places | paused & self.pauses) & self.allowed


def _best_kinds(every: Iterator[_Profile]) -> list[_Profile]:
    """Kinds but for those in whose stead another may stand."""
    kinds = set(every)
    return [kind for kind in sorted(kinds) if not any(other.serves_as(kind) for other in kinds if other != kind)]


def _up(minutes: int) -> int:
    return max(0, -(-minutes // STEP))


def _bits(first: int, last: int) -> int:
    """A number with the bits from one to another."""
    return (1 << last + 1) - (1 << first) if last >= first else 0
