"""Cut workshops keep the order and add up."""

import pytest
from attrs import evolve
from tests.support.planning import items_of

from coprod_content import Library
from coprod_content.checks.library import workshop_errors
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
from coprod_content.planner.cut_workshop import CUTS, CutError, cut_workshop

WELCOME = TalkSlot(minutes=10, title="Welcome", points=("Hello",))
TALK = TalkSlot(minutes=10, title="Talk", points=("Hello",))
CARDS = PostcardSlot(minutes=10, title="One question", how=("Talk.",), postcards=("who-is-missing",))
TOOL = ToolSlot(minutes=20, tool="group-agreement")
CLOSING = ClosingSlot(minutes=10, title="Closing", question="What next?", points=("Dates",))


def workshop_of(library: Library, *slots: Slot) -> Workshop:
    """Return a workshop with this agenda."""
    minutes = sum(slot.minutes for slot in slots)
    return evolve(library.workshops["first-steps"], minutes=minutes, agenda=slots)


@pytest.mark.parametrize("minutes", [*CUTS, 47])
def test_a_cut_keeps_the_order_and_adds_up(library: Library, minutes: int) -> None:
    """A cut workshop has the welcome, the closing and at least one item between, all in their order."""
    for workshop in library.workshops.values():
        if minutes >= workshop.minutes:
            with pytest.raises(CutError, match="is only"):
                cut_workshop(workshop, minutes, library)
            continue
        try:
            shorter = cut_workshop(workshop, minutes, library)
        except CutError:  # one talk and one long tool fill no odd number of minutes
            assert (minutes, workshop.id) == (47, "ebcd-staff-event")
            continue
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
        longest = {_identity(slot): slot.minutes for slot in workshop.agenda}
        assert all(isinstance(slot, BreakSlot) or slot.minutes <= longest[_identity(slot)] for slot in shorter.agenda)
        if minutes % 5 == 0 and all(slot.minutes % 5 == 0 for slot in workshop.agenda):
            assert all(slot.minutes % 5 == 0 for slot in shorter.agenda)


def _identity(slot: Slot) -> object:
    return slot.kind, getattr(slot, "title", None), items_of(slot)


def test_too_short_a_time_is_refused(library: Library) -> None:
    """Ten minutes have room for a welcome and a closing, which do not make a workshop."""
    with pytest.raises(CutError, match=r"cannot last exactly 10 minutes\. Choose another length"):
        cut_workshop(library.workshops["first-steps"], 10, library)


def agenda(workshop: Workshop) -> list[tuple[str, int]]:
    """Return what is on an agenda: the title, tool or kind of each item, and its minutes."""
    return [(getattr(s, "title", None) or getattr(s, "tool", s.kind), s.minutes) for s in workshop.agenda]


def test_a_cut_keeps_the_minutes_that_weigh_most(library: Library) -> None:
    """Tools weigh three times as much as talks, and postcards twice."""
    slots = (WELCOME, evolve(TALK, minutes=20), evolve(CARDS, minutes=20), evolve(TOOL, minutes=40), CLOSING)
    assert agenda(cut_workshop(workshop_of(library, *slots), 60, library)) == [
        ("Welcome", 5),
        ("One question", 10),
        ("group-agreement", 40),
        ("Closing", 5),
    ]
    assert agenda(cut_workshop(workshop_of(library, *slots), 75, library)) == [
        ("Welcome", 10),
        ("One question", 20),
        ("group-agreement", 40),
        ("Closing", 5),
    ]


def test_a_tool_weighs_three_times_as_much_as_a_talk(library: Library) -> None:
    """A film and half a talk weigh more than a short tool and the whole talk, which four times as much would not."""
    film = FilmSlot(minutes=25, film="what-co-production-is")
    ends = evolve(WELCOME, minutes=5), evolve(CLOSING, minutes=5)
    slots = ends[0], evolve(TALK, minutes=20), film, evolve(TOOL, minutes=10), ends[1]
    kept = agenda(cut_workshop(workshop_of(library, *slots), 40, library))
    assert kept == [("Welcome", 5), ("Talk", 5), ("film", 25), ("Closing", 5)]


def test_in_a_tie_earlier_items_are_kept(library: Library) -> None:
    """Two talks weigh the same."""
    slots = WELCOME, evolve(TALK, title="First"), evolve(TALK, title="Second"), CLOSING
    kept = agenda(cut_workshop(workshop_of(library, *slots), 25, library))
    assert kept == [("Welcome", 10), ("First", 10), ("Closing", 5)]


def test_a_cut_has_breaks_and_marks_short_variants(library: Library) -> None:
    """No segment is longer than 75 minutes, and a tool with too little time has a note, unless it has one already."""
    long = evolve(TOOL, minutes=60)
    whole = workshop_of(library, WELCOME, long, TALK, evolve(long, focus="Our own note."), CLOSING)
    shorter = cut_workshop(whole, 130, library)
    assert agenda(shorter) == [
        ("Welcome", 5),
        ("group-agreement", 60),
        ("Break", 10),
        ("group-agreement", 50),
        ("Closing", 5),
    ]
    brief = cut_workshop(workshop_of(library, WELCOME, evolve(TOOL, minutes=30), CLOSING), 25, library)
    tool = next(slot for slot in brief.agenda if isinstance(slot, ToolSlot))
    assert (tool.minutes, tool.focus) == (15, "Use the short version.")
    noted = workshop_of(library, WELCOME, evolve(TOOL, minutes=30, focus="Our own note."), CLOSING)
    kept = next(slot for slot in cut_workshop(noted, 25, library).agenda if isinstance(slot, ToolSlot))
    assert kept.focus == "Our own note."


def test_a_cut_has_its_own_id_and_length(library: Library) -> None:
    """Its easy-read text is dropped, since it tells of the whole."""
    shorter = cut_workshop(library.workshops["first-steps"], 47, library)
    assert (shorter.id, shorter.minutes, shorter.easy_read) == ("first-steps-47", 47, None)
    assert shorter.title == library.workshops["first-steps"].title
