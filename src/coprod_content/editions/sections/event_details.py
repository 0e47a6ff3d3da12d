"""Details of a workshop event: date, place, organisation and team."""

from collections.abc import Iterable, Iterator

from coprod_content.content.model import BreakSlot, Slot, Workshop
from coprod_content.content.model.form import Filling
from coprod_content.content.phrases import clock_after, weekday_and_date
from coprod_content.document.blocks import Block, Paragraph
from coprod_content.text.spans import Span, Text, strong


def event_day(workshop: Workshop) -> tuple[str, ...]:
    """Return an event's date in words, or an empty tuple if unknown."""
    day = workshop.event.day if workshop.event else None
    return (weekday_and_date(day),) if day else ()


def event_place(workshop: Workshop) -> tuple[str, ...]:
    """Return an event's place and organisation, omitting either if unknown."""
    event = workshop.event
    return tuple(words for words in (event.place, event.organisation) if words) if event else ()


def event_day_and_place(workshop: Workshop) -> tuple[str, ...]:
    """Return the date, place and organisation, omitting any that are unknown."""
    return (*event_day(workshop), *event_place(workshop))


def event_line(workshop: Workshop) -> tuple[Block, ...]:
    """Return the date, place and organisation as a bold paragraph.

    Any that are unknown are omitted. Return an empty tuple if all are unknown.
    """
    known = event_day_and_place(workshop)
    return (Paragraph(strong(" · ".join(known))),) if known else ()


def team_texts(workshop: Workshop) -> tuple[Text, ...]:
    """Return the name and role of each workshop team member."""
    members = workshop.event.team if workshop.event else ()
    return tuple((Span(member.name, strong=True), Span(f": {member.part}")) for member in members)


def organisers(workshops: Iterable[Workshop]) -> str:
    """Return the organisations that run the workshops, joined by “and”."""
    names = (workshop.event.organisation for workshop in workshops if workshop.event)
    return " and ".join(dict.fromkeys(filter(None, names)))


def slot_leader(slot: Slot) -> str:
    """Return who leads an agenda item, or an empty string if unknown."""
    return "" if isinstance(slot, BreakSlot) else slot.who or ""


def event_answers(workshop: Workshop) -> Iterator[tuple[Filling, str]]:
    """Yield the details of a workshop that forms can show.

    Each is a pair: the name that a form field gives in `fill`, and the text. An unknown detail is left out, or has an
    empty text.
    """
    yield "workshop", workshop.title
    event = workshop.event
    if event is None:
        return
    if event.day:
        yield "day", weekday_and_date(event.day)
        yield "time", f"{workshop.starts} to {clock_after(workshop.starts, workshop.minutes)}"
    yield "place", ", ".join(filter(None, (event.place, event.link)))
    yield "organisation", event.organisation or ""
    yield "contact", event.contact or ""
    yield "access", event.access or ""
    yield "team", ", ".join(f"{member.name} ({member.part})" for member in event.team)
