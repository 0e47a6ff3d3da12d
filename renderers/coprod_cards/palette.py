"""Colours of a card: the accent of a section, and the tints of it that text may stand on."""

from attrs import frozen

from coprod_content.brand import Brand
from coprod_content.colour import contrast, mixed

_LEAST = 5.0
_BLACK = "#000000"


@frozen
class Accent:
    """An accent as `#rrggbb`, and two tints of it. On each of the three, `paper` has a contrast of 4.5:1 or more."""

    colour: str
    soft: str
    strong: str
    panel: str


def accent_of(brand: Brand, role: str) -> Accent:
    """The accent of a colour role: its tints are lighter where text stays legible on them, and darker elsewhere."""
    colour, paper = brand.colour(role), brand.palette.paper
    lighter = (mixed(colour, paper, 0.09), mixed(colour, paper, 0.18))
    darker = (mixed(colour, _BLACK, 0.12), mixed(colour, _BLACK, 0.24))
    soft, strong = lighter if contrast(lighter[1], paper) >= _LEAST else darker
    return Accent(colour, soft, strong, mixed(colour, _BLACK, 0.3))
