"""The six theme colours differ however they are seen, and carry readable text."""

import math
from itertools import combinations, pairwise

import pytest

from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.brand.load_brand import load_brand

BRAND = load_brand()
THEMES = tuple(BRAND.colour(f"theme_{number}") for number in range(1, 7))
LEAST_APART, LEAST_LIGHTNESS = 10.0, 2.0
Triple = tuple[float, float, float]
# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIGHTS: dict[str, tuple[Triple, Triple, Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> Triple:
    """Return the linear red, green and blue of `#rrggbb`."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def seen(colour: str, sight: str) -> Triple:
    """Return a colour as it looks in a kind of sight, in CIELAB under D65."""
    from_rgb = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, from_rgb, strict=True)))) for row in SIGHTS[sight]
    )
    x = _f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _f(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _f(share: float) -> float:
    return float(share ** (1 / 3)) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def apart(one: Triple, other: Triple) -> float:
    """Return the CIEDE2000 difference of two colours in CIELAB."""
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


def test_the_measure_is_the_published_one() -> None:
    """Our CIEDE2000 gives the values that Sharma, Wu and Dalal (2005) publish."""
    for one, other, expected in (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ):
        assert abs(apart(one, other) - expected) < 0.0001


@pytest.mark.parametrize("sight", SIGHTS)
def test_theme_colours_stay_apart(sight: str) -> None:
    """No two themes have colours that are hard to tell apart, in any of four kinds of sight."""
    near = {
        pair: round(apart(seen(pair[0], sight), seen(pair[1], sight)), 1)
        for pair in combinations(THEMES, 2)
        if apart(seen(pair[0], sight), seen(pair[1], sight)) < LEAST_APART
    }
    assert near == {}


def test_no_two_themes_are_the_same_grey() -> None:
    """Printed without colour, themes differ in lightness. Where two are near, their signs differ."""
    greys = sorted(seen(colour, "normal")[0] for colour in THEMES)
    assert min(after - before for before, after in pairwise(greys)) >= LEAST_LIGHTNESS


def test_theme_colours_carry_text() -> None:
    """White text on each of the six has 4.5:1 or more, and so has each on paper and tint."""
    for colour in THEMES:
        for ground in (BRAND.palette.paper, BRAND.palette.tint):
            assert contrast(colour, ground) >= LEAST_FOR_TEXT
