"""Cut a workshop to a shorter length, keeping its items in order."""

from attrs import evolve

from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words
from coprod_content.planner.activity import STEP
from coprod_content.planner.planned_workshop import SHORT
from coprod_content.planner.running.best_cut import CutPart, CutSearch
from coprod_content.planner.running.item_durations import cut_item
from coprod_content.planner.workshop_file import id_from_name

CUTS = (30, 60, 90)
"""The lengths, in minutes, to which workshops are usually cut."""


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
    slots = tuple(slot for slot in workshop.agenda if not isinstance(slot, model.BreakSlot))
    step, last = 1 if minutes % STEP else STEP, len(slots) - 1
    items = tuple(cut_item(slot, library, step, is_kept=at in (0, last)) for at, slot in enumerate(slots))
    cut = CutSearch(items, exact=True).best(0, minutes, 0)
    if cut is None:
        what = f"The welcome, the closing and at least one other item cannot last exactly {minutes_in_words(minutes)}."
        raise CutError(f"{what} Choose another length, preferably a longer one.")
    return evolve(
        workshop,
        id=id_from_name(f"{workshop.id}-{minutes}"),
        minutes=minutes,
        agenda=tuple(_slot(part, slots, library) for part in cut.parts),
        easy_read=None,
    )


def _slot(part: CutPart, slots: tuple[model.Slot, ...], library: Library) -> model.Slot:
    if part.index is None:
        return model.BreakSlot(minutes=part.minutes)
    slot = evolve(slots[part.index], minutes=part.minutes)
    if isinstance(slot, model.ToolSlot) and slot.minutes < library.tools[slot.tool].minutes.least and not slot.focus:
        return evolve(slot, focus=SHORT)
    return slot
