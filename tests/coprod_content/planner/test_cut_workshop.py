"""Cut workshops keep the order and add up."""

import pytest
from tests.support.planning import items_of

from coprod_content import Library
from coprod_content.checks.library import workshop_errors
from coprod_content.content.model import BreakSlot, Slot
from coprod_content.planner.cut_workshop import CUTS, CutError, cut_workshop


@pytest.mark.parametrize("minutes", [*CUTS, 47])
def test_a_cut_keeps_the_order_and_adds_up(library: Library, minutes: int) -> None:
    """A cut workshop has the welcome, the closing and at least one item between, all in their order."""
    for workshop in library.workshops.values():
        if minutes >= workshop.minutes:
            with pytest.raises(CutError, match="already lasts"):
                cut_workshop(workshop, minutes, library)
            continue
        shorter = cut_workshop(workshop, minutes, library)
        assert workshop_errors(shorter, library) == ()
        since = 0
        for slot in shorter.agenda:
            since = 0 if isinstance(slot, BreakSlot) else since + slot.minutes
            assert since <= 75
        whole = [_identity(slot) for slot in workshop.agenda if not isinstance(slot, BreakSlot)]
        kept = [_identity(slot) for slot in shorter.agenda if not isinstance(slot, BreakSlot)]
        places = [whole.index(name) for name in kept]
        assert places == sorted(places)
        assert places[0] == 0
        assert places[-1] == len(whole) - 1
        assert len(kept) >= 3


def _identity(slot: Slot) -> object:
    return slot.kind, getattr(slot, "title", None), items_of(slot)


def test_too_short_a_time_is_refused(library: Library) -> None:
    """Ten minutes have room for a welcome and a closing, which do not make a workshop."""
    with pytest.raises(CutError, match=r"do not fit in 10 minutes\. Choose a longer time."):
        cut_workshop(library.workshops["first-steps"], 10, library)
