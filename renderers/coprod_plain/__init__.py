"""Plain text: a document with its structure in words, for whoever transcribes it into braille or audio."""

from coprod_plain.renderer import render, renderer

__all__ = ["render", "renderer"]
