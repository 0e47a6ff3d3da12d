"""Colours, and the contrast between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.brand.contrast import contrast, lightened, luminance, mixed

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """The ratios are those of published checkers, to two decimals."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.006)


@pytest.mark.parametrize(
    ("colour", "value"), [("#000000", 0.0), ("#ffffff", 1.0), ("#ff0000", 0.2126), ("#00ff00", 0.7152)]
)
def test_luminance_weighs_the_channels(colour: str, value: float) -> None:
    """Green counts most, as WCAG defines it."""
    assert luminance(colour) == pytest.approx(value)


@given(colours, colours)
def test_contrast_does_not_depend_on_the_order(one: str, other: str) -> None:
    """Swapping text and background changes nothing, and the ratio is between 1 and 21."""
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


@given(colours, colours, st.floats(0, 1))
def test_a_mixture_is_between_its_colours(one: str, other: str, share: float) -> None:
    """A share of 0 gives one colour, a share of 1 the other, and every channel is between the two."""
    assert mixed(one, other, 0) == one
    assert mixed(one, other, 1) == other
    between = mixed(one, other, share)
    for at in (1, 3, 5):
        ends = sorted((int(one[at : at + 2], 16), int(other[at : at + 2], 16)))
        assert ends[0] <= int(between[at : at + 2], 16) <= ends[1]


@given(colours, st.floats(0, 1), st.floats(0, 1))
def test_lighter_colours_are_lighter(colour: str, share: float, more: float) -> None:
    """A greater share gives a lighter colour, up to white."""
    assert lightened(colour, 0) == colour
    assert lightened(colour, 1) == "#ffffff"
    less, most = sorted((share, more))
    assert luminance(lightened(colour, less)) <= luminance(lightened(colour, most)) + 0.01


def test_a_lighter_colour_keeps_its_hue() -> None:
    """A dark blue becomes a light blue. Mixing it with white would make it grey."""
    assert lightened("#163a4f", 0.5) == "#5fa8d2"
    assert mixed("#163a4f", "#ffffff", 0.5) == "#8a9ca7"
