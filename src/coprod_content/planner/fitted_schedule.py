"""A schedule: the length of each activity, and where the breaks are."""

from attrs import frozen

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.planner.activity import STEP, Activity
from coprod_content.planner.time_budget import TimeBudget

SOONEST_BREAK = 20
"""Minutes before the first break, and between breaks, at least."""
TALK_DURATIONS, TALK_DESIGNED = range(STEP, 3 * STEP + 1, STEP), 2 * STEP
"""Minutes of the talk in which people decide if no activity ends in a decision."""


@frozen(kw_only=True)
class Schedule:
    """Minutes of each activity and of the talk after them, if any.

    `after_break` has an entry for each activity, and for the talk. `misfit` is the sum of how far each is from its
    designed length and how uneven the segments between breaks are.
    """

    minutes: tuple[int, ...]
    talk: int
    after_break: tuple[bool, ...]
    misfit: int


_Slot = tuple[range, int]
"""Possible and designed minutes."""
_Timing = tuple[int, tuple[int, ...], tuple[bool, ...]]
"""Misfit, minutes of each slot, and whether it follows a break."""


def best_schedule(activities: tuple[Activity, ...], with_talk: bool, budget: TimeBudget) -> Schedule | None:
    """Return the schedule with the least misfit, or None if none fits.

    If several have the same misfit, the one with shorter activities first is returned.
    """
    slots: list[_Slot] = [(each.durations, each.designed) for each in activities]
    if with_talk:
        slots.append((TALK_DURATIONS, TALK_DESIGNED))
    timing = _Scheduler(tuple(slots), budget).best(0, 0, budget.minutes, budget.welcome)
    if timing is None:
        return None
    misfit, minutes, breaks = timing
    return Schedule(
        minutes=minutes[: len(activities)],
        talk=minutes[-1] if with_talk else 0,
        after_break=breaks,
        misfit=misfit,
    )


def segment_misfit(minutes: int) -> int:
    """Return the misfit of a segment: quadratic, to favour even segments."""
    return (minutes // STEP) ** 2 // 4


class _Scheduler:
    """Dynamic programming over the slots from a given one on."""

    def __init__(self, slots: tuple[_Slot, ...], budget: TimeBudget) -> None:
        self.slots, self.budget = slots, budget
        self.least, self.most = [0], [0]
        for durations, _ in reversed(slots):
            self.least.insert(0, self.least[0] + durations[0])
            self.most.insert(0, self.most[0] + durations[-1])
        self.known: dict[tuple[int, int, int, int], _Timing | None] = {}

    def best(self, at: int, breaks: int, left: int, since: int) -> _Timing | None:
        """Return the best timing of the slots from `at` on.

        `breaks` have been taken, `left` minutes are left for activities, and the last break was `since` minutes ago.
        """
        if at == len(self.slots):
            segment = since + self.budget.closing
            done = left == 0 and breaks == len(self.budget.breaks) and segment <= LONGEST_WITHOUT_BREAK
            return (segment_misfit(segment), (), ()) if done else None
        if not self.least[at] <= left <= self.most[at]:
            return None
        key = at, breaks, left, since
        if key not in self.known:
            self.known[key] = self._best(*key)
        return self.known[key]

    def _best(self, at: int, breaks: int, left: int, since: int) -> _Timing | None:
        durations, designed = self.slots[at]
        timings = []
        for pause in (False, True):
            if pause and (breaks == len(self.budget.breaks) or since < SOONEST_BREAK):
                continue
            before = segment_misfit(since) if pause else 0
            start = 0 if pause else since
            for minutes in durations:
                if start + minutes > LONGEST_WITHOUT_BREAK:
                    break
                rest = self.best(at + 1, breaks + pause, left - minutes, start + minutes)
                if rest:
                    misfit = before + abs(minutes - designed) + rest[0]
                    timings.append((misfit, (minutes, *rest[1]), (pause, *rest[2])))
        return min(timings, default=None)
