"""A brand's palette on light and dark backgrounds."""

from collections.abc import Iterator

from attrs import asdict

from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, lightened, luminance, mixed

_THEMES = ("theme_1", "theme_2", "theme_3", "theme_4", "theme_5", "theme_6")
_PLAIN_ON_DARK = {"ink": 12.0, "muted": 7.0}
_COLOURED_ON_DARK = dict.fromkeys(("brand", "dark", *_THEMES), 7.0)
"""Contrast ratios to aim for between text colours and dark backgrounds.

They are higher than accessibility guidelines require, because text with the minimum contrast looks dim.
"""
_BLACK = "#000000"
_DARK_PAPER, _DARK_TINT, _DARK_LINE = 0.35, 0.05, 0.25
"""How the dark backgrounds and lines are mixed from a brand's colours.

Dark paper is the brand's ink with 35% black, and dark tint is its ink with 5% black. Lines are dark tint with 25% of
the brand's paper colour.
"""
_STEPS = 20


def roles() -> tuple[str, ...]:
    """Return the names of a palette's colour roles."""
    return tuple(Palette.__annotations__)


def accent_role(role: str, brand: Brand) -> str:
    """Return a colour role that has enough contrast for text.

    The result is `role`, or `brand` if `role` is unknown or its colour has too little contrast with paper or tint.
    """
    if role not in roles():
        return "brand"
    backgrounds = (brand.palette.paper, brand.palette.tint)
    faint = any(contrast(brand.colour(role), background) < LEAST_FOR_TEXT for background in backgrounds)
    return "brand" if faint else role


def dark_scheme(brand: Brand) -> Palette | None:
    """Return a brand's palette adapted for dark backgrounds.

    Return None if the brand's paper is darker than its ink, or if the brand's contrast setting is already high.
    """
    palette = brand.palette
    if brand.contrast == "high" or luminance(palette.ink) > luminance(palette.paper):
        return None
    paper = mixed(palette.ink, _BLACK, _DARK_PAPER)
    tint = mixed(palette.ink, _BLACK, _DARK_TINT)
    if contrast(palette.paper, tint) < LEAST_FOR_TEXT:
        tint = paper
    colours = {**asdict(palette), "paper": paper, "tint": tint, "line": mixed(tint, palette.paper, _DARK_LINE)}
    for role, wanted in _PLAIN_ON_DARK.items():
        candidates = (mixed(colours[role], palette.paper, step / _STEPS) for step in range(_STEPS + 1))
        colours[role] = _first_readable(candidates, (paper, tint), wanted)
    for role, wanted in _COLOURED_ON_DARK.items():
        candidates = (lightened(colours[role], step / _STEPS) for step in range(_STEPS + 1))
        colours[role] = _first_readable(candidates, (paper, tint), wanted)
    return Palette(**colours)


def _first_readable(candidates: Iterator[str], backgrounds: tuple[str, ...], wanted: float) -> str:
    """Return the first colour with enough contrast, or else the last.

    `wanted` is the contrast ratio that the colour needs on every background.
    """
    colour = _BLACK
    for colour in candidates:
        if all(contrast(colour, background) >= wanted for background in backgrounds):
            break
    return colour
