"""The six theme colours differ however they are seen, and carry readable text."""

from itertools import combinations, pairwise

import pytest

from coprod_content.brand.colour_difference import LEAST_APART, SIGHTS, difference, seen
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.brand.load_brand import load_brand

BRAND = load_brand()
THEMES = tuple(BRAND.colour(f"theme_{number}") for number in range(1, 7))
LEAST_LIGHTNESS = 2.0


def test_the_measure_is_the_published_one() -> None:
    """Our CIEDE2000 gives the values that Sharma, Wu and Dalal (2005) publish."""
    for one, other, expected in (
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ):
        assert abs(difference(one, other) - expected) < 0.0001


@pytest.mark.parametrize("sight", SIGHTS)
def test_theme_colours_stay_apart(sight: str) -> None:
    """No two themes have colours that are hard to tell apart, in any of four kinds of sight."""
    near = {
        pair: round(difference(seen(pair[0], sight), seen(pair[1], sight)), 1)
        for pair in combinations(THEMES, 2)
        if difference(seen(pair[0], sight), seen(pair[1], sight)) < LEAST_APART
    }
    assert near == {}


def test_no_two_themes_are_the_same_grey() -> None:
    """Printed without colour, themes differ in lightness. Where two are near, their signs differ."""
    greys = sorted(seen(colour)[0] for colour in THEMES)
    assert min(after - before for before, after in pairwise(greys)) >= LEAST_LIGHTNESS


def test_theme_colours_carry_text() -> None:
    """White text on each of the six has 4.5:1 or more, and so has each on paper and tint."""
    for colour in THEMES:
        for ground in (BRAND.palette.paper, BRAND.palette.tint):
            assert contrast(colour, ground) >= LEAST_FOR_TEXT
