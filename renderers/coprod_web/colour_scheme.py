"""Colour schemes: the palette of a brand on its own paper, and on a dark ground made from it."""

from collections.abc import Iterator

from attrs import asdict, frozen

from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast, lightened, luminance, mixed

_THEMES = ("theme_1", "theme_2", "theme_3", "theme_4", "theme_5", "theme_6")
_PLAIN_ON_DARK = {"ink": 12.0, "muted": 7.0}
_COLOURED_ON_DARK = dict.fromkeys(("brand", "dark", *_THEMES), 7.0)
"""The contrast that roles get on a dark ground where there is room for it: more than they need, so as not to be dim."""
_BLACK = "#000000"
_DEEPENED = 0.35
_STEPS = 20


@frozen
class ColourScheme:
    """Colours by role, as `#rrggbb`."""

    colours: tuple[tuple[str, str], ...]

    def colour(self, role: str) -> str:
        """The colour of a role that there is."""
        return dict(self.colours)[role]


def roles() -> tuple[str, ...]:
    """The roles of a palette."""
    return tuple(Palette.__annotations__)


def accent_role(role: str, brand: Brand) -> str:
    """The role that shows the colour of a section: the brand's where that role is too faint to read or to write on."""
    if role not in roles():
        return "brand"
    grounds = (brand.palette.paper, brand.palette.tint)
    faint = any(contrast(brand.colour(role), ground) < LEAST_FOR_TEXT for ground in grounds)
    return "brand" if faint else role


def light_scheme(brand: Brand) -> ColourScheme:
    """The palette as it is."""
    return ColourScheme(tuple(asdict(brand.palette).items()))


def dark_scheme(brand: Brand) -> ColourScheme | None:
    """The palette on a dark ground, each role that carries words light enough to read on paper and tint.

    Nothing where the brand's own paper is already darker than its ink, or where its contrast is high as it is.
    """
    palette = brand.palette
    if brand.contrast == "high" or luminance(palette.ink) > luminance(palette.paper):
        return None
    paper = mixed(palette.ink, _BLACK, _DEEPENED)
    tint = mixed(palette.ink, _BLACK, 0.05)
    if contrast(palette.paper, tint) < LEAST_FOR_TEXT:
        tint = paper
    colours = {**asdict(palette), "paper": paper, "tint": tint, "line": mixed(tint, palette.paper, 0.25)}
    for role, wanted in _PLAIN_ON_DARK.items():
        ladder = (mixed(colours[role], palette.paper, step / _STEPS) for step in range(_STEPS + 1))
        colours[role] = _first_that_reads(ladder, (paper, tint), wanted)
    for role, wanted in _COLOURED_ON_DARK.items():
        ladder = (lightened(colours[role], step / _STEPS) for step in range(_STEPS + 1))
        colours[role] = _first_that_reads(ladder, (paper, tint), wanted)
    return ColourScheme(tuple(colours.items()))


def _first_that_reads(ladder: Iterator[str], grounds: tuple[str, ...], wanted: float) -> str:
    """The first of some colours, each lighter than that before, that has a contrast with some grounds, or the last."""
    tried = _BLACK
    for tried in ladder:
        if all(contrast(tried, ground) >= wanted for ground in grounds):
            break
    return tried
