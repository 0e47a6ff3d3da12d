"""Colours of a card: the accent of a section, and the tints of it that text may stand on."""

from functools import lru_cache

from attrs import evolve, frozen

from coprod_content.brand import Brand
from coprod_content.colour import LEAST_FOR_TEXT, contrast, mixed

_WHITE, _BLACK = "#ffffff", "#000000"
_LIGHTER, _DARKER, _STANDING_OUT = (0.09, 0.18), (0.12, 0.24), 0.6


@frozen
class Accent:
    """An accent as `#rrggbb`, two tints of it for shapes and one for panels. `text` is the colour of words on any of
    the four, at 4.5:1 or more; `word` that of words in the accent's own colour on white.

    With high contrast the shapes stand out, no words stand on them, and panels are not tinted.
    """

    colour: str
    soft: str
    strong: str
    panel: str
    text: str
    word: str


def accent_of(brand: Brand, role: str) -> Accent:
    """The accent of a colour role: its tints move towards the words on it as far as these stay legible, else away."""
    accent = _accent(brand.colour(role), brand.palette.paper, brand.palette.ink)
    return _plain(accent) if brand.contrast == "high" else accent


def _plain(accent: Accent) -> Accent:
    return evolve(
        accent, soft=accent.text, strong=mixed(accent.colour, accent.text, _STANDING_OUT), panel=accent.colour
    )


@lru_cache(maxsize=256)
def _accent(colour: str, paper: str, ink: str) -> Accent:
    text = max(paper, ink, key=lambda words: min(contrast(words, colour), LEAST_FOR_TEXT))
    away = _BLACK if contrast(text, _BLACK) > contrast(text, _WHITE) else _WHITE
    soft, strong = (mixed(colour, text, share) for share in _LIGHTER)
    if contrast(strong, text) < LEAST_FOR_TEXT:
        soft, strong = (mixed(colour, away, share) for share in _DARKER)
    word = colour if contrast(colour, _WHITE) >= LEAST_FOR_TEXT else ink
    return Accent(colour, soft, strong, mixed(colour, away, 0.3), text, word)
