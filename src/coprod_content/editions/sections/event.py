"""One holding of a workshop: by whom, where and when, and who does what, as editions say it."""

from collections.abc import Iterable

from coprod_content.content.model import BreakSlot, Slot, Workshop
from coprod_content.content.phrases import weekday_and_date
from coprod_content.document.blocks import Block, Callout, Fact, Facts, Paragraph
from coprod_content.text.spans import Span, Text, strong, verbatim


def day_of(workshop: Workshop) -> tuple[str, ...]:
    """The day of a workshop in words, if it has one."""
    day = workshop.event.day if workshop.event else None
    return (weekday_and_date(day),) if day else ()


def place_of(workshop: Workshop) -> tuple[str, ...]:
    """The place of a workshop and the organisation that holds it, of these what there is."""
    event = workshop.event
    return tuple(words for words in (event.place, event.organisation) if words) if event else ()


def when_and_where(workshop: Workshop) -> tuple[str, ...]:
    """The day in words, the place and the organisation, of these what there is."""
    return (*day_of(workshop), *place_of(workshop))


def team(workshop: Workshop) -> tuple[Text, ...]:
    """Who runs a workshop, and what each of them does there."""
    members = workshop.event.team if workshop.event else ()
    return tuple((Span(member.name, strong=True), Span(f": {member.part}")) for member in members)


def event_line(workshop: Workshop) -> tuple[Block, ...]:
    """A paragraph that says when, where and by whom, or nothing."""
    said = when_and_where(workshop)
    return (Paragraph(strong(" · ".join(said))),) if said else ()


def team_facts(workshop: Workshop) -> tuple[Block, ...]:
    """Who does what, each with their part, or nothing."""
    members = workshop.event.team if workshop.event else ()
    facts = tuple(Fact(member.name, verbatim(member.part)) for member in members)
    return (Facts(f"Who does what: {workshop.title}", facts),) if facts else ()


def team_note(workshop: Workshop) -> tuple[Block, ...]:
    """Who does what, set apart, or nothing."""
    members = team(workshop)
    return (Callout("advice", "Who does what", members),) if members else ()


def organisation(workshops: Iterable[Workshop]) -> str:
    """The organisations that hold some workshops, each once."""
    named = (workshop.event.organisation for workshop in workshops if workshop.event)
    return " and ".join(dict.fromkeys(name for name in named if name))


def leader(slot: Slot) -> str:
    """Who leads an agenda item; nobody leads a break."""
    return "" if isinstance(slot, BreakSlot) else slot.who or ""


def led(slot: Slot) -> str:
    """Who leads an agenda item, to follow its minutes."""
    who = leader(slot)
    return f", led by {who}" if who else ""
