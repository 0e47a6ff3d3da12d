"""The best way to fill a time with items in order."""

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.planner.fitted_schedule import SOONEST_BREAK

ADDED_BREAK = 10
"""The length, in minutes, of a break that is added."""


@frozen(kw_only=True)
class CutItem:
    """An agenda item that can be shortened or dropped.

    `durations` are the possible lengths in minutes, shortest first. The last is the planned length. `weight` is the
    value of each minute. An item that `is_kept` is never dropped. A break is dropped only if it would come less than 20
    minutes after the break before it.
    """

    durations: tuple[int, ...]
    weight: int = 1
    is_kept: bool = False
    is_break: bool = False

    @property
    def minutes(self) -> int:
        """The planned length in minutes."""
        return self.durations[-1]


@frozen
class CutPart:
    """An item that is kept, and for how many minutes.

    `index` is the item's index, or None for an added break.
    """

    index: int | None
    minutes: int


@frozen(kw_only=True)
class Cut:
    """The parts that are kept, from a given item onwards.

    `weight` is the sum of the items' weighted minutes. `chosen` counts the items that could have been dropped.
    """

    weight: int = 0
    chosen: int = 0
    parts: tuple[CutPart, ...] = ()


class CutSearch:
    """A search for the best cut, using dynamic programming.

    An `exact` cut fills all its minutes and has at least one item that could have been dropped. Any other cut can leave
    minutes over. No one sits for more than `longest` minutes without a break.
    """

    def __init__(
        self, items: tuple[CutItem, ...], longest: int = LONGEST_WITHOUT_BREAK, *, exact: bool = False
    ) -> None:
        self.items, self.longest, self.exact = items, longest, exact
        self.best = cache(self._best)

    def _best(self, at: int, left: int, since: int) -> Cut | None:
        """Return the best cut of the items from index `at` onwards.

        `left` is the number of minutes still to fill, and `since` the number of minutes since the last break. Of two
        equally good cuts, the one that keeps more minutes of the earlier items is returned. Returns None if none fits.
        """
        if at == len(self.items):
            return Cut() if left == 0 or not self.exact else None
        found = (each for each in self._cuts(at, left, since) if each.chosen or at or not self.exact)
        return max(found, key=lambda each: each.weight, default=None)

    def _cuts(self, at: int, left: int, since: int) -> Iterator[Cut]:
        item = self.items[at]
        can_pause = since >= SOONEST_BREAK and not (item.is_kept or item.is_break)
        for minutes in reversed(item.durations):
            for pause in (0, ADDED_BREAK) if can_pause else (0,):
                gone = 0 if item.is_break else minutes + (0 if pause else since)
                if pause + minutes > left or gone > self.longest:
                    continue
                rest = self.best(at + 1, left - pause - minutes, gone)
                if rest:
                    added = (CutPart(None, pause),) if pause else ()
                    yield Cut(
                        weight=item.weight * minutes + rest.weight,
                        chosen=rest.chosen + (not item.is_kept),
                        parts=(*added, CutPart(at, minutes), *rest.parts),
                    )
        can_drop = not item.is_kept and (since < SOONEST_BREAK or not item.is_break)
        if can_drop and (dropped := self.best(at + 1, left, since)):
            yield dropped
