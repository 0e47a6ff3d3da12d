"""Slides in PowerPoint: native, editable, with the facilitator's words in the notes."""

from coprod_slides.frames import frames
from coprod_slides.reference import reference_deck
from coprod_slides.renderer import render, renderer

__all__ = ["frames", "reference_deck", "render", "renderer"]
