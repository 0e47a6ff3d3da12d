"""If a wide font makes text too long, it is set smaller, wrapped or moved before it is refused."""

import pytest
from attrs import evolve
from tests.support.slides_reading import MM, Deck, rendered

from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.fit import fit
from coprod_content.text.spans import verbatim
from coprod_slides import slide_frames

BRAND = load_brand()
VERDANA = evolve(BRAND, fonts=evolve(BRAND.fonts, office="Verdana"))
LONG = "10:45 to 11:05 · Tool: Alone, in twos, in fours, all together, and then a last time alone"
WRAPS = ("divider", "agenda", "glance", "activity", "step", "question", "card-front", "figure", "evidence", "break",
         "references", "credits", "")  # fmt: skip


def document(**section: object) -> Document:
    return Document(title="T", language="en", sections=(Section(**{"title": "A title", **section}),))  # type: ignore[arg-type]


@pytest.mark.parametrize("role", WRAPS)
def test_a_long_label_takes_room_from_the_title(role: str) -> None:
    """A label of several lines is above the title, and both are complete."""
    made = document(role=role, label=LONG, blocks=(Paragraph(verbatim("Words.")),))
    assert fit(made, slide_frames(VERDANA)).findings == ()
    (slide,) = Deck(rendered(made, VERDANA)).slides()
    title, label = slide.shapes.title, next(each for each in slide.placeholders if each.name.startswith("Label"))
    assert label.text_frame.text == LONG
    assert (label.top + label.height) / MM <= title.top / MM + 0.01
    line = slide_frames(VERDANA).of(made.sections[0]).label.line_mm
    assert label.height / MM >= 2 * line - 0.01 or label.width / MM > 250


@pytest.mark.parametrize("block", [Paragraph(verbatim("word " * 130)), Bullets((verbatim("word " * 130),))])
def test_a_sentence_too_long_for_a_slide_is_set_smaller(block: Paragraph | Bullets) -> None:
    """A sentence that cannot be split is set in the largest size that fits, at least the size of labels."""
    fitted = fit(document(blocks=(block,)), slide_frames(VERDANA))
    assert fitted.findings == ()
    size = slide_frames(VERDANA).of(fitted.document.sections[0]).body.size
    assert BRAND.slides.small <= size < BRAND.slides.body
    longer = Paragraph(verbatim("word " * 400))
    (finding,) = fit(document(blocks=(longer,)), slide_frames(VERDANA)).findings
    assert finding.what.startswith("the text is about ")


def test_several_sentences_are_split_and_not_set_smaller() -> None:
    """Text that can be split keeps its size."""
    fitted = fit(document(blocks=(Paragraph(verbatim("A sentence of words. " * 80)),)), slide_frames(VERDANA))
    assert len(fitted.document.sections) > 1
    assert {slide_frames(VERDANA).of(each).body.size for each in fitted.document.sections} <= {24, 26, 28, 30, 34}


def test_a_long_imprint_is_on_two_lines_or_in_the_credits() -> None:
    """An imprint of two lines is on the cover, clear of the text above. A longer one is in the credits."""
    cover = Section(title="A title", role="cover", blocks=(Paragraph(verbatim("word " * 40)),))
    for words, on_cover in (("An imprint of some words. " * 3, True), ("An imprint of some words. " * 9, False)):
        made = Document(title="T", language="en", imprint=words.strip(), sections=(cover,))
        first, *others = Deck(rendered(made, VERDANA)).slides()
        shown = [each for each in first.placeholders if each.name.startswith("Imprint")]
        assert bool(shown) is on_cover
        assert not any(each.top < first.placeholders[1].top + first.placeholders[1].height for each in shown)
        assert any(words.strip() in each.text_frame.text for slide in (first, *others) for each in slide.placeholders)
