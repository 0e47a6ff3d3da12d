"""Native, editable PowerPoint slides, with notes for the facilitator."""

from coprod_slides.fitting.frame_choice import slide_frames
from coprod_slides.renderer import render, renderer
from coprod_slides.template.reference_deck import reference_deck

__all__ = ["reference_deck", "render", "renderer", "slide_frames"]
