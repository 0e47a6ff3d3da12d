"""The requirements, states and transitions of the search."""

from typing import NamedTuple

from attrs import frozen

from coprod_content.planner.activity import DECIDING, MOMENTS, OPENING, Activity
from coprod_content.planner.points import FOR_MOMENT


@frozen(kw_only=True)
class Requirements:
    """The requirements that the activities of an agenda must meet between them.

    Each activity whose id is in `must` is used, and each theme in `themes` is covered by an activity. If `purpose` is
    true, at least one activity serves the requested purpose. Every requirement has a bit, in the order of these fields.
    """

    must: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    purpose: bool = True

    @property
    def every_bit(self) -> int:
        """An integer with the bit of every requirement set."""
        return (1 << len(self.must) + len(self.themes) + self.purpose) - 1

    def bits_of(self, activity: Activity) -> int:
        """Return the bits of the requirements that an activity meets."""
        names = (*self.must, *self.themes)
        met = sum(1 << n for n, name in enumerate(names) if name in activity.themes or name == activity.id)
        return met | (1 << len(names) if self.purpose and activity.serves else 0)


class State(NamedTuple):
    """The facts on which the rest of a sequence depends.

    `moment` is the moment of the last activity. `met` has the bits of the requirements met so far. The activities can
    last from `least` to `most` minutes in total, and end at any of the `positions` (see SegmentPositions).
    """

    moment: int
    met: int
    least: int
    most: int
    positions: int = 0


START = State(-1, 0, 0, 0)


class Transition(NamedTuple):
    """An activity's index, its moment and points, and the state after it."""

    activity: int
    moment: int
    points: int
    state: State


def next_moments(moment: int) -> range:
    """Return the possible next moments: the current one or its successor.

    Before the first activity, `moment` is less than OPENING, and every moment except the closing one is possible. A
    short session may have time only for a deciding activity.
    """
    return range(OPENING, DECIDING + 1) if moment < OPENING else range(moment, min(moment + 2, len(MOMENTS)))


def moment_points(before: int, moment: int) -> int:
    """Return the points for moving from one moment to another."""
    opens = moment == OPENING and before < OPENING
    return FOR_MOMENT if opens or (moment == DECIDING and before != DECIDING) else 0
