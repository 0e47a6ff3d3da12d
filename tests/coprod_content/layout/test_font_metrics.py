"""Widths are those of the font, and lines are never counted too low."""

import fontpkg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from coprod_content.layout.font_metrics import _ARABIC, MM_PER_PT, TextStyle, font_metrics
from coprod_content.layout.known_fonts import UnknownFont
from coprod_content.text.spans import Span, Text, text_of, verbatim

ARIAL = font_metrics("Arial")
TEN = TextStyle(10)


def width_by_pillow(words: str, family: str, weight: int) -> float:
    """Return the width of words in ems as FreeType measures it, without kerning."""
    font = ImageFont.truetype(str(fontpkg.path(family, weight)), 2048, layout_engine=ImageFont.Layout.BASIC)
    if weight == 700 and family == "Arimo":
        font.set_variation_by_axes([700])
    return sum(font.getlength(character) for character in words) / 2048


@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize(
    "words", ["Hello, world", "AVATAR Wäßrig fjord 0123456789", "“Quoted” – dashes — …", "Zażółć gęślą"]
)
@pytest.mark.parametrize(("family", "file"), [("Arial", "Arimo"), ("Atkinson Hyperlegible", "Atkinson Hyperlegible")])
def test_widths_are_those_that_freetype_measures(family: str, file: str, words: str, strong: bool) -> None:
    """Both weights agree with FreeType to a thousandth of an em for each character."""
    expected = width_by_pillow(words, file, 700 if strong else 400)
    assert font_metrics(family).width(words, TextStyle(1), strong=strong) / MM_PER_PT == pytest.approx(
        expected, abs=0.001 * len(words)
    )


@pytest.mark.parametrize(
    ("words", "units"), [("A", 1366), ("i", 455), ("W", 1933), (" ", 569), ("0", 1139), ("é", 1139)]
)
def test_arial_has_the_widths_that_its_maker_publishes(words: str, units: int) -> None:
    """Arimo replaces Arial because its widths are the same, at 2048 units to an em."""
    assert ARIAL.width(words, TextStyle(2048)) == pytest.approx(units * MM_PER_PT)


def test_widths_grow_with_the_size_and_with_the_words() -> None:
    """Twice the size is twice the width, and the widths of words add up."""
    assert ARIAL.width("abc", TextStyle(20)) == pytest.approx(2 * ARIAL.width("abc", TEN))
    assert ARIAL.width("abcabc", TEN) == pytest.approx(2 * ARIAL.width("abc", TEN))
    assert (
        ARIAL.width("abc", TextStyle(10, strong=True)) == ARIAL.width("abc", TEN, strong=True) > ARIAL.width("abc", TEN)
    )
    assert ARIAL.width("", TEN) == 0


def test_characters_that_the_font_lacks_are_not_measured_too_narrow() -> None:
    """Chinese takes an em or more, an unknown letter an em, and combining marks nothing."""
    em = 10 * MM_PER_PT
    assert ARIAL.width("漢", TEN) >= em
    assert ARIAL.width("\U00010380", TEN) == pytest.approx(em)
    for mark in ("\u200d", "\U000e0100", "\U000e0041", "\u0488", "\U0001e944"):
        assert ARIAL.width(mark, TEN) == 0


def test_a_text_style_has_its_heights_in_millimetres() -> None:
    """A line of 72 points at a factor of one is an inch."""
    assert TextStyle(72, line=1.0).line_mm == pytest.approx(25.4)
    assert TextStyle(10, line=1.5, after=36).line_mm == pytest.approx(15 * MM_PER_PT)
    assert TextStyle(10, after=36).after_mm == pytest.approx(12.7)


def test_a_missing_character_is_named_once() -> None:
    """Spaces and characters without a shape are not missing."""
    assert ARIAL.missing("Hello 漢字漢\n\t") == "字漢"
    assert ARIAL.missing("Plain") == ""


def test_a_font_that_is_not_installed_says_what_to_install() -> None:
    """The message names a package only if that package is known to exist."""
    with pytest.raises(UnknownFont, match=r"'Lato' is not installed\. Install it: pip install fontpkg-lato"):
        font_metrics("Lato")
    with pytest.raises(UnknownFont, match=r"'No Such Font' is not installed\. No package contains it"):
        font_metrics("No Such Font")


@pytest.mark.parametrize("family", ["Arial", "arial", "Helvetica", "Liberation Sans", "Arimo"])
def test_fonts_with_the_widths_of_arial_share_its_metrics(family: str) -> None:
    """Arial is measured under every name that organisations use for it."""
    assert font_metrics(family).width("abc", TEN) == ARIAL.width("abc", TEN)
    assert font_metrics(family).family == family


def lines(text: Text | str, width: float) -> int:
    return ARIAL.lines(verbatim(text) if isinstance(text, str) else text, width, TEN)


def test_a_text_breaks_at_spaces_and_after_hyphens() -> None:
    """A word that does not fit moves to the next line, without the space before it."""
    word = ARIAL.width("aaaa", TEN)
    space = ARIAL.width(" ", TEN)
    assert lines("aaaa aaaa", 2 * word + space) == 1
    assert lines("aaaa aaaa", 2 * word + space - 0.01) == 2
    assert lines("aaaa aaaa aaaa", word) == 3
    assert lines("aaaa-aaaa", word + ARIAL.width("-", TEN)) == 2
    assert lines("aaaa\u00a0aaaa", 2 * word) > 1
    assert lines("", 10) == 1


