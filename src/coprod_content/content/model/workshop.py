"""Workshops."""

from attrs import frozen

from coprod_content.content.field_types import Clock, Day, Line, Minutes, Note, Prose, SceneId, Setting, TermId, ThemeId
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
    day: Day | None = None
    """The date of the workshop."""
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
