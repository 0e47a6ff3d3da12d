"""Known fonts, and how to install them or measure text in them."""

from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content.files.cache.yaml_tables import yaml_table

OFFICE_FALLBACK = "Arial"
"""The font that replaces a missing one in Office files."""
WIDE_FONT = "any other font"
"""Stands for any font of unknown widths. To be safe, its text is measured as wider than in Arimo."""
_MEASURED_BY = "Arimo"


class UnknownFont(Exception):
    """Error for a font that is not installed, with advice on it."""


@frozen(kw_only=True)
class StandIn:
    """How to estimate the widths of a missing font from Arimo's.

    The widths of Arimo's letters are multiplied by `scale`. If `fixed` is given, every letter has this width instead,
    as a multiple of the type size. `line` is the height of a line, also as a multiple of the type size. `exact` is true
    if the widths are the same as Arimo's.
    """

    exact: bool = False
    scale: float = 1.0
    fixed: float | None = None
    line: float | None = None


def stand_in(family: str) -> StandIn | None:
    """Return how to measure an Office font, or None for another font."""
    found = _table()["stand_ins"].get(family.lower())
    return StandIn(**found) if found else None


def is_office_font(family: str) -> bool:
    """Return whether Office programs usually include a font."""
    return family.lower() in _table()["stand_ins"]


def is_measurable(family: str) -> bool:
    """Return whether text in a font can be measured."""
    return bool(family) and (is_installed(family) or stand_in(family) is not None)


def measured_font(family: str) -> str:
    """Return the font with which to measure text set in `family`.

    If the widths of the font are unknown, `WIDE_FONT` is returned. Text is then measured generously, so that it is
    never wider than measured.
    """
    return family if is_measurable(family) else WIDE_FONT


def is_installed(family: str) -> bool:
    """Return whether a package that contains the font is installed."""
    from coprod_content.text.installed_fonts import fontpkg

    return fontpkg.slugify(family) in fontpkg.families()


def advice_on_font(family: str) -> str:
    """Return advice on installing a font, or on choosing another."""
    package = family.lower().replace(" ", "-")
    if package in _table()["packages"].split():
        return f"Install it: pip install fontpkg-{package}"
    return (
        "No package contains it. Choose a different font, such as Arial for Office files or Atkinson Hyperlegible for "
        "PDF files."
    )


def measured_by(family: str) -> str:
    """Return how a font is measured, such as `in Arimo, 6% wider`."""
    found = stand_in(family)
    wider = f", {round(100 * found.scale - 100)}% wider" if found and found.scale > 1 and not found.fixed else ""
    return f"as letters of equal width in {_MEASURED_BY}" if found and found.fixed else f"in {_MEASURED_BY}{wider}"


@cache
def _table() -> Any:
    return yaml_table(Path(__file__).with_name("fonts.yaml"))
