"""Previews."""

from attrs import frozen


@frozen
class Preview:
    """A."""
