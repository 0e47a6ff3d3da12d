"""Faults of text that does not fit: the words, the place and what to do."""

import pytest
from attrs import asdict, evolve, frozen
from tests.coprod_content.layout.test_frames import FRAME, LINE

from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Section, ShorterVersion
from coprod_content.findings.fault import Fault
from coprod_content.layout.frames import Frame
from coprod_content.layout.text_faults import broken_words, left_out, too_long
from coprod_content.text.spans import text_of, verbatim

SECTION = Section(
    title="Who decides?",
    label="Cards",
    blocks=(Paragraph(text_of("Ask *everyone*.")), Bullets((verbatim("A much longer entry"), verbatim("Last")))),
)
FIX = "Shorten it, or write it as several sentences so that it can be split."


def fault(code: str, words: str, what: str, fix: str = "") -> Fault:
    return Fault(code=code, spot="Who decides?", heading="Who decides?", words=words, what=what, fix=fix)


@frozen(kw_only=True)
class Breaking(Frame):
    """A frame in which one word is wider than its line."""

    word: str = ""

    def broken_word(self, section: Section) -> str:
        return self.word


@pytest.mark.parametrize(
    ("word", "words", "quoted"),
    [
        ("everyone", "Ask everyone.", "everyone"),
        ("decides?", "Who decides?", "decides?"),
        ("Last", "Last", "Last"),
        ("x" * 60, "x" * 60, "x" * 60),
        ("x" * 61, "x" * 61, "x" * 60 + "…"),
    ],
)
def test_a_word_wider_than_its_line_is_quoted_with_its_text(word: str, words: str, quoted: str) -> None:
    """At most 60 letters are quoted. The text with the word leads to the content."""
    frame = Breaking(**asdict(FRAME, recurse=False), word=word)
    what = f"'{quoted}' is wider than a line of the card, even in the smallest type."
    assert list(broken_words(SECTION, frame)) == [fault("broken-word", words, what)]
    assert list(broken_words(SECTION, FRAME)) == []


def test_a_shorter_version_reports_the_longest_text_that_it_omits() -> None:
    """Text that is still there is not reported, and if all is there, no text is."""
    what = "the card has no room for its list."
    shorter = ShorterVersion(omits="its list", blocks=SECTION.blocks[:1])
    assert left_out(SECTION, shorter) == fault("left-out", "A much longer entry", what)
    assert left_out(SECTION, evolve(shorter, blocks=SECTION.blocks)) == fault("left-out", "", what)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"height": 3 * LINE + 5}, []),
        (
            {"height": 2 * LINE + 5},
            [("A much longer entry", "the text is about 1 word too long: 'A much longer entry'.")],
        ),
        ({"height": 0.0}, [("A much longer entry", "the text is about 4 words too long: 'A much longer entry'.")]),
        ({"height": -9.0}, [("A much longer entry", "the text is about 4 words too long: 'A much longer entry'.")]),
        ({"title_height": LINE / 2}, [("Who decides?", "the title is about 1 word too long: 'Who decides?'.")]),
    ],
)
def test_text_that_does_not_fit_is_reported_with_the_number_of_words(
    changes: dict[str, float], expected: list[tuple[str, str]]
) -> None:
    """The title, the label and the longest text are quoted, with how much is too much."""
    found = list(too_long(SECTION, [(SECTION, evolve(FRAME, **changes))]))
    fixes = [FIX if what.startswith("the text") else "Shorten it." for _, what in expected]
    assert found == [fault("does-not-fit", *each, fix) for each, fix in zip(expected, fixes, strict=True)]


def test_a_label_that_does_not_fit_is_reported_for_all_parts() -> None:
    """The narrowest frame counts for the label. The last part with too long a title counts for the title."""
    section = evolve(SECTION, label="One two three four five", blocks=())
    wide = FRAME.metrics.width(section.label, FRAME.label)
    parts = [(section, FRAME), (section, evolve(FRAME, title_width=wide / 2))]
    (found,) = too_long(section, parts)
    assert (found.words, found.what) == (
        "One two three four five",
        "the label is about 3 words too long: 'One two three four five'.",
    )
    first, second = (evolve(SECTION, title=f"Who decides? ({n} of 2)", blocks=()) for n in (1, 2))
    low = evolve(FRAME, title_height=LINE / 2)
    assert [each.words for each in too_long(SECTION, [(first, low), (second, low)])] == ["Who decides? (2 of 2)"]
    assert [each.words for each in too_long(SECTION, [(first, low), (second, FRAME)])] == ["Who decides? (1 of 2)"]
    long = evolve(SECTION, blocks=(Paragraph(verbatim("long " * 30 + "end")),))
    (found,) = too_long(SECTION, [(long, evolve(FRAME, height=LINE / 2))])
    assert found.what.endswith(f"too long: '{('long ' * 30)[:60]}…'.")
