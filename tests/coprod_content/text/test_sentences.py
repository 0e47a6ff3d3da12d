"""Texts split at the ends of sentences, and join again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.text.sentences import joined, sentences, text_with_full_stop, with_full_stop
from coprod_content.text.spans import Span, plain, text_of

spans = st.builds(
    Span,
    st.text("ab .!?…。)”", min_size=1, max_size=12),
    strong=st.booleans(),
    url=st.sampled_from(["", "https://example.org"]),
    citation=st.sampled_from(["", "", "key"]),
)
texts = st.lists(spans, max_size=6).map(tuple)


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("One. Two! Three? Four", ["One.", " Two!", " Three?", " Four"]),
        ('He said "Stop." Then he left.', ['He said "Stop."', " Then he left."]),
        ("Wait… Go.", ["Wait…", " Go."]),
        ("Version 1.10 is out.", ["Version 1.10 is out."]),
        ("一。二！三", ["一。", "二！", "三"]),
        ("No end", ["No end"]),
        ("See it [@a]. Next.", ["See it [a].", " Next."]),
        ("**Strong. Still** so. End.", ["Strong.", " Still so.", " End."]),
        ("**Strong.** Then not.", ["Strong.", " Then not."]),
    ],
)
def test_a_text_splits_after_each_sentence(words: str, pieces: list[str]) -> None:
    """A sentence ends at its mark and the quotation mark after it, but not inside a number."""
    assert [plain(piece) for piece in sentences(text_of(words))] == pieces


def test_a_sentence_keeps_the_style_of_its_spans() -> None:
    """Strong words stay strong on both sides of a split."""
    assert sentences(text_of("**One. Two**")) == ((Span("One.", strong=True),), (Span(" Two", strong=True),))


def test_an_empty_text_has_no_sentences() -> None:
    """Splitting and joining an empty text both give an empty tuple."""
    assert sentences(()) == ()
    assert joined(()) == ()


@given(texts)
def test_no_character_is_lost_by_splitting(text: tuple[Span, ...]) -> None:
    """The sentences of a text, put together, are the text."""
    assert "".join(plain(piece) for piece in sentences(text)) == plain(text)


@given(texts)
def test_joining_gives_the_text_back_without_space_at_its_ends(text: tuple[Span, ...]) -> None:
    """Every word and its style survive a split and a join."""

    def characters(of: tuple[Span, ...]) -> list[tuple[str, bool, str, str]]:
        return [(c, span.strong, span.url, span.citation) for span in of for c in span.text if not c.isspace()]

    again = joined(sentences(text))
    assert characters(again) == characters(text)
    assert plain(again) == plain(again).strip()


@given(texts)
def test_a_sentence_does_not_split_again(text: tuple[Span, ...]) -> None:
    """Once split off, a sentence is one sentence."""
    assert all(len(sentences(joined([piece]))) <= 1 for piece in sentences(text))


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("Who decides", "Who decides."),
        ("Who decides?", "Who decides?"),
        ("Go!", "Go!"),
        ("St. John’s", "St. John’s."),
        ("Sam Jr.", "Sam Jr."),
        ("What next: “Who decides?”", "What next: “Who decides?”"),
        ("What next: “Power”", "What next: “Power”."),
        ("pens (thick)", "pens (thick)."),
        ("谁决定？", "谁决定？"),
    ],
)
def test_a_full_stop_is_added_only_where_no_mark_ends_the_words(words: str, done: str) -> None:
    """A question keeps its mark, inside quotation marks too, and a second call changes nothing."""
    assert with_full_stop(words) == with_full_stop(with_full_stop(words)) == done
    assert plain(text_with_full_stop((Span(words, strong=True),))) == done
