"""Guides and handouts as Word documents."""

from coprod_guide.renderer import render, renderer

__all__ = ["render", "renderer"]
