"""The total durations that a given number of activities can have."""

from collections import defaultdict
from functools import cache

from coprod_content.planner.activity import DECIDING, DEEPENING, MOMENTS, STEP, Activity
from coprod_content.planner.fitted_schedule import TALK_DURATIONS
from coprod_content.planner.request import LONGEST
from coprod_content.planner.search.state import Requirements, next_moments

_EVERY_TOTAL = (1 << LONGEST // STEP + 1) - 1


class TotalDurations:
    """Total durations of activities that meet the requirements, ignoring points and breaks.

    An activity can count twice. A total that is missing is impossible, but one that is present may be impossible too. A
    set of totals is an integer: bit `n` is set if the set contains `n` steps of STEP minutes. The cache does not depend
    on the time allocation.

    In the methods, `moment` is the moment of the last activity so far, `met` has the bits of the requirements met so
    far, and `count` is the number of activities to come.
    """

    def __init__(self, activities: tuple[Activity, ...], requirements: Requirements) -> None:
        self.requirements = requirements
        self.required = requirements.every_bit
        bits = [requirements.bits_of(each) for each in activities]
        self.musts = (1 << len(requirements.must)) - 1
        self.most_met = max((own.bit_count() for own in bits), default=0)
        self.groups = [_groups(activities, bits, moment) for moment in range(len(MOMENTS))]
        self.totals = cache(self._totals)

    def can_end(self, moment: int, met: int) -> bool:
        """Return whether a session can close after `moment` with requirements `met`."""
        return moment >= DEEPENING and met & self.required == self.required

    def can_meet(self, met: int, count: int) -> bool:
        """Return whether `count` activities could meet the remaining requirements."""
        left = self.required & ~met
        return (left & self.musts).bit_count() <= count and left.bit_count() <= count * self.most_met

    def can_fill(self, moment: int, met: int, count: int, least: int, most: int) -> bool:
        """Return whether `count` more activities can last between `least` and `most` minutes."""
        if most < 0:
            return False
        window = (1 << most // STEP + 1) - (1 << max(0, least) // STEP)
        return bool(self.totals(moment, met & self.required, count) & window)

    def _totals(self, moment: int, met: int, count: int) -> int:
        """Return the possible total durations of the rest of a session.

        The rest is `count` activities after one in `moment`, and a deciding talk if the last of them comes before the
        deciding moment. `met` has the bits of the requirements already met. The result is a set of totals, which is
        empty (0) if the other requirements cannot be met.
        """
        if count == 0:
            if not self.can_end(moment, met):
                return 0
            return sum(1 << minutes // STEP for minutes in TALK_DURATIONS) if moment < DECIDING else 1
        total = 0
        for following in next_moments(moment) if self.can_meet(met, count) else ():
            for bits, durations in self.groups[following]:
                rest = self.totals(following, met | bits, count - 1)
                for steps in durations if rest else ():
                    total |= rest << steps
        return total & _EVERY_TOTAL


def _groups(activities: tuple[Activity, ...], bits: list[int], moment: int) -> list[tuple[int, tuple[int, ...]]]:
    """Return the durations of a moment's activities, grouped by requirements met.

    For each activity, `bits` has the bits of the requirements that it meets. Each pair in the result has such bits, and
    the possible durations, in steps, of the activities that meet exactly these requirements. A duration is left out if
    it is also possible for an activity that meets the same requirements and more.
    """
    found: dict[int, set[int]] = defaultdict(set)
    for activity, own in zip(activities, bits, strict=True):
        if moment in activity.moments:
            found[own].update(minutes // STEP for minutes in activity.durations)
    for own, durations in found.items():
        for other, as_long in found.items():
            if other != own and other & own == own:
                durations.difference_update(as_long)
    return [(own, tuple(sorted(durations))) for own, durations in sorted(found.items()) if durations]
