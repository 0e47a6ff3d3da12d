"""Workshops."""

from attrs import frozen

from coprod_content.content.field_types import Clock, Day, Line, Minutes, Prose, Setting, TermId, ThemeId
from coprod_content.content.model.agenda import Slot
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item, PeopleRange


@frozen(kw_only=True)
class TeamMember:
    """Somebody who runs a workshop, and what they do there."""

    name: Line
    part: Line


@frozen(kw_only=True)
class Event:
    """One holding of a workshop: by whom, where, when. All of it is optional, and none of it is in a library."""

    organisation: Line | None = None
    place: Line | None = None
    day: Day | None = None
    team: tuple[TeamMember, ...] = ()


@frozen(kw_only=True)
class Workshop(Item):
    """An agenda of timed items that adds up to its length."""

    title: Line
    summary: Prose
    minutes: Minutes
    starts: Clock
    people: PeopleRange
    setting: Setting
    audience: Line
    themes: tuple[ThemeId, ...]
    outcomes: tuple[Prose, ...]
    before: tuple[Prose, ...]
    agenda: tuple[Slot, ...]
    next_steps: tuple[Prose, ...]
    access: tuple[Prose, ...]
    safety: tuple[Prose, ...]
    terms: tuple[TermId, ...] = ()
    event: Event | None = None
    easy_read: EasyRead | None = None
