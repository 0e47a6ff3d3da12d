"""Colours of a card: the accent of a section, and the tint of it that text may stand on."""

from functools import lru_cache

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, mixed

_WHITE, _BLACK, _DARKER = "#ffffff", "#000000", 0.3


@frozen
class Accent:
    """An accent as `#rrggbb`, and the tint of it for panels; with high contrast panels are not tinted. `text` is the
    colour of words on either, at 4.5:1 or more; `word` that of words in the accent's own colour on white.
    """

    colour: str
    panel: str
    text: str
    word: str


def accent_of(brand: Brand, role: str) -> Accent:
    """The accent of a colour role: its tint moves away from the words on it."""
    accent = _accent(brand.colour(role), brand.palette.paper, brand.palette.ink)
    return evolve(accent, panel=accent.colour) if brand.contrast == "high" else accent


@lru_cache(maxsize=256)
def _accent(colour: str, paper: str, ink: str) -> Accent:
    text = max(paper, ink, key=lambda words: min(contrast(words, colour), LEAST_FOR_TEXT))
    away = _BLACK if contrast(text, _BLACK) > contrast(text, _WHITE) else _WHITE
    word = colour if contrast(colour, _WHITE) >= LEAST_FOR_TEXT else ink
    return Accent(colour, mixed(colour, away, _DARKER), text, word)
