"""Captions are short, break at phrases, and stay long enough to be read."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_film.timing.captions import Caption, readable_captions, sentence_captions
from coprod_film.timing.phrase_breaks import caption_texts
from coprod_film.timing.reading import FASTEST_CAPTION, FASTEST_SPEECH, MOST_LINES, WIDEST_LINE, words_in
from coprod_film.timing.webvtt import webvtt

WORDS = st.text(st.sampled_from("abcdefgh,.éü'-0"), min_size=1, max_size=50)
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@pytest.mark.parametrize(
    ("sentence", "captions"),
    [
        ("They choose one change.", ["They choose one change."]),
        (
            "So they begin with the chairs, which face away from the desk.",
            ["So they begin with the chairs, / which face away from the desk."],
        ),
        (
            "There are comment cards in a drawer, and some of them are about the chairs.",
            ["There are comment cards in a drawer,", "and some of them / are about the chairs."],
        ),
    ],
)
def test_captions_break_at_phrases(sentence: str, captions: list[str]) -> None:
    """A break is after punctuation, or before a phrase, rather than after an article."""
    assert [" / ".join(lines) for lines in caption_texts(sentence)] == captions


@given(SENTENCES)
def test_captions_fit_and_lose_nothing(sentence: str) -> None:
    """Each has one or two lines of at most 37 characters, and together they have every character."""
    captions = caption_texts(sentence)
    assert "".join("".join(lines) for lines in captions).replace(" ", "") == sentence.replace(" ", "")
    assert all(1 <= len(lines) <= MOST_LINES and max(map(len, lines)) <= WIDEST_LINE for lines in captions)


@given(st.lists(SENTENCES, min_size=1, max_size=4))
def test_captions_follow_speech_and_can_be_read(sentences: list[str]) -> None:
    """They are in order, never overlap, and none is faster than 180 words a minute if the speech is not."""
    start, made = 0.0, ()
    for sentence in sentences:
        end = start + words_in(sentence) * 60 / FASTEST_SPEECH
        made += sentence_captions(sentence, start, end)
        start = end + 0.3
    captions = readable_captions(made, start + 1)
    assert all(one.end <= other.start + 1e-9 for one, other in pairwise(captions))
    assert captions[0].start == 0
    for each in captions:
        if all(len(word) < WIDEST_LINE for word in each.words.split()):  # longer ones are in several captions
            assert words_in(each.words) / (each.end - each.start) * 60 <= FASTEST_CAPTION + 1e-6


def test_webvtt_escapes_markup() -> None:
    """Signs that begin markup are written so that players show them."""
    file = webvtt((Caption(("Aims & <b>", "ends"), 61.0, 3725.0625),)).decode()
    assert file == "WEBVTT\n\n1\n00:01:01.000 --> 01:02:05.062\nAims &amp; &lt;b&gt;\nends\n"
    assert not re.search(r"\n\n\n", file)
