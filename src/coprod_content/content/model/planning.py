"""Purposes and templates, which plans are made from."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, Question, TermId
from coprod_content.content.model.agenda import ClosingSlot, TalkSlot
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Purpose(Item):
    """What a session is for, which a planner chooses tools by.

    `title` says it to whoever chooses, as in "Decide"; `heading` names a session that has it. They are offered in the
    order of their file, which is that of working together from the first meeting on.
    """

    title: Line
    heading: Line
    summary: Prose
    outcomes: tuple[Prose, ...]
    closing_question: Question


@frozen(kw_only=True)
class PostcardTable:
    """How people talk with postcards in a planned session, whichever cards are chosen for it."""

    title: Line
    how: tuple[Prose, ...]
    say: Prose | None = None


@frozen(kw_only=True)
class Template(Item):
    """What every planned session in a setting has: its welcome, the talk in which people decide, its closing, the rest.

    `welcome` and `closing` take the least minutes that they are given; the talk is left out where a tool decides.
    """

    title: Line
    setting: Literal["in-person", "online"]
    audience: Line
    welcome: TalkSlot
    deciding: TalkSlot
    closing: ClosingSlot
    postcards: PostcardTable
    before: tuple[Prose, ...]
    next_steps: tuple[Prose, ...]
    access: tuple[Prose, ...]
    safety: tuple[Prose, ...]
    terms: tuple[TermId, ...] = ()
