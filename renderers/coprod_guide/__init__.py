"""Word documents from Documents."""

from coprod_guide.renderer import render, renderer

__all__ = ["render", "renderer"]
