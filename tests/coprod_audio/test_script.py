"""A document is read out in its order, with everything that people see in words."""

import re

import pytest
from attrs import evolve

from coprod_audio.rendering import spoken_faults
from coprod_audio.script import script
from coprod_audio.spoken_blocks import SHORT, TO_ANSWER, SpokenPassage, spoken_blocks
from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.document import blocks
from coprod_content.document.document import Document, Section, words_of
from coprod_content.document.fill_in import FillIn
from coprod_content.editions import compose
from coprod_content.editions.identity import identified
from coprod_content.testing import specimen
from coprod_content.text.spans import text_of

TABLE = blocks.Table(
    "Times", ("Time", "What"), ((text_of("10:00"), text_of("Welcome")), (text_of("10:30"), text_of("–"))), (1, 1)
)


def said(*several: blocks.Block) -> list[str]:
    """Return what is said of blocks."""
    return [f"{each.lead} {each.words}".strip() for each in spoken_blocks(several)]


def document(*several: blocks.Block, language: str = "en-GB") -> Document:
    """Return a document with one section."""
    return Document(title="A paper", language=language, sections=(Section(title="One part", blocks=several),))


@pytest.mark.parametrize(
    ("block", "words"),
    [
        (blocks.Paragraph(text_of("Ask **first** [@egan2020]. Then *wait*")), ["Ask first. Then wait."]),
        (blocks.Paragraph(text_of("See [the guide](https://example.org/a).")), ["See the guide."]),
        (blocks.Paragraph("Stop.", "say"), ["Say aloud: Stop."]),
        (blocks.Bullets(("Pens", "Paper;"), "number", start=3), ["3. Pens.", "4. Paper."]),
        (blocks.Bullets(("Pens",), "check"), ["To tick off:", "Pens."]),
        (
            blocks.Facts("At a glance", (blocks.Fact("Time", text_of("20 minutes")),)),
            ["At a glance.", "Time: 20 minutes."],
        ),
        (TABLE, ["Table: Times.", "Time: 10:00. What: Welcome.", "Time: 10:30."]),
        (blocks.Callout("access", "Access", ("Ask.",)), ["Access.", "Ask."]),
        (blocks.Writing("What helps?", 3), ["Question: What helps?"]),
        (blocks.Signpost("The standard", "https://example.org"), ["Link: The standard."]),
        (FillIn("Name", required=True), ["Question: Name.", "An answer is needed."]),
        (FillIn("Name", answer="Jo"), ["Question: Name.", "Already filled in: Jo."]),
        (
            FillIn("Can you hear?", "choice", options=("Yes", "No")),
            ["Question: Can you hear?", "Choose one.", "The answers are:", "Yes.", "No."],
        ),
        (
            FillIn("Costs", "table", options=("Day", "Amount")),
            ["Question: Costs.", "There are empty rows to fill in, for:", "Day.", "Amount."],
        ),
    ],
)
def test_each_block_is_said_in_words(block: blocks.Block, words: list[str]) -> None:
    """Tables are sentences, fields are questions, links are their words, and citations are silent."""
    assert said(block) == words


def test_pictures_are_said_by_their_alternative_text() -> None:
    """Words in a picture follow, unless its alternative text contains them."""
    figures = [
        block for _, section in specimen().walk() for block in section.blocks if isinstance(block, blocks.Figure)
    ]
    assert said(figures[0])[:2] == [
        "Picture: A rectangle and a circle, joined by a line.",
        "Words in the picture: A label.",
    ]
    assert said(evolve(figures[0], alt="A label beside a circle.", caption=())) == ["Picture: A label beside a circle."]


def test_questions_leave_time_to_answer() -> None:
    """The pause after the last words about a question is longer than that between the points of a list."""
    *_, last = spoken_blocks((FillIn("Can you hear?", "choice", options=("Yes", "No")),))
    assert last == SpokenPassage("No.", TO_ANSWER)
    assert next(iter(spoken_blocks((blocks.Bullets(("One", "Two")),)))).pause == SHORT


def test_no_word_of_a_document_is_lost(library: Library) -> None:
    """Everything that other renderers show is said, except citations, addresses and how to tick."""
    for made in (specimen("Some words"), compose("handouts", library, ("first-steps",))):
        passages = (passage for chapter in script(made, "a voice") for passage in chapter.passages)
        spoken = letters(" ".join(f"{each.lead} {each.words}" for each in passages))
        written = re.sub(r"\[\d+\]| \((tick|please|choose)[^)]*\)|https?://\S+", "", "\n".join(words_of(made)))
        assert [word for word in written.split() if letters(word) not in spoken] == []


def letters(words: str) -> str:
    """Return letters and digits alone, in lower case."""
    return "".join(filter(str.isalnum, words.casefold()))


def test_each_section_is_a_chapter(library: Library, brand: Brand) -> None:
    """The title comes first, the sides of a card are one chapter, and the end says who speaks and made it."""
    handouts = identified(compose("handouts", library, ("first-steps",)), brand, library)
    titles = [chapter.title for chapter in script(handouts, "a voice")]
    assert titles == [handouts.title, *(section.title for section in handouts.sections), "About this recording"]
    cards = script(compose("postcards", library, ("first-steps",)), "a voice")
    assert len(cards) == 24 + 2
    assert cards[-1].passages[-1].lead == "This recording was spoken by a voice."
    sections = tuple(Section(title=f"Part {at}", sections=(Section(title="More"),)) for at in range(200))
    assert len(script(Document(title="Long", language="en", sections=sections), "a voice")) == 202


def test_what_cannot_be_spoken_is_reported(library: Library, brand: Brand) -> None:
    """A language without a voice, no words, foreign signs and an hour of speech each get one line."""
    sound = document(blocks.Paragraph("Zażółć, ŵyr & co. – 20 °C"))
    assert spoken_faults(sound, brand) == ()
    (arabic,) = spoken_faults(document(blocks.Paragraph("We say مرحبا and 👍 here.")), brand)
    assert (arabic.code, arabic.words, arabic.heading) == ("unspoken", "مرحبا", "One part")
    assert arabic.what == "the voice cannot say the characters in 'مرحبا' and '👍', and leaves them out."
    (three,) = spoken_faults(document(blocks.Paragraph("We say مرحبا, 👍 and 你好 here.")), brand)
    assert three.what == "the voice cannot say the characters in 'مرحبا', '👍' and 1 more word, and leaves them out."
    assert spoken_faults(evolve(document(blocks.Paragraph("Yes 👍")), sayings=(("👍", "thumbs up"),)), brand) == ()
    (welsh,) = spoken_faults(evolve(sound, language="cy"), brand)
    assert welsh.code == "no-voice"
    assert [each.code for each in spoken_faults(document(), brand)] == ["no-words"]
    (long,) = spoken_faults(document(blocks.Paragraph("word " * 9_300)), brand)
    assert long.what == "the audio of 'A paper' lasts about 62 minutes and takes up about 19 MB."
    assert spoken_faults(compose("glossary", library), brand) == ()
