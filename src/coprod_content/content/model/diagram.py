"""Diagrams and their parts."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, Prose, Question, ReferenceId, ThemeId
from coprod_content.content.model.item import Item, Origin


@frozen(kw_only=True)
class Part:
    """A named part of a diagram and what it means."""

    name: Line
    text: Prose


@frozen(kw_only=True)
class Diagram(Item):
    """A drawing with a text for each of its parts, so that it can be read as well as seen."""

    title: Line
    purpose: Prose
    themes: tuple[ThemeId, ...]
    alt: Prose
    drawing: Drawing
    parts: tuple[Part, ...]
    questions: tuple[Question, ...]
    origin: Origin
    references: tuple[ReferenceId, ...] = ()
