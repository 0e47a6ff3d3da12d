"""Paths that renderers can draw on their original canvas and move."""

from attrs import frozen

from coprod_content.content.drawing import Path


@frozen(kw_only=True)
class MovedPath(Path):
    """A path that was scaled and moved from another canvas."""

    original: str
    """The commands on the other canvas."""
    place: tuple[float, float, float, float]
    """The scale across and down, then the distance from the left and the top."""
