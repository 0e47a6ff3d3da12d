"""Titles do not end in a line of one short word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.layout.title_widows import without_widow

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
def test_short_last_words_are_joined(title: str, end: str) -> None:
    """No-break spaces join the last words until they have ten characters."""
    assert without_widow(title).split(" ")[-1] == end


@pytest.mark.parametrize(
    "title",
    ["", "Fishbowl", "Help in threes", "What gets in the conversation", "Reevaluating measurement QI", " " * 30],
)
def test_other_titles_are_unchanged(title: str) -> None:
    """Short titles, titles that end in a long word, and titles that would become mostly one piece stay as they are."""
    assert without_widow(title) == title


@given(WORDS)
def test_no_word_changes(words: list[str]) -> None:
    """Every title keeps its words in order, and at most half of it cannot be broken."""
    joined = without_widow(" ".join(words))
    assert joined.split() == words
    assert 2 * len(joined.split(" ")[-1]) <= len(joined) or "\u00a0" not in joined
