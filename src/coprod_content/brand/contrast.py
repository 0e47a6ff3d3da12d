"""Measuring the contrast between sRGB colours, and mixing them."""

from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

LEAST_FOR_TEXT = 4.5


@lru_cache(maxsize=16_384)
def luminance(colour: str) -> float:
    """Return a colour's relative luminance, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (to_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=256)
def to_linear(channel: float) -> float:
    """Convert an sRGB value to linear light, both from 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """Return two colours' contrast ratio, from 1 to 21 (WCAG 1.4.3)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(colour: str, with_: str, share: float) -> str:
    """Return a mixture of two colours.

    `share` is the fraction of `with_` in the mixture, from 0 to 1.
    """
    pairs = ((int(colour[at : at + 2], 16), int(with_[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def in_shade(colour: str, lightness: float, *, turn: float = 0, saturation: float | None = None) -> str:
    """Return a variant of a colour with a given HSL lightness.

    `turn` is the number of degrees to add to the hue. The saturation is kept unless `saturation` is given. Lightness
    and saturation are from 0 to 1.
    """
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, _, own = rgb_to_hls(red, green, blue)
    changed = hls_to_rgb((hue + turn / 360) % 1, lightness, own if saturation is None else saturation)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in changed)


def lightened(colour: str, share: float) -> str:
    """Return a lighter shade of a colour, with the same hue.

    With a `share` of 0 the colour is unchanged, and with 1 it is white.
    """
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, saturation = rgb_to_hls(red, green, blue)
    lighter = hls_to_rgb(hue, lightness + (1 - lightness) * share, saturation)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in lighter)
