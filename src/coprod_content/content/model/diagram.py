"""Diagrams and their parts, and canvases to work on."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, Prose, Question, ReferenceId, ThemeId
from coprod_content.content.model.item import Item, Origin


@frozen(kw_only=True)
class Part:
    """A part of a diagram, and its meaning."""

    name: Line
    """The name of the part, as written in the drawing."""
    text: Prose
    """What the part means."""


@frozen(kw_only=True)
class Diagram(Item):
    """A drawing with an explanation of each part."""

    title: Line
    """The name of the diagram."""
    purpose: Prose
    """What the diagram helps people to see."""
    themes: tuple[ThemeId, ...]
    """The themes that the diagram belongs to."""
    alt: Prose
    """What the drawing shows, for people who cannot see it."""
    drawing: Drawing
    """The drawing, made of shapes."""
    parts: tuple[Part, ...]
    """The parts of the drawing, each with its meaning."""
    questions: tuple[Question, ...]
    """Questions to ask about the diagram."""
    origin: Origin
    """Where the idea comes from, and the terms on which it may be used."""
    references: tuple[ReferenceId, ...] = ()
    """Published works about the idea."""


@frozen(kw_only=True)
class Canvas(Item):
    """A drawing that people work on in a tool.

    It appears on slides, on the tool's handout and as a poster. Its page is landscape if the drawing is wider than it
    is high.
    """

    title: Line
    """The name of the canvas."""
    alt: Prose
    """What the drawing shows and where people write, for people who cannot see it."""
    drawing: Drawing
    """The drawing, made of shapes. If it is wider than it is high, its handout and its poster are in landscape."""
