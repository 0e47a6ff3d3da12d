"""The web renderer, which turns a document into one web page."""

from coprod_web.renderer import renderer

render = renderer.render

__all__ = ["render", "renderer"]
