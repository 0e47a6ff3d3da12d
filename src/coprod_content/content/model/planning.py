"""Purposes and templates for planned sessions."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import Line, Mode, Prose, Question, TermId
from coprod_content.content.model.agenda import ClosingSlot, TalkSlot
from coprod_content.content.model.item import Item
from coprod_content.content.model.tool import Task


@frozen(kw_only=True)
class Purpose(Item):
    """A purpose for a session, which guides the planner's choice of tools.

    People choose from a list of purposes in the order of `purposes.yaml`. The first of them is for a first meeting.
    """

    title: Line
    """The purpose as shown in a list of choices, such as "Decide"."""
    heading: Line
    """The title of a session with this purpose."""
    summary: Prose
    """What happens in a session with this purpose."""
    outcomes: tuple[Prose, ...]
    """What people will have or know at the end of the session."""
    closing_question: Question
    """The question that people take away."""


@frozen(kw_only=True)
class PostcardTable:
    """How people discuss postcards in a planned session."""

    title: Line
    """The title of the agenda item."""
    mode: Mode | None = None
    """How people work: alone, in pairs, all together, and so on."""
    task: Task | None = None
    """What the item asks of the people in the room. The whole task has at most 30 words."""
    how: tuple[Prose, ...]
    """What people do with the postcards, in order."""
    say: Prose | None = None
    """What the facilitator says to begin."""


@frozen(kw_only=True)
class Template(Item):
    """The fixed parts of a planned session, to which tools are added."""

    title: Line
    """The kind of session that the template is for."""
    setting: Literal["in-person", "online"]
    """Whether the session is held in a room or on a call."""
    audience: Line
    """Who the session is for."""
    welcome: TalkSlot
    """The welcome that opens every session. The planner may make it longer than its minutes, but never shorter."""
    deciding: TalkSlot
    """The agenda item in which people decide what to do next. A plan with a tool for deciding does not include it."""
    closing: ClosingSlot
    """The closing that ends every session. The planner may make it longer than its minutes, but never shorter. Its
    question is replaced by the closing question of the purpose.
    """
    postcards: PostcardTable
    """How people discuss postcards, if the plan includes any."""
    before: tuple[Prose, ...]
    """What to do before the day of the session."""
    next_steps: tuple[Prose, ...]
    """What to do after the day of the session."""
    access: tuple[Prose, ...]
    """How to make the session work for everyone."""
    safety: tuple[Prose, ...]
    """How to keep people safe."""
    terms: tuple[TermId, ...] = ()
    """Glossary terms to explain in the handout that people get at the session."""
