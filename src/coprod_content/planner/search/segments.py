"""Bit sets of positions, relative to breaks, that a session can reach.

A position combines three numbers: the breaks so far, the 5-minute steps that activities have taken, and the steps since
the last break. A set of positions is a single integer, so a few shifts move all of them at once.
"""

from collections.abc import Callable, Iterable
from math import ceil
from typing import NamedTuple

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.planner.activity import DECIDING, DEEPENING, MOMENTS, STEP, Activity
from coprod_content.planner.fitted_schedule import SOONEST_BREAK, TALK_DURATIONS
from coprod_content.planner.points import FOR_LINK
from coprod_content.planner.search.state import Requirements, moment_points, next_moments
from coprod_content.planner.time_allocation import TimeAllocation

_WIDTH = 16
"""The number of bits for 5-minute steps since a break. There are at most 15 steps."""
_TALK = TALK_DURATIONS[0] // STEP, TALK_DURATIONS[-1] // STEP


class _Profile(NamedTuple):
    """An activity's highest score, requirement bits, and shortest and longest durations.

    Durations are in 5-minute steps.
    """

    points: int
    bits: int
    least: int
    most: int

    def dominates(self, other: "_Profile") -> bool:
        """Return whether this profile can replace the other one in any sequence.

        It must score at least as many points as the other, meet all the requirements that the other meets, and allow
        all its durations.
        """
        more = self.points >= other.points and self.bits & other.bits == other.bits
        return more and self.least <= other.least and self.most >= other.most


class SegmentPositions:
    """The possible positions before and after activities in a time allocation.

    The module's docstring explains positions. A position that is missing is impossible, but one that is present can be
    impossible too, because not every rule is checked. Activities can count twice, every possible link is counted, only
    the requirements in `required` are checked, and points are checked only if `scored` is true.
    """

    def __init__(
        self,
        activities: tuple[Activity, ...],
        allocation: TimeAllocation,
        requirements: Requirements,
        required: int,
        *,
        scored: bool,
    ) -> None:
        self.required, self.scored = required, scored
        self.spans = [(each.durations[0] // STEP, each.durations[-1] // STEP) for each in activities]
        linked = {id_ for each in activities for id_ in each.next}
        self.profiles = [
            _undominated(
                _Profile(
                    scored * (each.points + FOR_LINK * (each.id in linked)),
                    requirements.bits_of(each) & required,
                    *span,
                )
                for each, span in zip(activities, self.spans, strict=True)
                if moment in each.moments
            )
            for moment in range(len(MOMENTS))
        ]
        self._set_masks(allocation)
        self.known: dict[tuple[int, int, int, int], int] = {}

    def _set_masks(self, allocation: TimeAllocation) -> None:
        steps, breaks = allocation.minutes // STEP, len(allocation.breaks)
        self.layer = (steps + 1 + _WIDTH) * _WIDTH
        column = sum(1 << _WIDTH * step for step in range(steps + 1))
        later = column * sum(1 << self.layer * at for at in range(1, breaks + 1))
        longest = LONGEST_WITHOUT_BREAK // STEP
        first_soonest, soonest = max(0, ceil((SOONEST_BREAK - allocation.welcome) / STEP)), ceil(SOONEST_BREAK / STEP)
        first_longest = (LONGEST_WITHOUT_BREAK - allocation.welcome) // STEP
        self.allowed = column * _ones(0, first_longest) | later * _ones(0, longest)
        before_break = column * _ones(first_soonest, first_longest) | later * _ones(soonest, longest)
        self.before_break = before_break & _ones(0, self.layer * breaks - 1)
        self.after_break = column | later
        self.since_at_least = [self.after_break * _ones(step, _WIDTH - 1) for step in range(_WIDTH)]
        self.start = self.allowed & 1
        last_longest = (LONGEST_WITHOUT_BREAK - allocation.closing - (0 if breaks else allocation.welcome)) // STEP
        self.end = _ones(0, min(last_longest, longest)) << self.layer * breaks + _WIDTH * steps

    def after(self, positions: int, activity: int) -> int:
        """Return the positions after another activity, with or without a break first.

        `activity` is the index of the activity.
        """
        least, most = self.spans[activity]
        rested = positions & self.before_break
        for by in (8, 4, 2, 1):
            rested |= rested >> by
        rested = (rested & self.after_break) << self.layer
        return _moved(self._later, positions | rested, least, most) & self.allowed

    def _later(self, positions: int, steps: int) -> int:
        inside = positions & ~self.since_at_least[_WIDTH - steps] if steps else positions
        return inside << steps * (_WIDTH + 1)

    def _earlier(self, positions: int, steps: int) -> int:
        return (positions & self.since_at_least[steps]) >> steps * (_WIDTH + 1)

    def before(self, moment: int, met: int, count: int, points: int) -> int:
        """Return the positions from which the rest of a session is possible.

        A position says how many breaks and minutes have passed, and how long ago the last break was. The rest is
        `count` activities that follow one in `moment`, score at least `points` and fill the time. `met` has the bits of
        the requirements already met.
        """
        met, points = met & self.required, points * self.scored
        if count == 0:
            return self._before_closing(moment) if points <= 0 and met == self.required else 0
        key = moment, met, count, points
        if key not in self.known:
            found = 0
            for following in next_moments(moment):
                entered = moment_points(moment, following)
                for profile in self.profiles[following]:
                    rest = self.before(following, met | profile.bits, count - 1, points - entered - profile.points)
                    if rest:
                        found |= _moved(self._earlier, rest, profile.least, profile.most)
            self.known[key] = self._with_break(found)
        return self.known[key]

    def _before_closing(self, moment: int) -> int:
        if moment < DEEPENING:
            return 0
        return self.end if moment >= DECIDING else self._with_break(_moved(self._earlier, self.end, *_TALK))

    def _with_break(self, positions: int) -> int:
        """Return `positions`, plus the positions from which a break leads to them."""
        rested = (positions & self.after_break) >> self.layer
        for by in (1, 2, 4, 8):
            rested |= rested << by
        return (positions | rested & self.before_break) & self.allowed


def _moved(move: Callable[[int, int], int], positions: int, least: int, most: int) -> int:
    """Return the union of `positions` moved by `least` to `most` steps.

    `move` takes positions and a number of steps, and returns the positions that many steps later, or earlier.
    """
    found = move(positions, least)
    done = 1
    while done <= most - least:
        by = min(done, most - least + 1 - done)
        found |= move(found, by)
        done += by
    return found


def _undominated(profiles: Iterable[_Profile]) -> list[_Profile]:
    kept = set(profiles)
    return [each for each in sorted(kept) if not any(other.dominates(each) for other in kept if other != each)]


def _ones(first: int, last: int) -> int:
    """Return a mask of bits `first` to `last` inclusive, possibly empty."""
    return (1 << last + 1) - (1 << first) if last >= first else 0
