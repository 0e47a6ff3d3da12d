"""The agenda of a Workshop with its clock times."""

from collections.abc import Iterator
from typing import assert_never

from attrs import frozen

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
from coprod_content.content.phrases import clock_after
from coprod_content.document.blocks import Table
from coprod_content.text.spans import item_span, strong, verbatim


@frozen
class Timed:
    """An agenda item with the times of day at which it starts and ends, and what it is called."""

    slot: Slot
    starts: str
    ends: str
    title: str


def timed(workshop: Workshop, library: Library) -> Iterator[Timed]:
    """Every agenda item of a workshop in order."""
    clock = workshop.starts
    for slot in workshop.agenda:
        ends = clock_after(clock, slot.minutes)
        yield Timed(slot, clock, ends, slot_title(slot, library))
        clock = ends


def slot_title(slot: Slot, library: Library) -> str:
    """What an agenda item is called."""
    match slot:
        case ToolSlot():
            return slot.title or library.tools[slot.tool].title
        case FilmSlot():
            return library.films[slot.film].title
        case PostcardSlot() | TalkSlot() | BreakSlot() | ClosingSlot():
            return slot.title
        case _ as unreachable:
            assert_never(unreachable)


def tool_line(slot: ToolSlot, library: Library) -> str:
    """Which tool an item with a title of its own runs, as in `Tool: Journey mapping`; nothing where it has none."""
    tool = library.tools[slot.tool].title
    return f"Tool: {tool}" if slot_title(slot, library) != tool else ""


def item_of(slot: Slot) -> str:
    """The id of the one content item that an agenda item is about, or nothing."""
    match slot:
        case ToolSlot():
            return slot.tool
        case FilmSlot():
            return slot.film
        case TalkSlot():
            return slot.diagram or ""
        case PostcardSlot() | BreakSlot() | ClosingSlot():
            return ""
        case _ as unreachable:
            assert_never(unreachable)


def agenda_table(workshop: Workshop, library: Library) -> Table:
    """The agenda with clock times."""
    rows = tuple(
        (strong(item.starts), (item_span(item.title, item_of(item.slot)),), verbatim(str(item.slot.minutes)))
        for item in timed(workshop, library)
    )
    end = clock_after(workshop.starts, workshop.minutes)
    return Table(
        "Times, items and minutes",
        (verbatim("Time"), verbatim("What we do"), verbatim("Minutes")),
        (*rows, (strong(end), verbatim("The end"), verbatim("–"))),
        (2, 8, 2),
    )
