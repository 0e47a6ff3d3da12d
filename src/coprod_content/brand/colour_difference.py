"""How different two colours look, even with a colour vision deficiency."""

import math
from functools import lru_cache

from coprod_content.brand.contrast import to_linear

Triple = tuple[float, float, float]
# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIGHTS: dict[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""Matrices that simulate how people with each kind of sight see linear RGB colours."""
LEAST_APART = 10.0
"""The smallest difference, in CIEDE2000, at which colours are easy to distinguish."""


def are_apart(one: str, other: str) -> bool:
    """Return whether two colours look different in every kind of sight."""
    return not confused_in(one, other)


@lru_cache(maxsize=65_536)
def confused_in(one: str, other: str) -> str:
    """Return the first kind of sight in which two colours look alike.

    This is a key of SIGHTS, or an empty string if the colours look different in every kind of sight.
    """
    alike = (sight for sight in SIGHTS if difference(seen(one, sight), seen(other, sight)) < LEAST_APART)
    return next(alike, "")


@lru_cache(maxsize=16_384)
def seen(colour: str, sight: str = "usual") -> Triple:
    """Return a colour in CIELAB, as seen with one kind of sight.

    `colour` has the form `#rrggbb`, and `sight` is a key of SIGHTS.
    """
    from_rgb = tuple(to_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, from_rgb, strict=True)))) for row in SIGHTS[sight]
    )
    x = _cube_root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _cube_root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _cube_root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(share: float) -> float:
    return float(share ** (1 / 3)) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def difference(one: Triple, other: Triple) -> float:
    """Return the CIEDE2000 difference between two colours in CIELAB."""
    chroma = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    grow = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    (c1, h1), (c2, h2) = (_polar(a * grow, b) for _, a, b in (one, other))
    turn = (h2 - h1 + 180) % 360 - 180
    lightness, mean_c = (one[0] + other[0]) / 2 - 50, (c1 + c2) / 2
    mean_h = (h1 + turn / 2) % 360
    waves = ((0.17, 1, -30, -1), (0.24, 2, 0, 1), (0.32, 3, 6, 1), (0.2, 4, -63, -1))
    t = 1 + sum(sign * size * math.cos(math.radians(n * mean_h + off)) for size, n, off, sign in waves)
    light = (other[0] - one[0]) / (1 + 0.015 * lightness**2 / math.sqrt(20 + lightness**2))
    strength = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * mean_c * t)
    blue = math.exp(-(((mean_h - 275) / 25) ** 2))
    rotation = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * math.sin(math.radians(60 * blue))
    return math.sqrt(light**2 + strength**2 + hue**2 + rotation * strength * hue)


def _polar(a: float, b: float) -> tuple[float, float]:
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360
