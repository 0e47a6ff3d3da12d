"""An activity that can fill part of an agenda."""

import math

from attrs import frozen

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.content.field_types import Moment

STEP = 5
"""Activities last a multiple of this many minutes."""
MOMENTS: tuple[Moment, ...] = ("opening", "deepening", "deciding", "closing")
OPENING, DEEPENING, DECIDING, CLOSING = range(4)


@frozen(kw_only=True)
class Activity:
    """A tool, film, diagram or set of postcards for an agenda.

    `moments` are indices into MOMENTS. `least`, `designed` and `most` are minutes. `themes` are the requested themes
    that it covers; `serves` says whether it serves the requested purpose. A `deciding` activity serves the purpose and
    suits no moment but deciding. `next` are the ids of activities that it leads to.
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
        """Possible lengths in minutes, each a multiple of STEP; may be empty."""
        return durations(self.least, self.most)


def durations(least: int, most: int) -> range:
    """Return multiples of STEP from `least` to `most` that need no break."""
    return range(max(STEP, math.ceil(least / STEP) * STEP), min(most, LONGEST_WITHOUT_BREAK) + 1, STEP)
