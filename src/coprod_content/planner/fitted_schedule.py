"""Schedules: how long each activity lasts, and where the breaks are."""

from functools import cache
from typing import NamedTuple

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.planner.activity import STEP, Activity
from coprod_content.planner.time_allocation import TimeAllocation

SOONEST_BREAK = 20
"""The fewest minutes before the first break and between breaks."""
TALK_DURATIONS, TALK_DESIGNED = range(STEP, 3 * STEP + 1, STEP), 2 * STEP
"""The possible and designed lengths, in minutes, of the talk that is added if no activity ends in a decision."""


class Schedule(NamedTuple):
    """The minutes of each activity, and of the final talk, if any.

    In the final talk, people agree a decision. It is needed only if the last activity comes before the moment of the
    session that is meant for deciding.

    `misfit` adds up the minutes by which the activities and the talk differ from their designed durations, and a
    penalty for uneven times between breaks. `after_break` says whether a break comes before each activity, and before
    the talk.
    """

    misfit: int
    minutes: tuple[int, ...]
    after_break: tuple[bool, ...]


_Slot = tuple[range, int]
"""A slot's possible durations and its designed duration, in minutes."""


def best_schedule(activities: tuple[Activity, ...], with_talk: bool, allocation: TimeAllocation) -> Schedule | None:
    """Return the schedule with the least misfit, or None if none fits.

    If two schedules fit equally well, the one with shorter earlier activities is chosen. If `with_talk` is true, a
    deciding talk comes last.
    """
    slots: list[_Slot] = [(each.durations, each.designed) for each in activities]
    if with_talk:
        slots.append((TALK_DURATIONS, TALK_DESIGNED))
    return _Scheduler(tuple(slots), allocation).best(0, 0, allocation.minutes, allocation.welcome)


def segment_misfit(minutes: int) -> int:
    """Return a penalty for a stretch of `minutes` without a break.

    It grows with the square of `minutes`, so the total penalty is lowest if breaks are evenly spaced.
    """
    return (minutes // STEP) ** 2 // 4


class _Scheduler:
    """A search for the best schedule of slots, using dynamic programming."""

    def __init__(self, slots: tuple[_Slot, ...], allocation: TimeAllocation) -> None:
        self.slots, self.allocation = slots, allocation
        self.least, self.most = [0], [0]
        for durations, _ in reversed(slots):
            self.least.insert(0, self.least[0] + durations[0])
            self.most.insert(0, self.most[0] + durations[-1])
        self.best = cache(self._best)

    def _best(self, at: int, breaks: int, left: int, since: int) -> Schedule | None:
        """Return the best schedule of the slots from index `at` onwards.

        `breaks` is the number of breaks taken so far, `left` the number of minutes still to fill, and `since` the
        number of minutes since the last break or the start. Returns None if no schedule fits.
        """
        if at == len(self.slots):
            segment = since + self.allocation.closing
            done = left == 0 and breaks == len(self.allocation.breaks) and segment <= LONGEST_WITHOUT_BREAK
            return Schedule(segment_misfit(segment), (), ()) if done else None
        if not self.least[at] <= left <= self.most[at]:
            return None
        durations, designed = self.slots[at]
        schedules = []
        for pause in (False, True):
            if pause and (breaks == len(self.allocation.breaks) or since < SOONEST_BREAK):
                continue
            before = segment_misfit(since) if pause else 0
            start = 0 if pause else since
            for minutes in durations:
                if start + minutes > LONGEST_WITHOUT_BREAK:
                    break
                rest = self.best(at + 1, breaks + pause, left - minutes, start + minutes)
                if rest:
                    misfit = before + abs(minutes - designed) + rest.misfit
                    schedules.append(Schedule(misfit, (minutes, *rest.minutes), (pause, *rest.after_break)))
        return min(schedules, default=None)
