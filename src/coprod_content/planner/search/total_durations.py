"""Totals: how long so many activities may last together, if they are to bring what has to come."""

from collections import defaultdict

from coprod_content.planner.activity import DECIDING, DEEPENING, MOMENTS, STEP, Activity, lengths
from coprod_content.planner.request import LONGEST
from coprod_content.planner.schedule import TALK_LENGTHS
from coprod_content.planner.search.state import Requirements, moves

_FULL = (1 << LONGEST // STEP + 1) - 1


class TotalDurations:
    """What so many more activities may last, found out once for all rooms; breaks and points are left aside."""

    def __init__(self, activities: tuple[Activity, ...], requirements: Requirements) -> None:
        self.requirements = requirements
        self.wanted = (1 << len(requirements.must) + len(requirements.themes) + requirements.purpose) - 1
        bits = [requirements.bits_of(each) for each in activities]
        self.musts = (1 << len(requirements.must)) - 1
        self.broadest = max((own.bit_count() for own in bits), default=0)
        self.groups = [_groups(activities, bits, moment) for moment in range(len(MOMENTS))]
        self.known: dict[tuple[int, int, int], int] = {}

    def ends(self, moment: int, met: int) -> bool:
        """Whether a session may close after an activity in a moment, with some wishes met."""
        return moment >= DEEPENING and met & self.wanted == self.wanted

    def may_meet(self, met: int, count: int) -> bool:
        """Whether so many activities are enough for the wishes that are left, of which each is one must at most."""
        left = self.wanted & ~met
        return (left & self.musts).bit_count() <= count and left.bit_count() <= count * self.broadest

    def fill(self, moment: int, met: int, count: int, lowest: int, highest: int) -> bool:
        """Whether so many more may last as long as is left, which lies between two numbers of minutes."""
        if highest < 0:
            return False
        window = (1 << highest // STEP + 1) - (1 << max(0, lowest) // STEP)
        return bool(self._of(moment, met & self.wanted, count) & window)

    def _of(self, moment: int, met: int, count: int) -> int:
        """A bit for each total, in steps, that so many more may last, with the talk where no activity decides."""
        if count == 0:
            if not self.ends(moment, met):
                return 0
            return sum(1 << minutes // STEP for minutes in TALK_LENGTHS) if moment < DECIDING else 1
        key = moment, met, count
        if key not in self.known:
            total = 0
            for following in moves(moment) if self.may_meet(met, count) else ():
                for bits, lasting in self.groups[following]:
                    rest = self._of(following, met | bits, count - 1)
                    for steps in lasting if rest else ():
                        total |= rest << steps
            self.known[key] = total & _FULL
        return self.known[key]


def _groups(activities: tuple[Activity, ...], bits: list[int], moment: int) -> list[tuple[int, tuple[int, ...]]]:
    """Which wishes an activity in a moment may meet, with the steps that it may last then.

    Where others meet those wishes and more, and may last as long, only they are there.
    """
    found: dict[int, set[int]] = defaultdict(set)
    for activity, own in zip(activities, bits, strict=True):
        if moment in activity.moments:
            found[own].update(minutes // STEP for minutes in lengths(activity))
    for own, lasting in found.items():
        for other, as_long in found.items():
            if other != own and other & own == own:
                lasting.difference_update(as_long)
    return [(own, tuple(sorted(lasting))) for own, lasting in sorted(found.items()) if lasting]
