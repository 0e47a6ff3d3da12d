"""Accent colours for cards, and readable text colours to use on them."""

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, mixed

_WHITE, _BLACK, _DARKER = "#ffffff", "#000000", 0.3


@frozen
class Accent:
    """The colours for one accent, as `#rrggbb`.

    `colour` is the accent colour. `panel` is the colour of panels on the accent colour: a lighter or darker shade or,
    if the brand has high contrast, the same colour. `text` is the colour of text on either, with a contrast of at least
    4.5:1. `word` is the colour of text on white: the accent colour or, if the accent colour is too faint, ink.
    """

    colour: str
    panel: str
    text: str
    word: str


def accent_of(brand: Brand, role: str) -> Accent:
    """Return the accent colours for a colour role of the brand."""
    colour, ink = brand.colour(role), brand.palette.ink
    text = max(brand.palette.paper, ink, key=lambda words: min(contrast(words, colour), LEAST_FOR_TEXT))
    away_from_text = _BLACK if contrast(text, _BLACK) > contrast(text, _WHITE) else _WHITE
    panel = colour if brand.contrast == "high" else mixed(colour, away_from_text, _DARKER)
    word = colour if contrast(colour, _WHITE) >= LEAST_FOR_TEXT else ink
    return Accent(colour, panel, text, word)
