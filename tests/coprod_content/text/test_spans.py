"""Inline Markdown of one paragraph becomes spans, and everything else stays plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.text.spans import Span, one_line, plain, strong, text_of, verbatim


@pytest.mark.parametrize(
    ("markdown", "spans"),
    [
        ("Plain words.", (Span("Plain words."),)),
        ("A **strong** word", (Span("A "), Span("strong", strong=True), Span(" word"))),
        ("An *easy* word", (Span("An "), Span("easy", emphasis=True), Span(" word"))),
        ("**a *b* c**", (Span("a ", strong=True), Span("b", strong=True, emphasis=True), Span(" c", strong=True))),
        ("[here](https://example.org/a_b_c)", (Span("here", url="https://example.org/a_b_c"),)),
        ("[**a** b](tel:123)", (Span("a", strong=True, url="tel:123"), Span(" b", url="tel:123"))),
        ("So [@egan2020].", (Span("So "), Span("egan2020", citation="egan2020"), Span("."))),
        ("[@a_b-c_d]", (Span("a_b-c_d", citation="a_b-c_d"),)),
        ("[@a] [@b]", (Span("a", citation="a"), Span(" "), Span("b", citation="b"))),
        ("**[@a]**", (Span("a", strong=True, citation="a"),)),
    ],
)
def test_markup_becomes_spans(markdown: str, spans: tuple[Span, ...]) -> None:
    """Strong words, emphasis, links and citations are read, alone and inside each other."""
    assert text_of(markdown) == spans


@pytest.mark.parametrize(
    "words",
    ["# no heading", "- no list", "> no quote", "1. no number", "`no code`", "<b>no tag</b>", "![no](picture", "a | b",
     "snake_case_name", "2 * 3 * 4", "2*3*4", "x**2 + y**2", "5* hotels and 4* hotels", '"*" and "*"', "(*) and (*)",
     "Patient*innen und Ärzt*innen", "* one", "**", "****", "**open", "shut**", "___ and ___", "_a_ __b__",
     r"\*no\*", r"\[@key]", r"\[a](https://example.org)", r"a \\ b", r"C:\*", "&amp;&lt;", "&times; &#x200b;",
     "[a] (https://example.org)", "[a](https://example.org/ b)", '[a](https://example.org "title")',
     "a]b[c", "<https://example.org>", "[x][y]", "R&D", "AT&T;", "100 %"],
)  # fmt: skip
def test_everything_else_is_plain_text(words: str) -> None:
    """Other marks of Markdown stay as they were written."""
    assert text_of(words) == (Span(words),)


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("这是**重要**的", "重要"),
        ("**“重要”**的", "“重要”"),
        ("大切なのは**「共同」**です", "「共同」"),
        ("これは**（強調）**。", "（強調）"),
        ("서비스**와** 사람", "와"),
        ("สิ่ง**สำคัญ**มาก", "สำคัญ"),
        ("co**prod**uction", "prod"),
        ('"**Now**"', "Now"),
        ("Wait,**now**", "now"),
    ],
)
def test_strong_words_need_no_space_around_them(markdown: str, words: str) -> None:
    """Scripts without spaces, their punctuation, and parts of words can be strong, and no star is left."""
    assert [span.text for span in text_of(markdown) if span.strong] == [words]
    assert "*" not in plain(text_of(markdown))


def test_emphasis_begins_and_ends_at_the_edge_of_a_word() -> None:
    """Punctuation is an edge, in any script. A letter or digit is not."""
    assert text_of("(*a*), “*b*”.")[1::2] == (Span("a", emphasis=True), Span("b", emphasis=True))
    assert text_of("これは*（強調）*。")[1] == Span("（強調）", emphasis=True)
    assert text_of("a*b*c *d*e") == (Span("a*b*c *d*e"),)


def test_an_address_keeps_every_character() -> None:
    """Brackets, entities and backslashes in an address are part of it."""
    address = r"https://example.org/a_(b)?c=1&copy=2&amp;d=\*"
    assert text_of(f"[words]({address})") == (Span("words", url=address),)


def test_a_link_without_words_shows_its_address() -> None:
    """A link is not lost when its words are missing."""
    assert text_of("[](https://example.org)") == (Span("https://example.org", url="https://example.org"),)


def test_a_link_without_an_address_still_counts_as_one() -> None:
    """`[words]()` is a link, so the check of links can refuse it."""
    assert text_of("[words]()") == (Span("words", url=" "),)


def test_line_ends_and_runs_of_spaces_become_one_space() -> None:
    """Folded YAML and hand-wrapped lines read alike. No-break spaces stay."""
    assert text_of("  One\n two\t three \r\n") == (Span("One two three"),)
    assert text_of("10\u00a0km *a\nb*") == (Span("10\u00a0km "), Span("a b", emphasis=True))
    assert one_line("\u3000a \u2009 b\n") == "\u3000a \u2009 b"


def test_plain_puts_citations_in_brackets() -> None:
    """The plain words of a text show its citations."""
    assert (
        plain(text_of("It **helps** [@egan2020], [they say](https://example.org).")) == "It helps [egan2020], they say."
    )


def test_verbatim_and_strong_read_no_markdown() -> None:
    """Titles and labels are not changed."""
    assert verbatim("*a*") == (Span("*a*"),)
    assert strong("*a*") == (Span("*a*", strong=True),)


@given(st.text(st.characters(exclude_characters="*[")))
def test_text_without_marks_is_itself(words: str) -> None:
    """Any text without marks comes back whole, as one line."""
    assert plain(text_of(words)) == one_line(words)


@given(st.text("ab*_[]()\\&@ !", max_size=30))
def test_marks_in_any_order_never_fail_and_lose_no_letter(words: str) -> None:
    """Broken markup is text, and no letter outside an address is lost."""
    spans = text_of(words)
    said = "".join(span.text + span.url for span in spans)
    assert sum(map(said.count, "ab")) >= sum(map(words.count, "ab"))
    assert all(span.text for span in spans if span.url or span.citation)
