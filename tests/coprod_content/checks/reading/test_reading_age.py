"""Reading ages: the two formulas, the readers, and texts too short to score."""

import math

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from coprod_content import Library
from coprod_content.checks.reading.reader_texts import sentences_with_words, texts_by_reader
from coprod_content.checks.reading.reading_age import (
    FEWEST_SENTENCES,
    GOALS,
    ReadingAge,
    TextCounts,
    reading_ages,
    text_counts,
)

TOO_SHORT = {
    *("diagram, facilitator", "purpose, facilitator", "purpose, participant"),
    *("scene, facilitator", "series, facilitator", "theme, participant"),
}
"""Texts of fewer than thirty sentences."""
ABOVE = {
    "article, easy-read": 10.1,
    "form, easy-read": 9.4,
    "postcard, easy-read": 9.6,
    "theme, easy-read": 10.2,
    "tool, easy-read": 9.3,
    "workshop, easy-read": 10.1,
}
"""Texts that are above the goal, with the highest age that they may have.

Simple words such as services, together and benefits have three syllables, and one of them in 30 sentences already gives
an age of 9.
"""


def test_smog_is_the_british_form() -> None:
    """Nine long words in thirty sentences give a reading age of eleven."""
    assert TextCounts(sentences=30, words=300, syllables=400, long_words=9).smog == 11.0
    assert TextCounts(sentences=60, words=300, syllables=400, long_words=18).smog == 11.0


def test_flesch_kincaid_is_the_grade_plus_five() -> None:
    """Ten words a sentence and 1.5 syllables a word give 0.39 × 10 + 11.8 × 1.5 − 15.59 + 5."""
    age = TextCounts(sentences=30, words=300, syllables=450, long_words=0).flesch_kincaid
    assert age is not None
    assert math.isclose(age, 11.01)


@given(st.integers(0, FEWEST_SENTENCES - 1))
def test_a_short_text_has_no_score(count: int) -> None:
    """Texts of fewer than thirty sentences are not scored."""
    counts = TextCounts(sentences=count, words=count * 9, syllables=count * 30, long_words=count)
    assert counts.smog is None
    assert counts.flesch_kincaid is None


@given(st.integers(FEWEST_SENTENCES, 500), st.integers(0, 500))
def test_more_long_words_raise_the_reading_age(sentences: int, long_words: int) -> None:
    """SMOG grows with the number of long words."""
    one, more = (TextCounts(sentences, 5000, 7000, long_words + extra).smog for extra in (0, 1))
    assert one is not None
    assert more is not None
    assert 8 <= one < more


def test_a_familiar_word_counts_as_long_only_once() -> None:
    """Readers meet words such as co-production throughout."""
    pool = ("Co-production helps.", "They like co-production.", "Improvement helps.", "They like improvement.")
    assert text_counts(pool).long_words == 3


def test_only_complete_sentences_count() -> None:
    """Texts without end punctuation are left out, as are citations and markup."""
    pool = ("A title of some length", "**We** met [there](https://a.org) [@egan2020]. Did you?", "A sign, 'Stop.'")
    assert text_counts(pool) == TextCounts(sentences=3, words=8, syllables=8, long_words=0)


def test_names_and_quoted_titles_do_not_count() -> None:
    """The sentence counts, but the long words of a name or of a title in quotation marks do not."""
    pool = ('See "Improvement together" by the Care Quality Commission.', 'They say "improvement together".')
    assert text_counts(pool, {"improvement together"}) == TextCounts(2, words=5, syllables=5, long_words=0)
    assert text_counts(pool).long_words == 4 - 1  # "together" is familiar, so it counts once


def test_a_sentence_can_end_in_bold_type() -> None:
    """The next sentence starts after the full stop, whatever the style."""
    assert [said for said, _ in sentences_with_words("**One thing.** Another.")] == ["One thing.", "Another."]


def test_each_text_has_its_reader(library: Library) -> None:
    """Words to say, questions and handouts are for participants; steps and credits are for facilitators."""
    tool = library.tools["action-learning-set"]
    readers = {said.path: said.reader for said in texts_by_reader(tool)}
    assert readers["steps", 0, "say"] == "participant"
    assert readers["handout", "intro"] == "participant"
    assert readers["closing_questions", 0] == "participant"
    assert readers["steps", 0, "do", 0] == "facilitator"
    assert readers["origin", "credit"] == "facilitator"
    assert ("origin", "licence") not in readers
    assert {said.path[0]: said.reader for said in texts_by_reader(library.terms["carer"])} == {
        "term": "participant",
        "meaning": "participant",
        "why": "facilitator",
        "preferred": "facilitator",
    }
    assert {said.reader for said in texts_by_reader(library.postcards["carry-back"])} == {"participant"}


def test_only_our_own_words_are_scored(library: Library) -> None:
    """Of a reference, only our summary of its finding counts, not its title or authors."""
    for reference in library.references.values():
        assert [said.path for said in texts_by_reader(reference)] == [("finding",)]


def test_every_kind_has_a_reading_age_for_each_reader(library: Library) -> None:
    """Each pair of kind and reader appears once, with its goal and the items to look at first."""
    ages = reading_ages(library)
    assert len({(age.kind, age.reader) for age in ages}) == len(ages)
    assert {age.kind for age in ages} >= {"tool", "postcard", "film", "article", "term", "workshop"}
    for age in ages:
        assert age.goal == GOALS[age.reader]
        assert age.hardest
        assert set(age.hardest) <= set(library.of_kind(age.kind))


def test_the_library_meets_its_reading_ages(library: Library) -> None:
    """Texts for participants read at age 11 or below, texts for facilitators at 14 or below, and none gets harder."""
    ages = {f"{age.kind}, {age.reader}": age for age in reading_ages(library)}
    assert {name for name, age in ages.items() if age.above_goal} == ABOVE.keys()
    assert not [name for name, most in ABOVE.items() if round(ages[name].smog or 0, 1) > most]
    assert {name for name, age in ages.items() if age.smog is None} == TOO_SHORT


@pytest.mark.parametrize(("smog", "above"), [(None, False), (11.0, False), (11.1, True)])
def test_a_reading_age_at_its_goal_is_not_above_it(smog: float | None, above: bool) -> None:
    """Without a score, nothing is above the goal."""
    age = ReadingAge("postcard", "participant", 30, 300, smog, None)
    assert age.above_goal is above
    assert not evolve(age, reader="facilitator").above_goal
