"""The web renderer, which turns a document into one web page."""

from coprod_web.renderer import render, renderer

__all__ = ["render", "renderer"]
