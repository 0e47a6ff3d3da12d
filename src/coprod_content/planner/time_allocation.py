"""How a session's time is divided between welcome, activities, breaks and closing."""

from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.content.model import Template
from coprod_content.planner.activity import STEP
from coprod_content.planner.request import PlanRequest

_LONG_WELCOME, _LONG_CLOSING = 60, 120
"""The fewest minutes of a session with a longer welcome, and of one with a longer closing."""
_EXTRA_BREAKS = 2
"""The number of extra breaks to try, beyond the fewest that a session needs."""


@frozen(kw_only=True)
class TimeAllocation:
    """The minutes allotted to activities, each break, the welcome and the closing."""

    minutes: int
    breaks: tuple[int, ...]
    welcome: int
    closing: int

    @property
    def longest_activity(self) -> int:
        """The most minutes that one activity can last without a break."""
        shared = (self.welcome + self.closing, min(self.welcome, self.closing), 0)[min(len(self.breaks), 2)]
        return min(self.minutes, LONGEST_WITHOUT_BREAK - shared)


def time_allocations(request: PlanRequest, template: Template) -> Iterator[TimeAllocation]:
    """Yield the possible time allocations for a request, fewest breaks first."""
    welcome = template.welcome.minutes + STEP * (request.minutes >= _LONG_WELCOME)
    closing = template.closing.minutes + STEP * (request.minutes >= _LONG_CLOSING)
    for breaks in islice(_breaks(request), _EXTRA_BREAKS + 1):
        minutes = request.minutes - welcome - closing - sum(breaks)
        odd = minutes % STEP
        if minutes >= STEP:
            yield TimeAllocation(minutes=minutes - odd, breaks=breaks, welcome=welcome + odd, closing=closing)


def _breaks(request: PlanRequest) -> Iterator[tuple[int, ...]]:
    """Yield break lengths, fewest breaks first, with any lunch in the middle.

    Each tuple gives the length of every break in minutes. Tuples with too few breaks for the session are left out.
    """
    for count in range(bool(request.lunch_minutes), request.minutes // STEP):
        breaks = [request.break_minutes] * count
        if request.lunch_minutes:
            breaks[count // 2] = request.lunch_minutes
        if request.minutes - sum(breaks) <= LONGEST_WITHOUT_BREAK * (count + 1):
            yield tuple(breaks)
