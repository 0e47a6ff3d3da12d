"""DrawingML colours and fills, resolved against a theme."""

import colorsys
from typing import NamedTuple

from coprod_content.brand.contrast import mixed, to_linear
from coprod_office.reading.theme import OfficeTheme, base_colour, fraction, hex_colour, to_srgb
from coprod_office.reading.xml import A, Element

_TURNS = 100_000 / (360 * 60_000)  # `fraction` reads an angle as if it were a percentage
_FILLS = frozenset(f"{A}{kind}" for kind in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))


class ResolvedColour(NamedTuple):
    """A colour as `#rrggbb`, with its opacity from 0 to 1."""

    colour: str
    opacity: float = 1.0

    def over(self, background: str) -> str:
        """Return the colour blended over a background colour."""
        return mixed(background, self.colour, self.opacity) if self.opacity < 1 else self.colour


def colour_in(parent: Element | None, theme: OfficeTheme) -> ResolvedColour | None:
    """Return the colour given by an element's first child, or None."""
    return None if parent is None or not len(parent) else resolved_colour(parent[0], theme)


def resolved_colour(element: Element, theme: OfficeTheme) -> ResolvedColour | None:
    """Return the colour that a colour element describes, with adjustments applied.

    `element` is an element such as `schemeClr`. Returns None if the colour is unknown.
    """
    base = base_colour(element, theme)
    if base is None:
        return None
    found = ResolvedColour(base)
    for adjustment in element:
        found = _adjusted(found, str(adjustment.tag).removeprefix(A), fraction(adjustment.get("val")))
    return found


def fill_in(properties: Element) -> Element | None:
    """Return the fill element in an object's properties, or None."""
    return next((element for element in properties if element.tag in _FILLS), None)


def fill_colours(fill: Element, theme: OfficeTheme) -> tuple[ResolvedColour, ...] | None:
    """Return the colours in a fill, or None if they are unknown.

    The tuple is empty for `noFill`, and has several colours for a gradient.
    """
    match str(fill.tag).removeprefix(A):
        case "noFill":
            return ()
        case "solidFill":
            colour = colour_in(fill, theme)
            return (colour,) if colour else None
        case "gradFill":
            stops = [colour_in(stop, theme) for stop in fill.iter(f"{A}gs")]
            return tuple(stop for stop in stops if stop) if stops and all(stops) else None
        case _:
            return None


def _adjusted(colour: ResolvedColour, adjustment: str, amount: float) -> ResolvedColour:
    if adjustment == "alpha":
        return colour._replace(opacity=max(0.0, min(1.0, amount)))
    red, green, blue = channels = tuple(int(colour.colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    match adjustment:
        case "lumMod" | "lumOff" | "satMod" | "satOff" | "hueOff":
            hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
            if adjustment == "hueOff":
                hue = (hue + amount * _TURNS) % 1.0
            elif adjustment.startswith("lum"):
                light = min(1.0, max(0.0, light * amount if adjustment == "lumMod" else light + amount))
            else:
                saturation = min(1.0, max(0.0, saturation * amount if adjustment == "satMod" else saturation + amount))
            channels = colorsys.hls_to_rgb(hue, light, saturation)
        case "tint":
            channels = tuple(to_srgb(to_linear(channel) * amount + 1 - amount) for channel in channels)
        case "shade":
            channels = tuple(to_srgb(to_linear(channel) * amount) for channel in channels)
        case "inv":
            channels = (1 - red, 1 - green, 1 - blue)
        case "gray":
            channels = 3 * (0.2126 * red + 0.7152 * green + 0.0722 * blue,)
        case _:
            return colour
    return colour._replace(colour=hex_colour(*channels))
