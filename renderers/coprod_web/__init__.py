"""Web pages from Documents."""

from coprod_web.renderer import render, renderer

__all__ = ["render", "renderer"]
