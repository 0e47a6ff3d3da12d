"""Titles that do not end in a line of one short word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.text.title_widows import without_widow

WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=12), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("Co-production at the heart of QI", "heart\u00a0of\u00a0QI"),
        ("What is best for one person?", "one\u00a0person?"),
        ("Nine leadership practices: four to start with", "start\u00a0with"),
        ("Skills survey and one-page profiles", "one-page\u00a0profiles"),
    ],
)
def test_short_last_words_are_held(title: str, end: str) -> None:
    """The last words of a title that has several are held together until there are ten characters of them."""
    assert without_widow(title).split(" ")[-1] == end


@pytest.mark.parametrize(
    "title",
    ["", "Fishbowl", "Help in threes", "What gets in the conversation", "Reevaluating measurement QI", " " * 30],
)
def test_other_titles_stay(title: str) -> None:
    """A short title stays as it is, and one that ends in a long word, or would be mostly one piece."""
    assert without_widow(title) == title


@given(WORDS)
def test_words_are_the_same(words: list[str]) -> None:
    """Whatever the title, its words are the same, in order, and at most half of it cannot be broken."""
    held = without_widow(" ".join(words))
    assert held.split() == words
    assert 2 * len(held.split(" ")[-1]) <= len(held) or "\u00a0" not in held
