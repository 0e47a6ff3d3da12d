"""Decks in other languages run in the right direction, and mark English words as English."""

import pytest
from attrs import evolve
from tests.support.office import faults
from tests.support.slides_reading import NAMES, Deck, rendered, workshop

from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Drawing, Label
from coprod_content.document.blocks import Bullets, Fact, Facts, Figure, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.testing import specimen as every_block

ARABIC = "عنوان الورشة"


def _document(language: str, words: str) -> Document:
    drawing = Drawing(
        width=100, height=50, shapes=(Label(text=words, x=0, y=0, width=60, height=20, size=8, align="left"),)
    )
    blocks = (
        Paragraph(words),
        Bullets((words, "By the end:")),
        Facts(words, (Fact("Time", "20 minutes"), Fact("People", words))),
    )
    sections = (
        Section(title=f"{words} (1 of 2)", blocks=blocks, notes=(Paragraph(words),), minutes=10),
        Section(title="Minutes", blocks=(Table(words, (words, "Minutes"), ((words, "5"),), (2, 1)),)),
        Section(title=words, role="figure", blocks=(Figure(drawing, "Two circles"),)),
        Section(title="Why?", role="activity", label="Step 1", blocks=(Paragraph(words, "say"),), minutes=5),
    )
    return Document(title=words, language=language, imprint=words, sections=sections)


def _lefts(deck: Deck, name: str) -> list[tuple[int, int]]:
    """Return the left edge and width of each shape whose name starts with a word, on slides and their layouts."""
    shapes = [
        *(shape for slide in deck.slides() for shape in slide.shapes),
        *(shape for slide in deck.slides() for shape in slide.slide_layout.shapes),
    ]
    return [(shape.left, shape.width) for shape in shapes if shape.name.startswith(name)]


@pytest.mark.parametrize("language", ["ar", "he-IL", "ur"])
def test_right_to_left(language: str, brand: Brand) -> None:
    """Every paragraph, table and list style of a right-to-left deck is marked as such, and the file is valid."""
    data = rendered(_document(language, ARABIC), brand)
    deck = Deck(data)
    for name in deck.names(r"ppt/(slides|notesSlides)/[^/]+\.xml$"):
        for paragraph in deck.part(name).iterfind(".//a:p", NAMES):
            assert paragraph.find("a:pPr", NAMES).get("rtl") == "1"
    for name in deck.names(r"ppt/(slideLayouts|slideMasters|notesMasters)/[^/]+\.xml$|ppt/presentation.xml"):
        for level in deck.part(name).xpath("//a:lvl1pPr", namespaces=NAMES):
            assert level.get("rtl") == "1", name
    assert deck.find("//a:tblPr[@rtl='1']")
    assert not faults(data, ".pptx")


def test_sides(brand: Brand) -> None:
    """The shapes in a right-to-left deck are on the opposite sides of the slides."""
    english, arabic = (Deck(rendered(_document(language, ARABIC), brand)) for language in ("en-GB", "ar"))
    for name in ("Title", "Minutes", "Decoration", "Text", "Slide number"):
        here, there = _lefts(english, name), _lefts(arabic, name)
        assert here
        assert [(12_192_000 - left - width, width) for left, width in here] == there


def test_figures(brand: Brand) -> None:
    """A figure is not mirrored: its labels keep their positions and alignment."""
    label = "//p:grpSp//p:sp[starts-with(p:nvSpPr/p:cNvPr/@name, 'Label')]"
    english, arabic = (Deck(rendered(_document(language, ARABIC), brand)) for language in ("en-GB", "ar"))
    for path in (f"{label}//a:off/@x", f"{label}//a:xfrm/a:ext/@cx", "//p:grpSp/p:grpSpPr/a:xfrm/a:chOff/@x"):
        assert english.find(path) == arabic.find(path) != []
    assert arabic.find(f"{label}//a:pPr/@algn") == ["l"]


@pytest.mark.parametrize(("language", "words"), [("ar", ARABIC), ("cy", "Croeso"), ("ja", "患者")])
def test_languages_of_runs(language: str, words: str, brand: Brand) -> None:
    """English words on slides are marked as English, and all others have the language of the deck."""
    fixed = frozenset({"By the end", "Time", "People", "Minutes", "Why", "# of #", "# minutes", "Step #"})
    deck = Deck(rendered(evolve(_document(language, words), fixed_phrases=fixed), brand))
    for run in deck.find("//a:r"):
        text = run.findtext("a:t", namespaces=NAMES)
        if any(map(str.isalpha, text)):
            assert run.find("a:rPr", NAMES).get("lang") == (language if words in text else "en-GB"), text
    said = " ".join(deck.words(0).replace("\u200e", "").split())
    for piece in (f"{words} (1 of 2)", "By the end:", "20 minutes"):
        assert piece in said


@pytest.mark.thorough
def test_every_block(brand: Brand) -> None:
    """No word is lost from a deck in another language, and it is a valid file."""
    for document in (workshop(), every_block()):
        expected = Deck(rendered(document, brand))
        for language in ("ar", "cy"):
            data = rendered(evolve(document, language=language), brand)
            deck = Deck(data)
            found = [deck.words(at).replace("\u200e", "") for at in range(len(deck.trees()))]
            assert found == [expected.words(at) for at in range(len(expected.trees()))]
            assert not faults(data, ".pptx")


def test_a_paragraph_in_an_english_deck(brand: Brand) -> None:
    """In an English deck, only a paragraph that begins in Arabic runs from right to left."""
    section = Section(title="Words", blocks=(Paragraph(f"{ARABIC} NHS"), Paragraph(f"Say {ARABIC} now.")))
    deck = Deck(rendered(Document(title="T", language="en-GB", sections=(section,)), brand))
    (paragraph,) = deck.find("//a:p[a:pPr/@rtl='1']")
    assert paragraph.find("a:pPr", NAMES).get("algn") == "r"
    assert "".join(paragraph.itertext()) == f"{ARABIC} NHS"
