"""Workshops that are held somewhere, on a day, by people with names."""

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
    """A workshop with an event, each item of which but the breaks is led by one of some people in turn."""
    agenda = tuple(
        slot if isinstance(slot, BreakSlot) else evolve(slot, who=names[at % len(names)])
        for at, slot in enumerate(workshop.agenda)
    )
    return evolve(workshop, event=event, agenda=agenda)


def with_held(library: Library, id_: str, event: Event = EVENT, names: tuple[str, ...] = NAMES) -> Library:
    """A library in which a workshop is held."""
    return with_workshop(library, held(library.workshops[id_], event, names))
