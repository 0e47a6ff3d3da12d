"""Workshops."""

from attrs import frozen

from coprod_content.content.field_types import Clock, Day, Line, Minutes, Prose, Setting, TermId, ThemeId
from coprod_content.content.model.agenda import Slot
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item, PeopleRange


@frozen(kw_only=True)
class TeamMember:
    """Someone who runs a workshop."""

    name: Line
    """The name of the person."""
    part: Line
    """What the person does."""


@frozen(kw_only=True)
class Event:
    """One occasion on which a workshop is held. Libraries have no events."""

    organisation: Line | None = None
    """Who runs the workshop."""
    place: Line | None = None
    """Where the workshop is held."""
    day: Day | None = None
    """The day of the workshop."""
    team: tuple[TeamMember, ...] = ()
    """The people who run the workshop."""


@frozen(kw_only=True)
class Workshop(Item):
    """An agenda of timed items, with what to do before and after."""

    title: Line
    """The name of the workshop."""
    summary: Prose
    """What the workshop is for, in a sentence or two."""
    minutes: Minutes
    """How long the workshop lasts. The items of the agenda add up to it."""
    starts: Clock
    """When the workshop starts."""
    people: PeopleRange
    """How large the group is, at least and at most."""
    setting: Setting
    """Whether it is held in a room, in a call or in either."""
    audience: Line
    """Who the workshop is for."""
    themes: tuple[ThemeId, ...]
    """The themes that it belongs to."""
    outcomes: tuple[Prose, ...]
    """What people will have or know at the end."""
    before: tuple[Prose, ...]
    """What to do before the day."""
    agenda: tuple[Slot, ...]
    """The items of the agenda, in order."""
    next_steps: tuple[Prose, ...]
    """What to do after the day."""
    access: tuple[Prose, ...]
    """How to make it work for everyone."""
    safety: tuple[Prose, ...]
    """How to keep people safe."""
    terms: tuple[TermId, ...] = ()
    """Words that the handout explains."""
    event: Event | None = None
    """When and where this workshop is held, and by whom. Not for a library."""
    easy_read: EasyRead | None = None
    """The workshop in simple words with pictures."""
