"""Workshops with an event: a place, a day, and people who lead them."""

from attrs import evolve

from coprod_content import Library
from coprod_content.content.model import BreakSlot, Event, TeamMember, Workshop
from coprod_content.planner.workshop_file import with_workshop

EVENT = Event(
    organisation="Northfield Community Health Trust",
    place="Conference room 2, Elm House",
    day="2026-12-03",
    team=(
        TeamMember(name="Ada Okafor", part="welcomes people"),
        TeamMember(name="Sam Lee", part="keeps time and writes up"),
        TeamMember(name="Priya", part="looks after anybody who needs a break"),
    ),
)
NAMES = ("Ada Okafor", "Sam Lee", "Ada and Sam")


def held(workshop: Workshop, event: Event = EVENT, names: tuple[str, ...] = NAMES) -> Workshop:
    """Return a workshop with an event, whose items except breaks are led by some people in turn."""
    agenda = tuple(
        slot if isinstance(slot, BreakSlot) else evolve(slot, who=names[at % len(names)])
        for at, slot in enumerate(workshop.agenda)
    )
    return evolve(workshop, event=event, agenda=agenda)


def with_held(library: Library, id_: str, event: Event = EVENT, names: tuple[str, ...] = NAMES) -> Library:
    """Return a library in which a workshop has an event."""
    return with_workshop(library, held(library.workshops[id_], event, names))
