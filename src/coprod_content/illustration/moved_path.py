"""Paths moved from another canvas, with their original commands."""

from attrs import frozen

from coprod_content.content.drawing import Path


@frozen(kw_only=True, cache_hash=True)
class MovedPath(Path):
    """A path that was scaled and moved from another canvas.

    Renderers can draw the moved path, or the original one with a transformation that scales and moves it.
    """

    original: str
    """The path's commands on the canvas that it was moved from."""
    place: tuple[float, float, float, float]
    """The horizontal and vertical scales, and then the distances moved right and down."""
