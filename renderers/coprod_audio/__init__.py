"""Documents as speech, with chapters."""

from coprod_audio.renderer import renderer

__all__ = ["renderer"]
