"""Syllables by spelling, against a dictionary of pronunciations."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.checks.reading.syllables import syllables

WORDS = yaml.safe_load(Path(__file__).with_name("word_syllables.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kind", "most"), [("ours", 0.01), ("other", 0.05)])
def test_syllables_are_those_of_the_dictionary(kind: str, most: float) -> None:
    """The mean error is at most one syllable in 100 of our words, and in 20 words that the rules were not made for."""
    counts = {word: count for count, words in WORDS[kind].items() for word in words.split()}
    assert len(counts) >= 300
    assert sum(abs(syllables(word) - count) for word, count in counts.items()) <= most * len(counts)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("limits", 2), ("results", 2), ("answers", 2), ("changes", 2), ("services", 3), ("patients", 2), ("idea", 3)),
        *(("organisation", 5), ("specialised", 3), ("centre", 2), ("colleague", 2), ("programmes", 2), ("everyone", 3)),
        *(("co-production", 4), ("nurse's", 2), ("carer’s", 2), ("isn't", 2), ("can't", 1), ("we're", 1), ("café", 2)),
    ],
)
def test_british_spelling_plurals_and_contractions_count_as_said(word: str, count: int) -> None:
    """Hyphenation would count three syllables in limits and one in idea."""
    assert syllables(word) == count


@given(st.text(max_size=30))
def test_any_text_has_at_least_one_syllable(word: str) -> None:
    """Marks, digits and other scripts are no error."""
    assert syllables(word) >= 1
