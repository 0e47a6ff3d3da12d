"""Text in Office files fits in the brand's font and in Arial."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.layout.font_metrics import TextStyle, font_metrics
from coprod_content.layout.office_metrics import office_metrics, usual_share
from coprod_content.text.spans import verbatim

OWN, ARIAL, BOTH = font_metrics("Atkinson Hyperlegible"), font_metrics("Arial"), office_metrics("Atkinson Hyperlegible")
TEN = TextStyle(10)
WORDS = st.text(st.sampled_from("abcimWwy .-ŷớ→0"), max_size=60)


@given(WORDS, st.floats(5, 60))
def test_a_text_counts_as_large_as_in_the_larger_font(words: str, width: float) -> None:
    """It is as wide, and fills as many lines, as in one of the fonts, or more if letters come from both."""
    mixed = bool(OWN.missing(words))
    fonts = (ARIAL,) if mixed else (OWN, ARIAL)
    widest = max(font.width(words, TEN) for font in fonts)
    most = max(font.lines(verbatim(words), width, TEN) for font in fonts)
    assert BOTH.width(words, TEN) >= widest - 1e-9 if mixed else BOTH.width(words, TEN) == widest
    assert BOTH.lines(verbatim(words), width, TEN) >= most if mixed else BOTH.lines(verbatim(words), width, TEN) == most


@pytest.mark.parametrize("words", ["Willing mimics", "Wïlling mimicé"])
def test_letters_of_both_fonts_are_mixed_only_if_one_lacks_some(words: str) -> None:
    """Wide letters of one font are not added to those of the other."""
    assert not OWN.missing(words)
    letters = sum(max(OWN.width(each, TEN), ARIAL.width(each, TEN)) for each in words)
    assert max(OWN.width(words, TEN), ARIAL.width(words, TEN)) == BOTH.width(words, TEN) < letters
    assert OWN.missing(f"{words}→")
    mixed = letters + ARIAL.width("→", TEN)
    assert BOTH.width(f"{words}→", TEN) == pytest.approx(mixed)


@pytest.mark.parametrize("family", ["Arial", "Calibri", "Verdana"])
def test_a_font_that_office_has_is_measured_alone(family: str) -> None:
    """Every computer with Office has it."""
    found = office_metrics(family)
    assert found.alternatives == (found,)
    assert found.width("Words", TEN) == font_metrics(family).width("Words", TEN)


def test_arial_has_what_the_font_lacks() -> None:
    """Only characters that neither font has are missing. Lines are as far apart as in the taller font."""
    assert BOTH.missing("Aŷ→漢") == "漢"
    assert BOTH.natural == OWN.natural > ARIAL.natural
    assert BOTH.alternatives == (OWN, ARIAL)


def test_line_heights_do_not_depend_on_the_font() -> None:
    """Single spacing is reduced to the usual, and never increased."""
    assert usual_share("Atkinson Hyperlegible", 1.15) * OWN.natural == pytest.approx(1.15)
    assert usual_share("Arial", 1.2) == 1
    assert usual_share("No Such Font", 1.15) == 1
