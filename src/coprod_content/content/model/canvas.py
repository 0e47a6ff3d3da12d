"""Canvases: drawings for people to write, place, draw or score on."""

from attrs import frozen

from coprod_content.content.drawing import Drawing
from coprod_content.content.field_types import Line, Prose
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Canvas(Item):
    """A drawing that people work on in a tool.

    It appears on slides, on the tool's handout and as a poster, wide or tall like the drawing.
    """

    title: Line
    """The name of the canvas."""
    alt: Prose
    """What the drawing shows and where people write, for people who cannot see it."""
    drawing: Drawing
    """The drawing, made of shapes. If it is wider than it is high, its handout and its poster are in landscape."""
