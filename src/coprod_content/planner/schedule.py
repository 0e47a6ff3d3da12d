"""Fitting a sequence of activities into the time there is: how long each is, and where the breaks come."""

from attrs import frozen

from coprod_content.checks.library import LONGEST_WITHOUT_BREAK
from coprod_content.planner.activity import STEP, Activity, lengths

SOONEST_BREAK = 20
"""Minutes after which a break may come at the soonest."""
TALK_LENGTHS, TALK_DESIGNED = range(STEP, 3 * STEP + 1, STEP), 2 * STEP
"""The minutes of the talk in which people decide where no activity does it."""


@frozen(kw_only=True)
class TimeBudget:
    """The time to fill: minutes for activities alone, the breaks among them, and the minutes of both ends."""

    minutes: int
    breaks: tuple[int, ...]
    welcome: int
    closing: int

    @property
    def longest(self) -> int:
        """No fewer minutes than one activity may last: with two breaks it may have a stretch for itself."""
        ends = (self.welcome + self.closing, min(self.welcome, self.closing))
        beside = ends[len(self.breaks)] if len(self.breaks) < len(ends) else 0
        return min(self.minutes, LONGEST_WITHOUT_BREAK - beside)


@frozen(kw_only=True)
class Schedule:
    """The minutes of each activity, of the talk after them, if there is one, and which of all these follow a break.

    `misfit` adds up how far each is from the length that it was made for, and how uneven the stretches are.
    """

    minutes: tuple[int, ...]
    talk: int
    after_break: tuple[bool, ...]
    misfit: int


_Part = tuple[range, int]
_Way = tuple[int, tuple[int, ...], tuple[bool, ...]]


def best_schedule(activities: tuple[Activity, ...], with_talk: bool, budget: TimeBudget) -> Schedule | None:
    """The lengths with the least misfit, of equals the shorter ones first; nothing where it cannot add up."""
    parts: list[_Part] = [(lengths(each), each.designed) for each in activities]
    if with_talk:
        parts.append((TALK_LENGTHS, TALK_DESIGNED))
    way = _Scheduler(tuple(parts), budget).best(0, 0, budget.minutes, budget.welcome)
    if way is None:
        return None
    misfit, minutes, breaks = way
    return Schedule(
        minutes=minutes[: len(activities)],
        talk=minutes[-1] if with_talk else 0,
        after_break=breaks,
        misfit=misfit,
    )


def segment_misfit(minutes: int) -> int:
    """What a stretch adds to the misfit: more than in proportion to its minutes, so that even ones add up to less."""
    return (minutes // STEP) ** 2 // 4


class _Scheduler:
    """What is known of the best ways to fit the parts from one on."""

    def __init__(self, parts: tuple[_Part, ...], budget: TimeBudget) -> None:
        self.parts, self.budget = parts, budget
        self.least, self.most = [0], [0]
        for span, _ in reversed(parts):
            self.least.insert(0, self.least[0] + span[0])
            self.most.insert(0, self.most[0] + span[-1])
        self.known: dict[tuple[int, int, int, int], _Way | None] = {}

    def best(self, at: int, taken: int, left: int, since: int) -> _Way | None:
        """The best way for the parts from one on, with breaks taken, minutes left and minutes since a break."""
        if at == len(self.parts):
            stretch = since + self.budget.closing
            done = left == 0 and taken == len(self.budget.breaks) and stretch <= LONGEST_WITHOUT_BREAK
            return (segment_misfit(stretch), (), ()) if done else None
        if not self.least[at] <= left <= self.most[at]:
            return None
        key = at, taken, left, since
        if key not in self.known:
            self.known[key] = self._best(*key)
        return self.known[key]

    def _best(self, at: int, taken: int, left: int, since: int) -> _Way | None:
        span, designed = self.parts[at]
        ways = []
        for paused in (False, True):
            if paused and (taken == len(self.budget.breaks) or since < SOONEST_BREAK):
                continue
            before = segment_misfit(since) if paused else 0
            gone = 0 if paused else since
            for minutes in span:
                if gone + minutes > LONGEST_WITHOUT_BREAK:
                    break
                rest = self.best(at + 1, taken + paused, left - minutes, gone + minutes)
                if rest:
                    misfit = before + abs(minutes - designed) + rest[0]
                    ways.append((misfit, (minutes, *rest[1]), (paused, *rest[2])))
        return min(ways, default=None)
