"""Documents as plain text, to transcribe into braille or audio."""

from coprod_plain.renderer import render, renderer

__all__ = ["render", "renderer"]
