"""Tests of guides in languages other than English."""

import pytest
from attrs import evolve
from tests.support.guide_reading import NAMES, Guide, W, specimen
from tests.support.office import faults

from coprod_content.brand.load_brand import load_brand
from coprod_content.content.drawing import Drawing, Label
from coprod_content.document.blocks import Bullets, Callout, Figure, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.testing import specimen as every_block
from coprod_guide import render

BRAND = load_brand()
TITLE = {"ar": "عنوان الورشة", "ur": "ورکشاپ کا عنوان", "he": "כותרת הסדנה"}


def _document(language: str) -> Document:
    words = TITLE[language]
    blocks = (
        Paragraph(f"{words} (NHS) 2026."),
        Bullets((words, "By the end:")),
        Callout("say", "Say", (words,)),
        Table(words, (words, "Minutes"), ((words, "20 to 30 minutes"),), (2, 1)),
    )
    return Document(title=words, language=language, sections=(Section(title=words, blocks=blocks),))


@pytest.mark.parametrize("language", TITLE)
def test_right_to_left(language: str) -> None:
    """Every paragraph, table and page of a right-to-left guide is marked as such, and the file is valid."""
    data = render(_document(language), BRAND)
    guide = Guide(data)
    for part in ("word/document.xml", "word/running-header.xml", "word/running-footer.xml"):
        assert guide.find("//w:p", part)
        assert not guide.find("//w:p[not(w:pPr/w:bidi)]", part)
    assert guide.find("//w:tblPr/w:bidiVisual")
    assert guide.find("//w:sectPr/w:bidi")
    assert guide.find("//w:docDefaults//w:bidi", "word/styles.xml")
    assert guide.find("//w:docDefaults//w:lang/@w:bidi", "word/styles.xml") == [language]
    assert guide.find("//w:themeFontLang/@w:bidi", "word/settings.xml") == [language]
    assert not faults(data, ".docx")


def test_a_figure_runs_from_left_to_right_and_its_labels_from_right_to_left() -> None:
    """In a right-to-left paragraph, LibreOffice draws the labels of a figure beside it, or off the page."""
    label = Label(x=1, y=1, width=8, height=4, text=TITLE["ar"], size=2)
    figure = Figure(Drawing(width=10, height=10, shapes=(label,)), TITLE["ar"])
    section = Section(title=TITLE["ar"], blocks=(figure,))
    data = render(Document(title=TITLE["ar"], language="ar", sections=(section,)), BRAND)
    guide = Guide(data)
    assert guide.find("//w:body/w:p[.//w:txbxContent]/w:pPr/w:bidi/@w:val") == ["0"]
    assert guide.find("//w:txbxContent/w:p/w:pPr/w:bidi[not(@w:val)]")
    assert not faults(data, ".docx")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_numbers_of_lists_are_inside_the_text(language: str) -> None:
    """In a right-to-left guide, there is room for a number on both sides of where a list's lines start.

    Word draws it inwards, LibreOffice outwards.
    """
    guide = Guide(render(Document(title=TITLE["ar"], language=language), BRAND))
    for style in guide.find("//w:style[w:pPr/w:numPr and w:pPr/w:ind]", "word/styles.xml"):
        indents = style.find(f"{W}pPr/{W}ind")
        left, hanging = (int(indents.get(f"{W}{name}")) for name in ("left", "hanging"))
        assert (left - hanging >= hanging * 0.6) == (language == "ar")
        (level,) = guide.find(
            f"//w:lvl[w:pStyle/@w:val='{style.get(f'{W}styleId')}']/w:pPr/w:ind", "word/numbering.xml"
        )
        assert dict(level.attrib) == {f"{W}left": str(left), f"{W}hanging": str(hanging)}


@pytest.mark.parametrize("language", TITLE)
def test_runs_by_direction(language: str) -> None:
    """Runs in the document's script run from right to left, and English runs are marked as English."""
    guide = Guide(render(_document(language), BRAND))
    for run in guide.find("//w:r[w:t]"):
        words = "".join(run.itertext())
        if not any(map(str.isalpha, words)):
            continue
        is_english = any("a" <= letter.lower() <= "z" for letter in words)
        assert bool(run.findall("w:rPr/w:rtl", NAMES)) != is_english, words
        assert run.xpath("w:rPr/w:lang/@w:val", namespaces=NAMES) == (["en-GB"] if is_english else []), words
    said = ["".join(paragraph.itertext()).replace("\u200e", "") for paragraph in guide.find("//w:body//w:p")]
    assert "By the end:" in said
    assert f"{TITLE[language]} (NHS) 2026." in said


def test_bars_are_where_lines_start() -> None:
    """The bar beside a callout is on the right in a right-to-left guide."""
    sides = Guide(render(_document("ar"), BRAND)).find("//w:style[@w:styleId='Note']/w:pPr/w:pBdr/*", "word/styles.xml")
    assert [side.tag.rpartition("}")[2] for side in sides] == ["right"]


@pytest.mark.parametrize("document", [specimen(), every_block()])
def test_every_block(document: Document) -> None:
    """No word is lost from a guide in Arabic, Welsh or Japanese, and each is a valid file."""
    plain = Guide(render(evolve(document, language="en-GB"), BRAND)).find("//w:body//w:p")
    expected = ["".join(paragraph.itertext()) for paragraph in plain]
    for language in ("ar", "cy", "ja"):
        data = render(evolve(document, language=language, fixed_phrases=frozenset({"Minutes"})), BRAND)
        found = Guide(data).find("//w:body//w:p")
        assert ["".join(paragraph.itertext()).replace("\u200e", "") for paragraph in found] == expected
        assert not faults(data, ".docx")


def test_english_is_left_alone() -> None:
    """In an English guide, only a paragraph that begins in Arabic runs from right to left."""
    section = Section(title="Words", blocks=(Paragraph("مرحبا NHS"), Paragraph("Say مرحبا now.")))
    guide = Guide(render(Document(title="T", language="en-GB", sections=(section,)), BRAND))
    (paragraph,) = guide.find("//w:p[w:pPr/w:bidi]")
    assert "".join(paragraph.itertext()) == "مرحبا NHS"
    assert ["".join(run.itertext()) for run in guide.find("//w:r[w:rPr/w:rtl]")] == ["مرحبا", " ", "مرحبا"]
    assert [str(tag) for tag in guide.find("//w:lang/@w:bidi")] == ["ar", "ar"]
    assert not guide.find("//w:tblPr/w:bidiVisual | //w:sectPr/w:bidi | //w:lang/@w:val")


def test_japanese() -> None:
    """In a Japanese guide, the East Asian language is Japanese too, and English is marked."""
    section = Section(title="NHSについて", blocks=(Paragraph("患者と家族"),))
    guide = Guide(render(Document(title="題", language="ja", sections=(section,)), BRAND))
    assert guide.find("//w:docDefaults//w:lang/@w:eastAsia", "word/styles.xml") == ["ja"]
    assert ["".join(run.itertext()) for run in guide.find("//w:r[w:rPr/w:lang]")] == ["NHS"]
