"""Slides as they will look: the shapes of a deck that was made here, drawn for a page."""

from coprod_builder.slides.drawing import Slide, drawn

__all__ = ["Slide", "drawn"]
