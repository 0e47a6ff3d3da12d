"""Word documents from Documents."""

from coprod_guide.guide import render, renderer

__all__ = ["render", "renderer"]
