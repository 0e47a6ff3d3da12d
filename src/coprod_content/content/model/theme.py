"""Themes."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, Prose, Question, ReferenceId, ThemeNumber
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Theme(Item):
    """One of the six themes: what it means, why it matters, how to begin.

    `drawing` is its sign, without words, in its own colour: a cue beside colour on everything that is about it.
    """

    number: ThemeNumber
    title: Line
    summary: Prose
    meaning: tuple[Prose, ...]
    why: tuple[Prose, ...]
    good: tuple[Prose, ...]
    barriers: tuple[Prose, ...]
    first_step: Prose
    questions: tuple[Question, ...]
    drawing: Drawing | None = None
    references: tuple[ReferenceId, ...] = ()
    easy_read: EasyRead | None = None