def test_spans_without_a_space_between_them_stay_together() -> None:
    """The strong half of a word stays with the other half, and the brackets of a citation count."""
    halves = (Span("un"), Span("broken", strong=True))
    width = ARIAL.width("un", TEN) + ARIAL.width("broken", TEN, strong=True)
    assert lines((Span("a "), *halves), width) == 2
    cited = ARIAL.width("See [3]", TEN)
    assert lines((Span("See "), Span("3", citation="x")), cited) == 1
    assert lines((Span("See "), Span("3", citation="x")), cited - 0.01) == 2


def test_a_word_that_is_too_long_breaks_inside() -> None:
    """A long web address takes as many lines as it needs."""
    assert lines("a" * 100, ARIAL.width("a" * 10, TEN)) >= 10


def test_chinese_breaks_anywhere_and_nothing_beside_it_is_lost() -> None:
    """Text without spaces fills its lines, and Latin letters before it count."""
    em = 10 * MM_PER_PT
    assert lines("漢" * 10, 5 * em * 1.3) == 2
    mixed = (Span("a" * 40, strong=True), Span("漢字"))
    assert lines(mixed, 8 * em) >= lines("a" * 40, 8 * em) >= 2


@pytest.mark.parametrize("width", [5.0, 0.5, 0.0, -20.0])
def test_a_box_without_width_is_measured(width: float) -> None:
    """A table with too many columns does not run for ever."""
    assert lines("some words in a narrow column", width) >= 10


words = st.text("abcW漢- é", max_size=60)


@given(words, st.floats(3, 60), st.floats(0, 40))
def test_a_wider_box_never_takes_more_lines(words: str, width: float, more: float) -> None:
    """The wider the box, the fewer the lines."""
    assert lines(words, width + more) <= lines(words, width)


@given(words, words, st.floats(4, 60))
def test_more_words_never_take_fewer_lines(words: str, further: str, width: float) -> None:
    """A longer text is never shorter."""
    assert lines(f"{words} {further}", width) >= lines(words, width)


@given(st.lists(st.text("abcW", min_size=1, max_size=8), min_size=1, max_size=12), st.floats(25, 80))
def test_lines_are_those_of_filling_one_after_the_other(said: list[str], width: float) -> None:
    """For words that each fit a line, the count is that of setting one word after another."""
    count, used = 1, 0.0
    for word in said:
        needed = ARIAL.width(word, TEN) + (ARIAL.width(" ", TEN) if used else 0)
        if used and used + needed > width:
            count, used = count + 1, ARIAL.width(word, TEN)
        else:
            used += needed
    assert lines(" ".join(said), width) == count


def test_markup_is_measured_as_it_is_set() -> None:
    """Strong text is wider than plain text."""
    width = ARIAL.width("measure me", TEN)
    assert lines("measure me", width) == 1
    assert lines(text_of("**measure me**"), width) == 2


def test_letters_of_chinese_break_apart_beside_latin_letters() -> None:
    """A word of both scripts breaks before each Chinese character, even where it could move as a whole."""
    width = ARIAL.width("aaaa aa漢", TEN)
    assert lines("aaaa aa漢漢漢漢", width + 0.01) == 2
    assert lines("aaaa aaeeeeeeee", width + 0.01) == 3


def test_a_word_that_is_too_long_takes_a_known_number_of_lines() -> None:
    """Each further line has room for half an em less, because its pieces may not fill it."""
    em = 10 * MM_PER_PT
    ten = ARIAL.width("a" * 10, TEN)
    assert lines("a" * 10, ten + 0.01) == 1
    assert lines("a" * 11, ten) == 2
    assert lines("a" * 30, ten) == 1 + -(-int(100 * (2 * ten)) // int(100 * (ten - em / 2)))


def test_characters_without_a_glyph_have_known_widths() -> None:
    """An emoji is wider than an em, and an Arabic letter takes the width of a wide one."""
    em = 10 * MM_PER_PT
    assert ARIAL.width("\U0001f642", TEN) == pytest.approx(1.3 * em)
    assert ARIAL.width("漢", TEN) == pytest.approx(em)
    assert ARIAL.width("\u08b6", TEN) == pytest.approx(_ARABIC * em)


def test_hyphens_and_dashes_end_pieces() -> None:
    """Lines break after dashes, and after hyphens unless they are kept; tabs are spaces."""
    half = ARIAL.width("aaaa–", TEN)
    assert lines("aaaa–aaaa", half + 0.01) == 2
    hyphen = ARIAL.width("aaaa-aaaa", TEN)
    both = verbatim("bb aaaa-aaaa")
    assert ARIAL.lines(both, hyphen + 0.01, TEN) == 2
    assert ARIAL.lines(verbatim("bbb aaaa-aaaa b"), hyphen + 0.01, TEN, break_hyphens=False) == 3
    assert lines("aaaa\taaaa", 2 * ARIAL.width("aaaa", TEN)) == 2
