"""Curly quotation marks: where they are made, and where not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content import Library
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Paragraph, Signpost
from coprod_content.document.document import Document, Section, words_of
from coprod_content.document.typography import with_curly_quotes
from coprod_content.editions import compose
from coprod_content.editions.identity import identified
from coprod_content.text.quotation_marks import curly, straight
from coprod_content.text.spans import text_of


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("She said: \"It's 'fine'.\"", "She said: “It’s ‘fine’.”"),
        ("the carers' view in the '90s", "the carers’ view in the ’90s"),
        ('("Why?" and "…so")', "(“Why?” and “…so”)"),
        ('"Where are we?"', "“Where are we?”"),
        ("a hands-on 'what if'", "a hands-on ‘what if’"),
    ],
)
def test_each_mark_fits_its_place(typed: str, printed: str) -> None:
    """Opening marks come before a word, apostrophes and closing marks after one."""
    assert curly(typed) == printed


@given(st.text())
def test_only_the_marks_change(words: str) -> None:
    """No character is added or lost, and no straight mark is left."""
    assert len(curly(words)) == len(words)
    assert straight(curly(words)) == straight(words)
    assert not {'"', "'"} & set(curly(words))


def test_marks_around_other_styles_fit_the_whole_text() -> None:
    """A mark after bold words or a link is chosen by what comes before it. Addresses stay as they are."""
    section = Section(
        title="What's said",
        items=("it's",),
        blocks=(
            Paragraph(text_of('He said "**no**" to ["it"](https://a.org/it\'s)\'s end [@egan2020].')),
            Signpost("Open 'it'", "https://a.org/'it'"),
        ),
    )
    document = Document(title="It's", language="en-GB", sections=(section,))
    made = with_curly_quotes(document).sections[0]
    (paragraph, link) = made.blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(link, Signpost)
    assert (made.title, made.items) == ("What’s said", ("it's",))
    assert "".join(span.text for span in paragraph.text).startswith("He said “no” to “it”’s end ")
    assert [span.url for span in paragraph.text if span.url] == ["https://a.org/it's"]
    assert (link.label, link.url) == ("Open ‘it’", "https://a.org/'it'")


def test_other_languages_keep_the_marks_that_were_typed() -> None:
    """German, French and Polish each have other marks."""
    document = Document(title='"Hallo"', language="de", sections=())
    assert with_curly_quotes(document) == document


@pytest.mark.parametrize(
    ("edition", "select"), [("facilitator-guide", "first-steps"), ("glossary", ""), ("forms", "consent-form")]
)
def test_no_straight_mark_is_printed(edition: str, select: str, library: Library) -> None:
    """What a renderer gets has one kind of mark, whether the words come from content or from code."""
    document = identified(compose(edition, library, (select,) if select else ()), load_brand(), library)
    assert [words for words in words_of(document) if '"' in words or "'" in words] == []
