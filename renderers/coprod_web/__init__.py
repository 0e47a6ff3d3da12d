"""The web renderer: a document as one web page."""

from coprod_web.renderer import render, renderer

__all__ = ["render", "renderer"]
