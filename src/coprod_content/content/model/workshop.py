"""Workshops."""

from attrs import frozen

from coprod_content.content.field_types import (
    Clock,
    Day,
    FormId,
    Line,
    Minutes,
    Note,
    Prose,
    SceneId,
    Setting,
    TermId,
    ThemeId,
    TimeZone,
    Url,
)
from coprod_content.content.model.agenda import Slot
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item, PeopleRange, Photo


@frozen(kw_only=True)
class TeamMember:
    """Someone who runs a workshop."""

    name: Line
    """The person's name."""
    part: Line
    """The person's role in the workshop."""


@frozen(kw_only=True)
class Event:
    """When and where a workshop is held, and who runs it."""

    organisation: Line | None = None
    """The organisation that runs the workshop."""
    place: Line | None = None
    """Where the workshop is held."""
    link: Url | None = None
    """The address at which people join an online workshop."""
    access: Line | None = None
    """What people need to know about access, such as "Step-free, with a hearing loop and a quiet room."."""
    contact: Line | None = None
    """Whom to ask about the workshop and how to reach them, such as a name, a phone number and an email address."""
    day: Day | None = None
    """The date of the workshop."""
    time_zone: TimeZone | None = None
    """The time zone of the workshop, such as Europe/Dublin. If this is left out of a library in British English, it is
    Europe/London.
    """
    team: tuple[TeamMember, ...] = ()
    """The people who run the workshop."""
    picture: Photo | None = None
    """A photo that tells people where they are going or who they will meet."""


@frozen(kw_only=True)
class LeftOutTool:
    """A tool that the planner left out of a session."""

    title: Line
    """The name of the tool."""
    why: Note
    """The reason why it was left out."""


@frozen(kw_only=True)
class Workshop(Item):
    """A workshop: a timed agenda, with what to do before and after."""

    title: Line
    """The name of the workshop."""
    summary: Prose
    """What the workshop is for, in a sentence or two."""
    minutes: Minutes
    """How long the workshop lasts, in minutes. It must equal the total of the agenda items."""
    starts: Clock
    """The time of day at which the workshop starts."""
    people: PeopleRange
    """The smallest and largest group the workshop suits."""
    setting: Setting
    """Whether the workshop is held in a room, on a call or either way."""
    audience: Line
    """Who the workshop is for."""
    themes: tuple[ThemeId, ...]
    """The themes that the workshop belongs to."""
    outcomes: tuple[Prose, ...]
    """What people will have or know at the end of the workshop."""
    before: tuple[Prose, ...]
    """What to do before the day of the workshop."""
    agenda: tuple[Slot, ...]
    """The agenda items, in order."""
    next_steps: tuple[Prose, ...]
    """What to do after the day of the workshop."""
    access: tuple[Prose, ...]
    """How to make the workshop work for everyone."""
    safety: tuple[Prose, ...]
    """How to keep people safe."""
    terms: tuple[TermId, ...] = ()
    """Glossary terms to explain in the handout that people get at the workshop."""
    forms: tuple[FormId, ...] = ()
    """The forms that go with the workshop, such as an invitation. They are files of its pack."""
    event: Event | None = None
    """When and where the workshop is held, and who runs it. Leave this out of a workshop in a library, which can be run
    many times.
    """
    scene: SceneId | None = None
    """The scene on covers. If this is left out, a scene that suits the setting is used."""
    easy_read: EasyRead | None = None
    """An easy-read version of the workshop, in simple words with pictures."""
    left_out: tuple[LeftOutTool, ...] = ()
    """The tools that the planner left out. Only the builder shows them."""
