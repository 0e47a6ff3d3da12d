"""Masters and layouts of decks, read once for all decks that have the same: those of one brand."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from coprod_inspect.colours import theme_of
from coprod_inspect.layers import Layer
from coprod_inspect.xml import P, parsed

_KEPT, _LARGEST = 64, 200_000
"""How many masters and layouts are kept, and of how many bytes the largest are: no file fills the memory for others."""


class Part(NamedTuple):
    """A part of a package: its name, for what is said of it, and what it holds."""

    name: str
    data: bytes


def master_of(part: Part, theme: Part | None) -> Layer:
    """A master with the theme beside it. Raises Refused."""
    small = len(part.data) + (len(theme.data) if theme else 0) <= _LARGEST
    return (_kept_master if small else _master)(part, theme)


def layout_of(part: Part, master: Layer) -> Layer:
    """A layout with its master below it. Raises Refused."""
    return (_kept_layout if len(part.data) <= _LARGEST else _layout)(part, master)


def _master(part: Part, theme: Part | None) -> Layer:
    root = parsed(part.data, part.name)
    names = root.find(f"{P}clrMap")
    renamed = {} if names is None else {str(key): str(value) for key, value in names.items()}
    return Layer(root, theme_of(parsed(theme.data, theme.name) if theme else None, renamed))


def _layout(part: Part, master: Layer) -> Layer:
    return Layer(parsed(part.data, part.name), master.theme, master)


_kept_master: Callable[[Part, Part | None], Layer] = lru_cache(maxsize=_KEPT)(_master)
_kept_layout: Callable[[Part, Layer], Layer] = lru_cache(maxsize=_KEPT)(_layout)
