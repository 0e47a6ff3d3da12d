"""Activities that can fill part of an agenda."""

import math

from attrs import frozen

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.content.field_types import Moment

STEP = 5
"""Activities last a multiple of this many minutes."""
MOMENTS: tuple[Moment, ...] = ("opening", "deepening", "deciding", "closing")
"""The parts of a session, in order. An agenda places each activity in a part that suits it."""
OPENING, DEEPENING, DECIDING, CLOSING = range(4)


@frozen(kw_only=True)
class Activity:
    """A tool, film, diagram or set of postcards for an agenda.

    `moments` contains indices into MOMENTS. `least`, `designed` and `most` are durations in minutes. `short` marks the
    short version of a tool. `themes` contains the requested themes that the activity covers. `serves` is true if the
    activity serves the requested purpose. `deciding` is true for a tool that serves that purpose and suits only the
    deciding moment. `next` contains the ids of the activities that this one leads to.
    """

    id: str
    kind: str
    title: str
    moments: tuple[int, ...]
    least: int
    designed: int
    most: int
    points: int
    short: bool = False
    themes: frozenset[str] = frozenset()
    serves: bool = False
    deciding: bool = False
    next: frozenset[str] = frozenset()

    @property
    def durations(self) -> range:
        """The possible durations in minutes (multiples of STEP), or an empty range."""
        return durations(self.least, self.most)


def durations(least: int, most: int) -> range:
    """Return the multiples of STEP from `least` to `most` minutes inclusive.

    Durations of more than LONGEST_WITHOUT_BREAK minutes are left out, because people would need a break.
    """
    return range(max(STEP, math.ceil(least / STEP) * STEP), min(most, LONGEST_WITHOUT_BREAK) + 1, STEP)
