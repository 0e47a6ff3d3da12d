"""Fonts that are known: how to measure or install them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from attrs import frozen

_MEASURED_BY = "Arimo"


class UnknownFont(Exception):
    """Error for a font whose metrics are missing, saying what to do."""


@frozen(kw_only=True)
class StandIn:
    """How to measure a font by Arimo.

    Widths are multiplied by `scale`, or are all `fixed` times the type size. `line` is the height of a line, as a
    multiple of the type size.
    """

    exact: bool = False
    scale: float = 1.0
    fixed: float | None = None
    line: float | None = None


def stand_in(family: str) -> StandIn | None:
    """Return how to measure a font that no package contains, if known."""
    found = _table()["stand_ins"].get(family.lower())
    return StandIn(**found) if found else None


def is_installed(family: str) -> bool:
    """Return whether a package with the font is installed."""
    import fontpkg

    return fontpkg.slugify(family) in fontpkg.families()


def advice_on_font(family: str) -> str:
    """Return how to install a font, or which to use instead."""
    package = family.lower().replace(" ", "-")
    if package in _table()["packages"].split():
        return f"Install it: pip install fontpkg-{package}"
    return "No package contains it. Use Arial in Office files and Atkinson Hyperlegible in PDF files, or another font."


def measured_by(family: str) -> str:
    """Describe how a font with a stand-in is measured."""
    found = stand_in(family)
    wider = f", {round(100 * found.scale - 100)}% wider" if found and found.scale > 1 and not found.fixed else ""
    return f"as letters of equal width in {_MEASURED_BY}" if found and found.fixed else f"by {_MEASURED_BY}{wider}"


@cache
def _table() -> Any:
    text = Path(__file__).with_name("fonts.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # both loaders are safe
