"""Renderers: plugins that turn a Document into the bytes of one format."""

from collections.abc import Callable

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.layout.frames import Frames
from coprod_content.plugins.registry import PluginError, Plugins

GROUP = "coprod_content.renderers"


@frozen(kw_only=True)
class Renderer:
    """One format: the suffix of its files, its media type, and a pure function that makes the bytes.

    `render` reads no file, clock, network or global and prints nothing. A format with pages of a fixed size also gives
    `frames`, the boxes that text has to fit; its documents are fitted (see `fit`) before they are rendered. `reference`
    makes the file whose layouts and styles a brand may replace by its own. A format that embeds its fonts gives
    `uncovered`, the characters of a document that none of them has.
    """

    suffix: str
    media_type: str
    render: Callable[[Document, Brand], bytes]
    frames: Callable[[Brand], Frames] | None = None
    reference: Callable[[Brand], bytes] | None = None
    uncovered: Callable[[Document, Brand], str] | None = None


class RendererError(PluginError):
    """A renderer that cannot be used: which, whose, and what to do."""


class UnknownRenderer(RendererError):
    """A name that no installed renderer has."""


_RENDERERS = Plugins(GROUP, "renderer", Renderer, RendererError, UnknownRenderer)


def names() -> tuple[str, ...]:
    """The names of the installed renderers. Imports none of them. Raises RendererError where two share a name."""
    return _RENDERERS.names()


def package_of(name: str) -> str:
    """The distribution that brings a renderer, with its version."""
    return _RENDERERS.package_of(name)


def renderer(name: str) -> Renderer:
    """The renderer of a name, imported now.

    Raises UnknownRenderer, or RendererError when its package does not import or brings something else.
    """
    return _RENDERERS.load(name)
