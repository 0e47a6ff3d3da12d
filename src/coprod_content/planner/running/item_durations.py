"""Possible lengths of agenda items, and the weight of their minutes."""

from coprod_content.checks.minutes import shortest_minutes
from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.planner.activity import STEP
from coprod_content.planner.running.best_cut import CutItem

_LEAST_TALK, _LEAST_CARDS = 5, 10
_WEIGHTS: dict[type, int] = {model.ToolSlot: 3, model.PostcardSlot: 2, model.FilmSlot: 2}
_WEIGHTS_IN_SESSION: dict[type, int] = {**_WEIGHTS, model.BreakSlot: 3, model.ClosingSlot: 4}
"""During a session, the closing is the last item to be shortened."""


def cut_item(slot: model.Slot, library: Library, step: int, *, is_kept: bool) -> CutItem:
    """Return an agenda item to cut before the session.

    Its possible lengths are multiples of `step` minutes, and its planned length.
    """
    durations = _durations(slot, library, step)
    return CutItem(durations=durations, weight=_WEIGHTS.get(type(slot), 1), is_kept=is_kept)


def session_items(workshop: model.Workshop, library: Library) -> tuple[CutItem, ...]:
    """Return a workshop's agenda items, to cut during the session.

    The last item is always kept.
    """
    last = len(workshop.agenda) - 1
    return tuple(
        CutItem(
            durations=_durations(slot, library, STEP),
            weight=_WEIGHTS_IN_SESSION.get(type(slot), 1),
            is_kept=at == last,
            is_break=isinstance(slot, model.BreakSlot),
        )
        for at, slot in enumerate(workshop.agenda)
    )


def _durations(slot: model.Slot, library: Library, step: int) -> tuple[int, ...]:
    match slot:
        case model.ToolSlot(tool=id_):
            least = shortest_minutes(library.tools[id_])
        case model.PostcardSlot():
            least = _LEAST_CARDS
        case model.FilmSlot() | model.BreakSlot():
            least = slot.minutes
        case _:
            least = _LEAST_TALK
    least = min(least, slot.minutes)
    return tuple(n for n in range(least, slot.minutes + 1) if n % step == 0 or n == slot.minutes)
