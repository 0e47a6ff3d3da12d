"""Reading ages: the two formulas, who reads what, and what is too short to tell."""

import math
import sys

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from coprod_content import Library
from coprod_content.checks.reader_texts import sentences_with_words, texts_by_reader
from coprod_content.checks.reading_age import (
    FEWEST_SENTENCES,
    GOALS,
    PyphenMissing,
    ReadingAge,
    TextCounts,
    british_syllables,
    reading_ages,
    text_counts,
)


def test_smog_is_the_british_form() -> None:
    """The root of the long words in thirty sentences, and eight: nine of them give eleven years."""
    assert TextCounts(sentences=30, words=300, syllables=400, long_words=9).smog == 11.0
    assert TextCounts(sentences=60, words=300, syllables=400, long_words=18).smog == 11.0


def test_flesch_kincaid_is_the_grade_and_five() -> None:
    """Ten words a sentence, and three syllables in two words, give 0.39 × 10 + 11.8 × 1.5 − 15.59 + 5."""
    age = TextCounts(sentences=30, words=300, syllables=450, long_words=0).flesch_kincaid
    assert age is not None
    assert math.isclose(age, 11.01)


@given(st.integers(0, FEWEST_SENTENCES - 1))
def test_a_short_text_has_no_score(count: int) -> None:
    """Below thirty sentences a score means nothing, so there is none."""
    counts = TextCounts(sentences=count, words=count * 9, syllables=count * 30, long_words=count)
    assert counts.smog is None
    assert counts.flesch_kincaid is None


@given(st.integers(FEWEST_SENTENCES, 500), st.integers(0, 500))
def test_more_long_words_never_read_younger(sentences: int, long_words: int) -> None:
    """SMOG grows with the number of long words."""
    one, more = (TextCounts(sentences, 5000, 7000, long_words + extra).smog for extra in (0, 1))
    assert one is not None
    assert more is not None
    assert 8 <= one < more


@pytest.mark.parametrize(
    ("word", "count"), [("card", 1), ("meeting", 2), ("carers", 2), ("improvement", 3), ("co-production", 4)]
)
def test_syllables_are_those_of_the_british_patterns(word: str, count: int) -> None:
    """Parts of a word with a hyphen are counted one by one."""
    assert british_syllables()(word) == count


def test_without_pyphen_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package is named with the command that brings it."""
    monkeypatch.setitem(sys.modules, "pyphen", None)
    with pytest.raises(PyphenMissing, match=r"pip install 'coprod-content\[check\]'"):
        reading_ages(())


def test_a_familiar_word_is_long_once_in_a_pool() -> None:
    """Co-production stands everywhere, and whoever reads on has met it."""
    pool = ("Co-production helps.", "They like co-production.", "Improvement helps.", "They like improvement.")
    assert text_counts(pool, british_syllables()).long_words == 3


def test_titles_and_labels_are_no_sentences() -> None:
    """What has no mark at its end is not counted; citations and markup are not read."""
    pool = ("A title of some length", "**We** met [there](https://a.org) [@egan2020]. Did you?", "A sign, 'Stop.'")
    assert text_counts(pool, len) == TextCounts(
        sentences=3, words=8, syllables=len("Wemettheredidyouasignstop"), long_words=6
    )


def test_a_sentence_may_end_in_another_run_of_text() -> None:
    """Where a strong lead ends with a full stop the next sentence begins."""
    assert [said for said, _ in sentences_with_words("**One thing.** Another.")] == ["One thing.", "Another."]


def test_who_reads_what(library: Library) -> None:
    """Words to say, questions and handouts are for those who take part; steps and credits are for facilitators."""
    tool = library.tools["action-learning-set"]
    readers = {said.path: said.reader for said in texts_by_reader(tool)}
    assert readers["steps", 0, "say"] == "participant"
    assert readers["handout", "intro"] == "participant"
    assert readers["closing_questions", 0] == "participant"
    assert readers["steps", 0, "do", 0] == "facilitator"
    assert readers["origin", "credit"] == "facilitator"
    assert ("origin", "licence") not in readers
    assert {said.reader for said in texts_by_reader(library.postcards["carry-back"])} == {"participant"}


def test_only_our_own_words_are_judged(library: Library) -> None:
    """Of a reference it is what we say of it, not its title or its authors."""
    for reference in library.references.values():
        assert [said.path for said in texts_by_reader(reference)] == [("finding",)]


def test_every_kind_has_an_age_for_each_of_its_readers(library: Library) -> None:
    """Each pool comes once, with its goal, and names items of its own kind to look at first."""
    ages = reading_ages(library)
    assert len({(age.kind, age.reader) for age in ages}) == len(ages)
    assert {age.kind for age in ages} >= {"tool", "postcard", "film", "article", "term", "workshop"}
    for age in ages:
        assert age.goal == GOALS[age.reader]
        assert set(age.hardest) <= set(library.of_kind(age.kind))


def test_what_is_said_on_the_day_reads_at_eleven(library: Library) -> None:
    """Postcards, films and words to say suit those who take part, tools and workshops suit facilitators."""
    ages = {(age.kind, age.reader): age for age in reading_ages(library)}
    for kind in ("postcard", "film", "tool", "workshop"):
        assert not ages[kind, "participant"].above_goal, kind
    for kind in ("theme", "tool", "article", "workshop"):
        assert not ages[kind, "facilitator"].above_goal, kind


@pytest.mark.parametrize(("smog", "above"), [(None, False), (11.0, False), (11.1, True)])
def test_a_goal_may_be_reached(smog: float | None, above: bool) -> None:
    """At the goal is not above it, and without a score nothing is."""
    age = ReadingAge("postcard", "participant", 30, 300, smog, None)
    assert age.above_goal is above
    assert not evolve(age, reader="facilitator").above_goal
