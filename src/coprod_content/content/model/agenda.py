"""The kinds of slot in an agenda."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import DiagramId, FilmId, Line, Minutes, PostcardId, Prose, Question, ToolId


@frozen(kw_only=True)
class ToolSlot:
    """An agenda item in which people use a tool."""

    minutes: Minutes
    """How long the item takes."""
    tool: ToolId
    """The tool that people use."""
    title: Line | None = None
    """What the item is called, instead of the name of the tool."""
    focus: Prose | None = None
    """What to look out for when people use the tool here."""
    say: Prose | None = None
    """Words to open with, instead of the first words of the tool."""
    who: Line | None = None
    """Who leads the item."""
    kind: Literal["tool"] = "tool"
    """Identifies an item in which people use a tool."""


@frozen(kw_only=True)
class PostcardSlot:
    """An agenda item in which people talk with postcards."""

    minutes: Minutes
    """How long the item takes."""
    title: Line
    """What the item is called."""
    how: tuple[Prose, ...]
    """How people talk with the cards, in order."""
    say: Prose | None = None
    """Words to open with."""
    postcards: tuple[PostcardId, ...]
    """The cards to lay out."""
    who: Line | None = None
    """Who leads the item."""
    kind: Literal["postcards"] = "postcards"
    """Identifies an item in which people talk with postcards."""


@frozen(kw_only=True)
class TalkSlot:
    """An agenda item that the facilitator leads, such as a welcome."""

    minutes: Minutes
    """How long the item takes."""
    title: Line
    """What the item is called."""
    points: tuple[Prose, ...]
    """What to cover, as shown on the slide."""
    say: Prose | None = None
    """Words to open with."""
    notes: tuple[Prose, ...] = ()
    """Notes for the facilitator."""
    diagram: DiagramId | None = None
    """A diagram to look at."""
    evidence: Prose | None = None
    """What is known about the subject, with citations."""
    who: Line | None = None
    """Who leads the item."""
    kind: Literal["talk"] = "talk"
    """Identifies an item in which the facilitator talks."""


@frozen(kw_only=True)
class FilmSlot:
    """An agenda item in which people watch and discuss a film."""

    minutes: Minutes
    """How long the item takes, including time to talk."""
    film: FilmId
    """The film to watch."""
    who: Line | None = None
    """Who leads the item."""
    kind: Literal["film"] = "film"
    """Identifies an item in which people watch a film."""


@frozen(kw_only=True)
class BreakSlot:
    """A break in the agenda."""

    minutes: Minutes
    """How long the break lasts."""
    title: Line = "Break"
    """What the break is called."""
    kind: Literal["break"] = "break"
    """Identifies a break."""


@frozen(kw_only=True)
class ClosingSlot:
    """The last agenda item: next steps, and a question to leave with."""

    minutes: Minutes
    """How long the closing takes."""
    title: Line
    """What the closing is called."""
    question: Question
    """The question that people leave with."""
    points: tuple[Prose, ...]
    """What happens next."""
    say: Prose | None = None
    """Words to close with."""
    who: Line | None = None
    """Who leads the closing."""
    kind: Literal["closing"] = "closing"
    """Identifies the closing of the workshop."""


Slot = ToolSlot | PostcardSlot | TalkSlot | FilmSlot | BreakSlot | ClosingSlot
