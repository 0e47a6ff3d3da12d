"""Cut a workshop to a shorter length, keeping its items in order."""

from collections.abc import Iterator
from functools import cache

from attrs import evolve, frozen

from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK, shortest_minutes
from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words
from coprod_content.planner.activity import STEP
from coprod_content.planner.fitted_schedule import SOONEST_BREAK
from coprod_content.planner.planned_workshop import SHORT
from coprod_content.planner.workshop_file import id_from_name

CUTS = (30, 60, 90)
"""The lengths, in minutes, to which workshops are usually cut."""
_LEAST_TALK, _LEAST_CARDS = 5, 10
_BREAK = 10
_WEIGHTS: dict[type, int] = {model.ToolSlot: 3, model.PostcardSlot: 2, model.FilmSlot: 2}


class CutError(ValueError):
    """Error raised if a workshop cannot be cut to the given length."""


def cut_workshop(workshop: model.Workshop, minutes: int, library: Library) -> model.Workshop:
    """Return a shorter workshop that still has its welcome and closing.

    Its items stay in order and keep as many of their minutes as possible. A minute of a tool counts three times, a
    minute of postcards or a film twice, and any other minute once. Of two equally good cuts, the one that keeps more
    minutes of the earlier items is chosen. The breaks are replaced with breaks of 10 minutes, so that no one sits for
    more than 75 minutes without one. If `minutes` is a multiple of five, so is the length of each shortened item.

    Raises CutError if the workshop is already that short, or if the welcome, the closing and at least one other item
    cannot fill exactly that time.
    """
    if minutes >= workshop.minutes:
        raise CutError(f"The workshop is only {minutes_in_words(workshop.minutes)} long. Choose a shorter time.")
    best = _Cutting(workshop, minutes, library).best(0, minutes, 0)
    if best is None:
        what = f"The welcome, the closing and at least one other item cannot last exactly {minutes_in_words(minutes)}."
        raise CutError(f"{what} Choose another length, such as a longer one.")
    return evolve(
        workshop,
        id=id_from_name(f"{workshop.id}-{minutes}"),
        minutes=minutes,
        agenda=tuple(_with_note(slot, library) for slot in best.slots),
        easy_read=None,
    )


@frozen(kw_only=True)
class _Selection:
    """The agenda items kept from a given index onwards.

    `weight` is the sum of the items' weighted minutes. `kept` counts the items other than breaks, welcome and closing.
    """

    weight: int
    kept: int
    slots: tuple[model.Slot, ...]


class _Cutting:
    """A search for the best selection of items, using dynamic programming."""

    def __init__(self, workshop: model.Workshop, minutes: int, library: Library) -> None:
        self.slots = tuple(slot for slot in workshop.agenda if not isinstance(slot, model.BreakSlot))
        self.durations = [_durations(slot, library, 1 if minutes % STEP else STEP) for slot in self.slots]
        self.best = cache(self._best)

    def _best(self, at: int, left: int, since: int) -> _Selection | None:
        """Return the best selection of the items from index `at` onwards.

        `left` is the number of minutes still to fill, and `since` the number of minutes since the last break. Returns
        None if no selection fits.
        """
        if at == len(self.slots):
            return _Selection(weight=0, kept=0, slots=()) if left == 0 else None
        found = (each for each in self._selections(at, left, since) if each.kept or at)
        return max(found, key=lambda each: each.weight, default=None)

    def _selections(self, at: int, left: int, since: int) -> Iterator[_Selection]:
        slot, is_end = self.slots[at], at in (0, len(self.slots) - 1)
        can_break = since >= SOONEST_BREAK and not is_end
        for minutes in reversed(self.durations[at]):
            for pause in (0, _BREAK) if can_break else (0,):
                gone = minutes if pause else since + minutes
                if pause + minutes > left or gone > LONGEST_WITHOUT_BREAK:
                    continue
                rest = self.best(at + 1, left - pause - minutes, gone)
                if rest:
                    own = evolve(slot, minutes=minutes)
                    yield _Selection(
                        weight=_WEIGHTS.get(type(slot), 1) * minutes + rest.weight,
                        kept=rest.kept + (not is_end),
                        slots=(model.BreakSlot(minutes=pause), own, *rest.slots) if pause else (own, *rest.slots),
                    )
        if not is_end and (dropped := self.best(at + 1, left, since)):
            yield dropped


def _durations(slot: model.Slot, library: Library, step: int) -> tuple[int, ...]:
    match slot:
        case model.ToolSlot(tool=id_):
            least = shortest_minutes(library.tools[id_])
        case model.PostcardSlot():
            least = _LEAST_CARDS
        case model.FilmSlot():
            least = slot.minutes
        case _:
            least = _LEAST_TALK
    least = min(least, slot.minutes)
    return tuple(n for n in range(least, slot.minutes + 1) if n % step == 0 or n == slot.minutes)


def _with_note(slot: model.Slot, library: Library) -> model.Slot:
    if isinstance(slot, model.ToolSlot) and slot.minutes < library.tools[slot.tool].minutes.least and not slot.focus:
        return evolve(slot, focus=SHORT)
    return slot
