"""The slots of an agenda."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import DiagramId, FilmId, Line, Minutes, PostcardId, Prose, Question, ToolId


@frozen(kw_only=True)
class ToolSlot:
    """An agenda item that runs a tool; `who` leads it, as the run sheet says.

    `title` is what it is called instead of the tool's own, `focus` what to look out for, `say` the words to open with
    in place of the tool's first.
    """

    minutes: Minutes
    tool: ToolId
    title: Line | None = None
    focus: Prose | None = None
    say: Prose | None = None
    who: Line | None = None
    kind: Literal["tool"] = "tool"


@frozen(kw_only=True)
class PostcardSlot:
    """An agenda item in which people talk with postcards."""

    minutes: Minutes
    title: Line
    how: tuple[Prose, ...]
    say: Prose | None = None
    postcards: tuple[PostcardId, ...]
    who: Line | None = None
    kind: Literal["postcards"] = "postcards"


@frozen(kw_only=True)
class TalkSlot:
    """An agenda item in which the facilitator leads: a welcome, a short talk, a diagram to look at."""

    minutes: Minutes
    title: Line
    points: tuple[Prose, ...]
    say: Prose | None = None
    notes: tuple[Prose, ...] = ()
    diagram: DiagramId | None = None
    evidence: Prose | None = None
    who: Line | None = None
    kind: Literal["talk"] = "talk"


@frozen(kw_only=True)
class FilmSlot:
    """An agenda item in which a film is watched and talked over."""

    minutes: Minutes
    film: FilmId
    who: Line | None = None
    kind: Literal["film"] = "film"


@frozen(kw_only=True)
class BreakSlot:
    """A break."""

    minutes: Minutes
    title: Line = "Break"
    kind: Literal["break"] = "break"


@frozen(kw_only=True)
class ClosingSlot:
    """The end: what happens next, and one question to leave with."""

    minutes: Minutes
    title: Line
    question: Question
    points: tuple[Prose, ...]
    say: Prose | None = None
    who: Line | None = None
    kind: Literal["closing"] = "closing"


Slot = ToolSlot | PostcardSlot | TalkSlot | FilmSlot | BreakSlot | ClosingSlot
