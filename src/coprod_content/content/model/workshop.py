"""Workshops and programmes."""

from attrs import frozen

from coprod_content.content.field_types import (
    Clock,
    Day,
    FormId,
    Line,
    Minutes,
    Note,
    Prose,
    ReferenceId,
    SceneId,
    Setting,
    TermId,
    ThemeId,
    TimeZone,
    ToolId,
    Url,
    Weeks,
    WorkshopId,
)
from coprod_content.content.model.agenda import Slot
from coprod_content.content.model.article import Chapter
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
    """The time zone of the workshop, such as Europe/Dublin. It can be left out if the library is in British English,
    Welsh or Scottish Gaelic. It is then Europe/London.
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
    """The forms that go with the workshop, such as an invitation. Each is a file in the workshop's pack."""
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


@frozen(kw_only=True)
class WeekRange:
    """The weeks of a stage, counted from the start of the programme."""

    first: Weeks
    """The week in which the stage starts."""
    last: Weeks
    """The week in which the stage ends."""


@frozen(kw_only=True)
class ProgrammeStage:
    """A stage of a programme, with its sessions."""

    title: Line
    """The name of the stage. It is also in the timeline, so keep it short."""
    weeks: WeekRange
    """When the stage takes place. Stages can overlap."""
    purpose: Prose
    """What the stage is for."""
    done_by: Prose
    """Who does the work."""
    ready: tuple[Prose, ...] = ()
    """What must be ready before the stage starts."""
    steps: tuple[Prose, ...]
    """What to do, in order."""
    outcomes: tuple[Prose, ...]
    """What comes out of the stage."""
    sessions: tuple[WorkshopId, ...] = ()
    """The workshops that are held in the stage."""
    tools: tuple[ToolId, ...] = ()
    """Tools to use in the stage, besides those in its workshops."""
    forms: tuple[FormId, ...] = ()
    """Forms to use in the stage."""
    dropped: tuple[Prose, ...] = ()
    """What not to drop, and why. The first point is on the slide of the stage."""


@frozen(kw_only=True)
class ProgrammeRole:
    """A role in a programme."""

    title: Line
    """The name of the role, such as "Facilitator"."""
    does: Prose
    """What people in the role do, and how much of their time it takes."""


@frozen(kw_only=True)
class Programme(Item):
    """A series of workshops, with the work between them."""

    title: Line
    """The name of the programme."""
    summary: Prose
    """What the programme is for, in a sentence or two."""
    audience: Line
    """Who the programme is for."""
    weeks: Weeks
    """How long the programme lasts, in weeks."""
    themes: tuple[ThemeId, ...]
    """The themes that the programme belongs to, main theme first."""
    roles: tuple[ProgrammeRole, ...]
    """Who is needed."""
    stages: tuple[ProgrammeStage, ...]
    """The stages, in order of their first weeks."""
    chapters: tuple[Chapter, ...] = ()
    """What else to know, such as a shorter form of the programme."""
    references: tuple[ReferenceId, ...] = ()
    """Published works about the programme."""

    @property
    def sessions(self) -> tuple[str, ...]:
        """The ids of the workshops of all stages, in order, without repeats."""
        return tuple(dict.fromkeys(id_ for stage in self.stages for id_ in stage.sessions))
