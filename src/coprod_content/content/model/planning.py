"""Purposes and templates from which sessions are planned."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, Question, TermId
from coprod_content.content.model.agenda import ClosingSlot, TalkSlot
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Purpose(Item):
    """A purpose for a session, by which a planner chooses tools.

    Purposes are offered in the order of the file, from a first meeting onwards.
    """

    title: Line
    """The purpose as shown in a list of choices, such as "Decide"."""
    heading: Line
    """The title of a session with this purpose."""
    summary: Prose
    """What happens in such a session."""
    outcomes: tuple[Prose, ...]
    """What people will have or know at the end."""
    closing_question: Question
    """The question that people leave with."""


@frozen(kw_only=True)
class PostcardTable:
    """How people talk with postcards in a planned session."""

    title: Line
    """What the item is called."""
    how: tuple[Prose, ...]
    """How people talk with the cards, in order."""
    say: Prose | None = None
    """Words to open with."""


@frozen(kw_only=True)
class Template(Item):
    """Everything around the tools of a planned session in one setting."""

    title: Line
    """What the template is for."""
    setting: Literal["in-person", "online"]
    """Whether the session is held in a room or on a call."""
    audience: Line
    """Who the session is for."""
    welcome: TalkSlot
    """How every session begins. The given minutes are a minimum."""
    deciding: TalkSlot
    """The talk in which people decide. It is omitted if the plan has a tool for deciding."""
    closing: ClosingSlot
    """How every session ends. The given minutes are a minimum."""
    postcards: PostcardTable
    """How people talk with postcards, if the plan has any."""
    before: tuple[Prose, ...]
    """What to do before the day."""
    next_steps: tuple[Prose, ...]
    """What to do after the day."""
    access: tuple[Prose, ...]
    """How to make the session work for everyone."""
    safety: tuple[Prose, ...]
    """How to keep people safe."""
    terms: tuple[TermId, ...] = ()
    """Words that the handout explains."""
