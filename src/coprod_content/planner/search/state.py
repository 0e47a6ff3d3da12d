"""States of the search: what matters of the activities so far, and the steps from one to the next."""

from typing import NamedTuple

from attrs import frozen

from coprod_content.planner.activity import DECIDING, MOMENTS, OPENING, Activity

FOR_LINK = 1
"""Points where an activity leads to the next, as its content says."""
FOR_MOMENT = 1
"""Points where an activity opens the session after the welcome, and where one decides, so that the arc is whole."""


@frozen(kw_only=True)
class Requirements:
    """What has to come: activities that must, themes that need an activity each, and that one serves the purpose."""

    must: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    purpose: bool = True

    def bits_of(self, activity: Activity) -> int:
        """A bit for each wish that an activity meets: musts first, then themes, then the purpose."""
        names = (*self.must, *self.themes)
        met = sum(1 << n for n, name in enumerate(names) if name in activity.themes or name == activity.id)
        return met | (1 << len(names) if self.purpose and activity.serves else 0)


class State(NamedTuple):
    """What matters so far: the moment of the last activity, bits of wishes met, the least and most minutes of all.

    `places` are where in the room it may stand, see Stretches.
    """

    moment: int
    met: int
    least: int
    most: int
    places: int = 0


START = State(-1, 0, 0, 0)


class Transition(NamedTuple):
    """An activity that may come next, in which moment, its points there, and the state after it."""

    place: int
    moment: int
    points: int
    state: State


def moves(moment: int) -> range:
    """The moments in which the next activity may stand: the same, or the one after.

    The first may stand in any but the closing: an hour is often for one activity, and that may be the one that decides.
    """
    return range(OPENING, DECIDING + 1) if moment < OPENING else range(moment, min(moment + 2, len(MOMENTS)))


def entered(before: int, moment: int) -> int:
    """The points of opening a moment."""
    opens = moment == OPENING and before < OPENING
    return FOR_MOMENT if opens or (moment == DECIDING and before != DECIDING) else 0
