"""Characters that look like markup, but are printed as typed, are reported."""

import pytest

from coprod_content.text.markup_mistakes import markup_mistakes


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("Say **yes to it.", "**yes to it."),
        ("Say yes** to it.", "** to it."),
        ("Say *yes to it.", "*yes to it."),
        ("Say _yes_ to it.", "_yes_ to it."),
        ("Say __yes__ to it.", "__yes__ to it."),
        ("Say ~~yes~~ to it.", "~~yes~~ to it."),
        ("Say `yes` to it.", "`yes` to it."),
        (r"Say \*yes\* to it.", r"\*yes\* to it."),
        ("Fish &amp; chips", "&amp; chips"),
        ("Nothing&#x200b; there", "&#x200b; there"),
        ("Say <b>yes</b>", "<b>yes</b>"),
        ("One<br/>Two", "<br/>Two"),
        ("See <https://example.org>.", "<https://example.org"),
        ("# A heading", "# A heading"),
        ("See [the book] (https://e.org)", "[the book] (https://"),
        ("See [the book](https://e.org/a b)", "[the book](https://e"),
        ('See [it](https://e.org "Title")', '[it](https://e.org "'),
        ("![A dog](https://example.org/dog.png)", "!…"),
        ("It helps [@egan 2020].", "[@egan 2020]."),
        ("It helps [@egan2020", "[@egan2020"),
    ],
)
@pytest.mark.parametrize("markup", [True, False])
def test_broken_markup_is_quoted_from_its_mark(words: str, mark: str, markup: bool) -> None:
    """The message quotes up to 20 characters, which is enough to find it."""
    assert mark in markup_mistakes(words, markup=markup)


@pytest.mark.parametrize(
    "words",
    [
        "Plain words, and so on.", "2 * 3 * 4", "2*3", "5* hotels", "snake_case and ___", "R&D at AT&T; 5 < 6 > 4",
        "C:\\temp", "[sic] (as they said)", "#1 and number #2", "Patient*innen", "don't `quote", "a ~ b", "I <3 you",
        "10_000",
    ],
)  # fmt: skip
@pytest.mark.parametrize("markup", [True, False])
def test_ordinary_marks_are_left_alone(words: str, markup: bool) -> None:
    """Stars, blanks, ampersands and brackets in ordinary text are not mistakes."""
    assert list(markup_mistakes(words, markup=markup)) == []


@pytest.mark.parametrize("words", ["**Now**", "an *easy* word", "[words](https://example.org)", "so [@egan2020]"])
def test_markup_is_a_mistake_only_in_plain_text(words: str) -> None:
    """Titles and other plain fields print even correct markup as typed."""
    assert list(markup_mistakes(words, markup=True)) == []
    assert list(markup_mistakes(words, markup=False)) != []
