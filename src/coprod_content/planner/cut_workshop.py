"""Cuts: a shorter workshop of the same items, in their order."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.checks.library import LONGEST_WITHOUT_BREAK
from coprod_content.content.library import Library
from coprod_content.content.model import (
    BreakSlot,
    ClosingSlot,
    FilmSlot,
    PostcardSlot,
    Slot,
    TalkSlot,
    ToolSlot,
    Workshop,
)
from coprod_content.content.phrases import minutes_in_words as in_words
from coprod_content.planner.activity import STEP
from coprod_content.planner.planned_workshop import SHORT
from coprod_content.planner.schedule import SOONEST_BREAK
from coprod_content.planner.workshop_file import id_of

CUTS = (30, 60, 90)
"""The minutes that a workshop is usually cut to."""
_LEAST_TALK, _LEAST_CARDS, _LEAST_ENDS = 5, 10, 5
_BREAK = 10


class CutError(ValueError):
    """A workshop that cannot be cut to a length: why, and which lengths it can be cut to."""


def cut_workshop(workshop: Workshop, minutes: int, library: Library) -> Workshop:
    """A workshop of the same items in so many minutes, with its own welcome and closing.

    Of all the ways it keeps the one with most of the minutes that its items have in the whole, weighted by what they
    are: tools count three times, postcards and films twice, talks once; of equals the one that keeps earlier items.
    Breaks come where a stretch would be longer than 75 minutes, and minutes go in fives where those at hand do. Raises
    CutError where it is no shorter, or where the welcome, one more item and the closing need more time.
    """
    if minutes >= workshop.minutes:
        raise CutError(f"It lasts {in_words(workshop.minutes)} as it is. Choose fewer than that.")
    way = _Cutting(workshop, minutes, library).best(0, minutes, 0)
    if way is None:
        raise CutError(f"Its welcome, one more item and its closing do not fit in {in_words(minutes)}. Choose more.")
    return evolve(
        workshop,
        id=id_of(f"{workshop.id}-{minutes}"),
        minutes=minutes,
        agenda=tuple(_with_short(slot, library) for slot in way.slots),
        easy_read=None,
    )


@frozen(kw_only=True)
class _Way:
    """What is kept from an item on, and its worth; `kept` counts the items that are neither ends nor breaks."""

    worth: int
    kept: int
    slots: tuple[Slot, ...]


class _Cutting:
    """What is known of the best ways to cut the items from one on."""

    def __init__(self, workshop: Workshop, minutes: int, library: Library) -> None:
        self.slots = tuple(slot for slot in workshop.agenda if not isinstance(slot, BreakSlot))
        self.spans = [_span(slot, library, 1 if minutes % STEP else STEP) for slot in self.slots]
        self.known: dict[tuple[int, int, int], _Way | None] = {}

    def best(self, at: int, left: int, since: int) -> _Way | None:
        """The best way for the items from one on, with so many minutes left, and so many gone since a break."""
        if at == len(self.slots):
            return _Way(worth=0, kept=0, slots=()) if left == 0 else None
        key = at, left, since
        if key not in self.known:
            ways = [way for way in self._ways(*key) if way.kept or at]
            self.known[key] = max(ways, key=lambda way: way.worth, default=None)
        return self.known[key]

    def _ways(self, at: int, left: int, since: int) -> Iterator[_Way]:
        slot, ends = self.slots[at], at in (0, len(self.slots) - 1)
        may_pause = since >= SOONEST_BREAK and not ends
        for minutes in reversed(self.spans[at]):
            for pause in (0, _BREAK) if may_pause else (0,):
                gone = minutes if pause else since + minutes
                if pause + minutes > left or gone > LONGEST_WITHOUT_BREAK:
                    continue
                rest = self.best(at + 1, left - pause - minutes, gone)
                if rest and (not ends or at or rest.kept):
                    paused = (BreakSlot(minutes=pause),) if pause else ()
                    yield _Way(
                        worth=_WEIGHTS[type(slot)] * minutes + rest.worth,
                        kept=rest.kept + (not ends),
                        slots=(*paused, evolve(slot, minutes=minutes), *rest.slots),
                    )
        if not ends:
            dropped = self.best(at + 1, left, since)
            if dropped:
                yield dropped


_WEIGHTS: dict[type, int] = {ToolSlot: 3, PostcardSlot: 2, FilmSlot: 2, TalkSlot: 1, ClosingSlot: 1}


def _span(slot: Slot, library: Library, step: int) -> tuple[int, ...]:
    """The minutes that an item may be cut to: none fewer than it can be run in, none more than it has."""
    match slot:
        case ToolSlot(tool=id_):
            tool = library.tools[id_]
            least = min(tool.minutes.least, tool.short.minutes or tool.minutes.least)
        case PostcardSlot():
            least = _LEAST_CARDS
        case FilmSlot():
            least = slot.minutes
        case _:
            least = _LEAST_TALK
    least = min(least, slot.minutes)
    return tuple(n for n in range(least, slot.minutes + 1) if n % step == 0 or n == slot.minutes)


def _with_short(slot: Slot, library: Library) -> Slot:
    """A tool in fewer minutes than the whole takes says that the short variant is run."""
    if isinstance(slot, ToolSlot) and slot.minutes < library.tools[slot.tool].minutes.least and not slot.focus:
        return evolve(slot, focus=SHORT)
    return slot
