"""Guides and handouts as Word documents."""

from coprod_guide.renderer import renderer

render = renderer.render

__all__ = ["render", "renderer"]
