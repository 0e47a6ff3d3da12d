"""Palettes made from a template's colours can be read and told apart, and say what was changed."""

from itertools import combinations, product

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_content.brand.brand import THEME_ROLES, Palette
from coprod_content.brand.colour_difference import are_apart
from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.brand.derived_palette import palette_from, palette_of_template
from coprod_content.brand.load_brand import load_brand
from coprod_content.brand.palette_notes import TemplateColours

BASE = load_brand().palette
OFFICE = ("#4472c4", "#ed7d31", "#a5a5a5", "#ffc000", "#5b9bd5", "#70ad47")
BLUES = ("#dae3f3", "#b4c7e7", "#8faadc", "#5b8bd0", "#2f5597", "#203864")
HEX = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def assert_usable(palette: Palette) -> None:
    """Fail unless all text can be read and the six themes can be told apart."""
    colours = [str(getattr(palette, role)) for role in THEME_ROLES]
    for role, ground in product(("ink", "muted", "brand", "dark", *THEME_ROLES), ("paper", "tint")):
        assert contrast(getattr(palette, role), getattr(palette, ground)) >= LEAST_FOR_TEXT, (role, ground)
    assert contrast(palette.ink, palette.sun) >= LEAST_FOR_TEXT
    assert all(are_apart(*pair) for pair in combinations(colours, 2)), colours


@given(paper=HEX, ink=HEX, tint=HEX, accents=st.lists(HEX, max_size=10))
@settings(max_examples=8, deadline=None)
def test_any_colours_give_a_usable_palette(paper: str, ink: str, tint: str, accents: list[str]) -> None:
    """Whatever the colours of a template are, text can be read and themes can be told apart."""
    assert_usable(
        palette_of_template(TemplateColours(paper=paper, ink=ink, tint=tint, accents=tuple(accents)), BASE).palette
    )


@pytest.mark.parametrize("paper", ["#ffffff", "#1b1b2f", "#f6efe0", "#808080"])
@pytest.mark.parametrize("accents", [OFFICE, BLUES, ("#c00000",) * 6, ("#000000",) * 6, ()])
def test_light_dark_and_monochrome_templates(paper: str, accents: tuple[str, ...]) -> None:
    """Only on a medium grey is text put on panels, because no six colours can be read on it."""
    found = palette_of_template(TemplateColours(paper=paper, ink="#333333", accents=accents), BASE)
    assert_usable(found.palette)
    assert found.on_panels == (paper == "#808080")


def test_accents_that_can_be_used_are_used_and_the_others_are_explained() -> None:
    """Each replaced colour has a sentence with the old colour, the new one and the reason."""
    found = palette_of_template(TemplateColours(paper="#ffffff", ink="#000000", accents=BLUES), BASE)
    assert (found.palette.theme_5, found.palette.theme_6) == BLUES[4:]
    assert found.notes[0] == "Themes 5 and 6: the template's accent colours 5 and 6."
    expected = "instead of #dae3f3, whose contrast with its background is 1.3:1 (text needs 4.5:1)."
    assert found.notes[1] == f"Theme 1: {found.palette.theme_1} {expected}"
    same = palette_of_template(TemplateColours(paper="#ffffff", ink="#000000", accents=("#c00000",)), BASE)
    assert same.notes[1].endswith("instead of #c00000, which looks like theme 1.")


def test_colours_that_the_brand_states_are_kept() -> None:
    """A template gives only the colours that brand.yaml does not."""
    base = evolve(BASE, theme_2="#7a0019", ink="#222222")
    colours = TemplateColours(paper="#ffffff", ink="#000000", accents=OFFICE)
    found = palette_of_template(colours, base, frozenset({"theme_2", "ink"}))
    assert (found.palette.theme_2, found.palette.ink, found.palette.theme_1) == ("#7a0019", "#222222", OFFICE[0])
    assert not any(note.startswith(("Theme 2", "Text")) for note in found.notes)


@pytest.mark.parametrize("colour", ["#005eb8", "#ffcc00", "#00703c", "#000000", "#ffffff", "#aa1f57"])
def test_one_colour_gives_a_palette(colour: str) -> None:
    """The colour, or its nearest readable shade, is the brand's colour and that of one theme."""
    palette = palette_from(colour, BASE)
    assert_usable(palette)
    if contrast(colour, palette.tint) >= LEAST_FOR_TEXT:
        assert palette.brand == colour
        assert colour in {getattr(palette, role) for role in THEME_ROLES}


@given(paper=HEX, ink=HEX, stated=st.dictionaries(st.sampled_from(("brand", "ink", "muted", "tint", "sun")), HEX))
@settings(max_examples=8, deadline=None)
def test_stated_colours_that_cannot_be_read_are_replaced(paper: str, ink: str, stated: dict[str, str]) -> None:
    """Text can be read in any template, and the notes say what is used instead of a colour in brand.yaml."""
    colours = TemplateColours(paper=paper, ink=ink, accents=OFFICE)
    found = palette_of_template(colours, evolve(BASE, **stated), frozenset(stated))
    assert_usable(found.palette)
    for role, colour in stated.items():
        used = str(getattr(found.palette, role))
        assert used == colour or any(f"{used} instead of {colour} in brand.yaml" in note for note in found.notes)
