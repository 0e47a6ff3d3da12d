"""Formats to test in the usual run, and slower ones for `make check-all` alone."""

from collections.abc import Iterable
from typing import Any

import pytest

_AS_CARDS = {"cards-a4-long-edge", "cards-a4-short-edge", "cards-test-sheet"}
"""Formats with the same cards as `cards`, on other sheets."""
_DRAWN = {"poster", "tuck-box", "tuck-box-print-shop", "whiteboard-png", "whiteboard-svg"}
_SLOW = {*_AS_CARDS, *_DRAWN, "audio", "epub-read-aloud"}


def each_format(names: Iterable[str]) -> list[Any]:
    """Return formats as parameters, with slow ones marked as thorough."""
    return [pytest.param(name, marks=pytest.mark.thorough) if name in _SLOW else name for name in names]
