"""Native, editable PowerPoint slides, with notes for the facilitator."""

from coprod_content.importing.lazy_function import LazyFunction
from coprod_slides.renderer import renderer

render = renderer.render
reference_deck = LazyFunction("coprod_slides.template.reference_deck:reference_deck")
slide_frames = LazyFunction("coprod_slides.fitting.frame_choice:slide_frames")

__all__ = ["reference_deck", "render", "renderer", "slide_frames"]
