"""Colours of a card: the accent of a section, and the tints of it that text may stand on."""

from functools import lru_cache

from attrs import frozen

from coprod_content.brand import Brand
from coprod_content.colour import LEAST_FOR_TEXT, contrast, mixed

_WHITE, _BLACK = "#ffffff", "#000000"
_LIGHTER, _DARKER = (0.09, 0.18), (0.12, 0.24)


@frozen
class Accent:
    """An accent as `#rrggbb`, two tints of it for shapes and one for panels. `text` is the colour of words on any of
    the four, at 4.5:1 or more; `word` that of words in the accent's own colour on white.
    """

    colour: str
    soft: str
    strong: str
    panel: str
    text: str
    word: str


def accent_of(brand: Brand, role: str) -> Accent:
    """The accent of a colour role: its tints move towards the words on it as far as these stay legible, else away."""
    return _accent(brand.colour(role), brand.palette.paper, brand.palette.ink)


@lru_cache(maxsize=256)
def _accent(colour: str, paper: str, ink: str) -> Accent:
    text = max(paper, ink, key=lambda words: min(contrast(words, colour), LEAST_FOR_TEXT))
    away = _BLACK if contrast(text, _BLACK) > contrast(text, _WHITE) else _WHITE
    soft, strong = (mixed(colour, text, share) for share in _LIGHTER)
    if contrast(strong, text) < LEAST_FOR_TEXT:
        soft, strong = (mixed(colour, away, share) for share in _DARKER)
    word = colour if contrast(colour, _WHITE) >= LEAST_FOR_TEXT else ink
    return Accent(colour, soft, strong, mixed(colour, away, 0.3), text, word)
