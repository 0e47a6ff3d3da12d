"""Masters and layouts of decks, read once for all decks that have the same: those of one brand."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from coprod_office.reading.colours import theme_of
from coprod_office.reading.slide_layers import SlideLayer
from coprod_office.reading.xml import P, parsed

_KEPT, _LARGEST = 64, 200_000
"""How many masters and layouts are kept, and of how many bytes the largest are: no file fills the memory for others."""


class NamedPart(NamedTuple):
    """A part of a package: its name, for what is said of it, and what it holds."""

    name: str
    data: bytes


def master_of(part: NamedPart, theme: NamedPart | None) -> SlideLayer:
    """A master with the theme beside it. Raises FileRefused."""
    small = len(part.data) + (len(theme.data) if theme else 0) <= _LARGEST
    return (_kept_master if small else _master)(part, theme)


def layout_of(part: NamedPart, master: SlideLayer) -> SlideLayer:
    """A layout with its master below it. Raises FileRefused."""
    return (_kept_layout if len(part.data) <= _LARGEST else _layout)(part, master)


def _master(part: NamedPart, theme: NamedPart | None) -> SlideLayer:
    root = parsed(part.data, part.name)
    names = root.find(f"{P}clrMap")
    renamed = {} if names is None else {str(key): str(value) for key, value in names.items()}
    return SlideLayer(root, theme_of(parsed(theme.data, theme.name) if theme else None, renamed))


def _layout(part: NamedPart, master: SlideLayer) -> SlideLayer:
    return SlideLayer(parsed(part.data, part.name), master.theme, master)


_kept_master: Callable[[NamedPart, NamedPart | None], SlideLayer] = lru_cache(maxsize=_KEPT)(_master)
_kept_layout: Callable[[NamedPart, SlideLayer], SlideLayer] = lru_cache(maxsize=_KEPT)(_layout)
