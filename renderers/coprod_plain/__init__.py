"""Documents as plain text, for transcription into braille or audio."""

from coprod_plain.renderer import render, renderer

__all__ = ["render", "renderer"]
