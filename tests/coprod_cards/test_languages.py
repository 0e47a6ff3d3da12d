"""Tests of cards in languages other than English."""

import io
from itertools import groupby
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.support.cards_reading import Reading
from tests.support.cards_rendered import rendered_pdf

from coprod_cards import for_printer, to_read
from coprod_cards.fonts import families, word_fonts
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import card_geometry
from coprod_cards.layout.text_runs import TextSetter
from coprod_cards.pdf.glyph_text import text_of_page
from coprod_cards.rendering import print_shop_imposition
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

BRAND = load_brand()
NAMES = families(BRAND)
WELSH = "Y gŵr a'r ŷd yn y tŷ, a siŵr iawn."


def _card(language: str, words: str) -> Document:
    back = Section(title=words, role="card-back", blocks=(Paragraph(words), Bullets((words, "By the end:"))))
    front = Section(title=words, role="card-front", label="Step 1", sections=(back,))
    return Document(title=words, language=language, imprint=words, sections=(front,))


def _setter(language: str) -> TextSetter:
    frame = frames_of(BRAND, card_geometry(print_shop_imposition(BRAND).stock, BRAND.cards)).plain
    return TextSetter(frame.metrics, NAMES, language)


def test_whole_words_in_one_font() -> None:
    """A Welsh word with a letter that the usual font lacks is drawn in one other font, but its neighbours are not."""
    fonts = dict(zip(WELSH.split(), _fonts_of_words(WELSH), strict=True))
    assert {word for word, font in fonts.items() if font == {""}} == {"Y", "a'r", "yn", "y", "a", "iawn."}
    assert all(len(font) == 1 for font in fonts.values())


def _fonts_of_words(words: str) -> list[set[str]]:
    found = iter(word_fonts(words, NAMES))
    pairs = [(character, next(found)) for character in words]
    groups = groupby(pairs, key=lambda pair: pair[0] == " ")
    return [{font for _, font in group} for is_space, group in groups if not is_space]


@pytest.mark.parametrize("words", [WELSH, "Ko te w\u0302a\u0304hi", "Zażółć gęślą jaźń", "Đường phố"])
def test_the_words_of_a_pdf_can_be_read(words: str, tmp_path: Path) -> None:
    """The words of a card are in its PDF, letter by letter, and none is replaced."""
    runs = _setter("cy").runs(verbatim(words), 80, TextStyle(12))
    assert "\ufffd" not in "".join(piece for run in runs for piece in run.pieces)
    rendered_pdf(for_printer, _card("cy", words), BRAND)


def test_accents_are_composed() -> None:
    """A letter and an accent typed as two characters are drawn as one."""
    (run,) = _setter("cy").runs(verbatim("w\u0302"), 80, TextStyle(12))
    assert run.pieces == ("\u0175",)


def test_english_words(tmp_path: Path) -> None:
    """English words on an Arabic card are marked as English, and the file runs from right to left."""
    runs = _setter("ar").runs(verbatim("\u0645\u0631\u062d\u0628\u0627 NHS."), 80, TextStyle(12))
    assert [(run.language, "NHS" in "".join(run.pieces)) for run in runs if "".join(run.pieces).strip()][:2] == [
        ("", False),
        ("en-GB", True),
    ]
    for renderer in (for_printer, to_read):
        reading = Reading(rendered_pdf(renderer, _card("ar", "\u0645\u0631\u062d\u0628\u0627"), BRAND), tmp_path)
        assert str(reading.pdf.Root.Lang) == "ar"
        assert any(str(element.get("/Lang", "")) == "en-GB" for element in reading.elements())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("yo", "k\u1ecd\u0301k\u1ecd\u0301 \u1ecd\u0300r\u1ecd\u0300"),
        ("ar", "بيت"),
        ("ar", "نتحدث"),
        ("ar", "ممكن"),
        ("ar", "تُتخذ"),
        ("fa", "پچژگ"),
    ],
)
def test_each_letter_is_read_once(language: str, words: str) -> None:
    """A letter that is drawn with several glyphs, such as one with dots or accents, is read only once."""
    reader = PdfReader(io.BytesIO(to_read.render(_card(language, words), BRAND)))
    read = text_of_page(reader.pages[0], reader)
    assert words in read or words in "".join(reversed(read))
