"""A Workshop's agenda with clock times."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.content.model import BreakSlot, FilmSlot, Slot, TalkSlot, ToolSlot, Workshop
from coprod_content.content.phrases import clock_after
from coprod_content.document.blocks import Table
from coprod_content.text.spans import Span, strong


@frozen
class TimedSlot:
    """An agenda item with its start and end times and its title."""

    slot: Slot
    starts: str
    ends: str
    title: str
    position: str = ""
    """The position among items that are not breaks, such as `3 of 8`. It is empty for a break."""

    @property
    def clock(self) -> str:
        """Start and end times, such as `10:00 to 10:45`."""
        return f"{self.starts} to {self.ends}"

    @property
    def where(self) -> str:
        """Position and times, such as `3 of 8 · 10:00 to 10:45`."""
        return f"{self.position} · {self.clock}" if self.position else self.clock


def timed_slots(workshop: Workshop, library: Library) -> Iterator[TimedSlot]:
    """Yield a workshop's agenda items with their times and positions."""
    clock, at = workshop.starts, 0
    total = sum(not isinstance(slot, BreakSlot) for slot in workshop.agenda)
    for slot in workshop.agenda:
        ends = clock_after(clock, slot.minutes)
        at += not isinstance(slot, BreakSlot)
        position = "" if isinstance(slot, BreakSlot) else f"{at} of {total}"
        yield TimedSlot(slot, clock, ends, slot_title(slot, library), position)
        clock = ends


def slot_title(slot: Slot, library: Library) -> str:
    """Return an agenda item's title."""
    match slot:
        case ToolSlot():
            return slot.title or library.tools[slot.tool].title
        case FilmSlot():
            return library.films[slot.film].title
        case _:
            return slot.title


def tool_line(slot: ToolSlot, library: Library) -> str:
    """Return a line such as `Tool: Journey mapping`.

    Return an empty string if the agenda item has the same title as its tool.
    """
    tool = library.tools[slot.tool].title
    return f"Tool: {tool}" if slot_title(slot, library) != tool else ""


def _item_id(slot: Slot) -> str:
    match slot:
        case ToolSlot(tool=id_) | FilmSlot(film=id_):
            return id_
        case TalkSlot(diagram=id_):
            return id_ or ""
        case _:
            return ""


def agenda_table(workshop: Workshop, library: Library) -> Table:
    """Return the agenda as a table of times, titles and minutes."""
    rows = tuple(
        (strong(item.starts), (Span(item.title, item=_item_id(item.slot)),), str(item.slot.minutes))
        for item in timed_slots(workshop, library)
    )
    end = clock_after(workshop.starts, workshop.minutes)
    return Table(
        "Times, items and minutes",
        ("Time", "What we do", "Minutes"),
        (*rows, (strong(end), "The end", "–")),
        (2, 8, 2),
    )
