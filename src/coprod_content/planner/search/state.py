"""The state of the search after some activities, and its transitions."""

from typing import NamedTuple

from coprod_content.planner.activity import DECIDING, MOMENTS, OPENING
from coprod_content.planner.points import FOR_MOMENT


class State(NamedTuple):
    """What the rest of a sequence depends on.

    `moment` is that of the last activity, `met` the bits of requirements met. `least` and `most` are the minutes that
    the activities can last together. `positions` are where in the session they can end (see SegmentPositions).
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
    """Return the moments that can follow: the same or the next one.

    A session can begin in any moment but the closing. An hour often has time for one activity, which may decide.
    """
    return range(OPENING, DECIDING + 1) if moment < OPENING else range(moment, min(moment + 2, len(MOMENTS)))


def moment_points(before: int, moment: int) -> int:
    """Return the points for moving from one moment to another."""
    opens = moment == OPENING and before < OPENING
    return FOR_MOMENT if opens or (moment == DECIDING and before != DECIDING) else 0
