"""The kinds of agenda item, which the code calls slots."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import (
    DiagramId,
    FilmId,
    Line,
    Minutes,
    Mode,
    Note,
    PostcardId,
    Prose,
    Question,
    SituationNumber,
    ToolId,
)
from coprod_content.content.model.item import Photo
from coprod_content.content.model.tool import Task


@frozen(kw_only=True)
class ToolSlot:
    """An agenda item in which people use a tool."""

    minutes: Minutes
    """How long the item takes, in minutes."""
    tool: ToolId
    """The tool that people use."""
    title: Line | None = None
    """The title of the item. If it is left out, the name of the tool is used."""
    questions: tuple[Question, ...] = ()
    """One question that people work on with the tool, or several to take in turn. Slides and handouts show them."""
    situations: tuple[SituationNumber, ...] = ()
    """The numbers of the tool's situations to use, in this order. If they are left out, its first ones are used."""
    focus: Prose | None = None
    """How to use the tool in this workshop, and what to look out for."""
    say: Prose | None = None
    """What the facilitator says to begin. This replaces what the facilitator says in the first step of the tool, or in
    its short version if only that fits the time. If it is left out, the words of the tool are used.
    """
    who: Line | None = None
    """Who leads the item."""
    picture: Photo | None = None
    """A photo to show with the item."""
    reason: Note | None = None
    """Why the planner chose the item. Only the builder shows this."""
    kind: Literal["tool"] = "tool"
    """Identifies the item as one in which people use a tool."""


@frozen(kw_only=True)
class PostcardSlot:
    """An agenda item in which people discuss questions on postcards."""

    minutes: Minutes
    """How long the item takes, in minutes."""
    title: Line
    """The title of the item."""
    mode: Mode | None = None
    """How people work: alone, in pairs, all together, and so on."""
    task: Task | None = None
    """What the item asks of the people in the room. The whole task has at most 30 words."""
    how: tuple[Prose, ...]
    """What people do with the postcards, in order."""
    say: Prose | None = None
    """What the facilitator says to begin."""
    postcards: tuple[PostcardId, ...]
    """The postcards to lay out."""
    who: Line | None = None
    """Who leads the item."""
    picture: Photo | None = None
    """A photo to show with the item."""
    reason: Note | None = None
    """Why the planner chose the item. Only the builder shows this."""
    kind: Literal["postcards"] = "postcards"
    """Identifies the item as one in which people discuss postcards."""


@frozen(kw_only=True)
class TalkSlot:
    """An agenda item that the facilitator leads, such as a welcome."""

    minutes: Minutes
    """How long the item takes, in minutes."""
    title: Line
    """The title of the item."""
    mode: Mode | None = None
    """How people work: alone, in pairs, all together, and so on."""
    task: Task | None = None
    """What the item asks of the people in the room. The whole task has at most 30 words."""
    points: tuple[Prose, ...]
    """The points to cover, as shown on the slide."""
    say: Prose | None = None
    """What the facilitator says to begin."""
    notes: tuple[Prose, ...] = ()
    """Notes for the facilitator."""
    diagram: DiagramId | None = None
    """A diagram to show and discuss."""
    evidence: Prose | None = None
    """The evidence about the subject, with citations."""
    who: Line | None = None
    """Who leads the item."""
    picture: Photo | None = None
    """A photo to show with the item."""
    reason: Note | None = None
    """Why the planner chose the item. Only the builder shows this."""
    kind: Literal["talk"] = "talk"
    """Identifies the item as one that the facilitator leads."""


@frozen(kw_only=True)
class FilmSlot:
    """An agenda item in which people watch and discuss a film."""

    minutes: Minutes
    """How long the item takes, including the discussion, in minutes."""
    film: FilmId
    """The film to watch."""
    who: Line | None = None
    """Who leads the item."""
    picture: Photo | None = None
    """A photo to show with the item."""
    reason: Note | None = None
    """Why the planner chose the item. Only the builder shows this."""
    kind: Literal["film"] = "film"
    """Identifies the item as one in which people watch a film."""


@frozen(kw_only=True)
class BreakSlot:
    """A break in the agenda."""

    minutes: Minutes
    """How long the break lasts, in minutes."""
    title: Line = "Break"
    """The title of the break, such as "Lunch"."""
    picture: Photo | None = None
    """A photo to show with the item."""
    reason: Note | None = None
    """Why the planner chose the item. Only the builder shows this."""
    kind: Literal["break"] = "break"
    """Identifies the item as a break."""


@frozen(kw_only=True)
class ClosingSlot:
    """The last agenda item: next steps, and a question to take away."""

    minutes: Minutes
    """How long the closing takes, in minutes."""
    title: Line
    """The title of the closing."""
    question: Question
    """The question that people take away."""
    points: tuple[Prose, ...]
    """Points about what happens next."""
    say: Prose | None = None
    """What the facilitator says to close the workshop."""
    who: Line | None = None
    """Who leads the closing."""
    picture: Photo | None = None
    """A photo to show with the item."""
    reason: Note | None = None
    """Why the planner chose the item. Only the builder shows this."""
    kind: Literal["closing"] = "closing"
    """Identifies the item as the closing of the workshop."""


Slot = ToolSlot | PostcardSlot | TalkSlot | FilmSlot | BreakSlot | ClosingSlot
