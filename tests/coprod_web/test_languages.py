"""Tests of web pages in languages other than English."""

import re

from attrs import evolve
from lxml import html

from coprod_content.brand.load_brand import load_brand
from coprod_content.document.blocks import Bullets, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.testing import specimen
from coprod_web import renderer

BRAND = load_brand()


def _page(language: str, words: str) -> html.HtmlElement:
    blocks = (Paragraph(f"{words} <b> & NHS"), Bullets(("By the end:",)))
    sections = tuple(Section(title=f"{words} {number}", blocks=blocks) for number in range(1, 7))
    document = Document(title=words, language=language, sections=sections, fixed_phrases=frozenset({"By the end"}))
    return html.fromstring(renderer.render(document, BRAND).decode())


def test_english_words() -> None:
    """On an Arabic page, English words are marked as English and left-to-right, and other words are not."""
    page = _page("ar", "مرحبا")
    marked = {(part.text, part.get("dir")) for part in page.iter("span") if part.get("lang") == "en-GB"}
    words = ("Skip to the content", "Contents", "By the end:", "b> & NHS")
    assert marked == {(said, "ltr") for said in words}
    assert page.get("dir") == "rtl"
    assert "مرحبا <b> & NHS" in [paragraph.text_content().strip() for paragraph in page.iter("p")]


def test_words_in_a_third_script() -> None:
    """Arabic in an English page is marked as Arabic, and spaces beside marked words are outside the marks."""
    paragraph = next(_page("en-GB", "مرحبا and").iter("p"))
    assert paragraph.get("dir") == "rtl", "or else, a full stop and numbers are on the wrong side"
    (mark,) = paragraph.iter("span")
    assert mark.get("lang") == "ar"
    assert (mark.text, mark.get("dir"), mark.tail) == ("مرحبا", "rtl", " and <b> & NHS")
    assert next(_page("en-GB", "And مرحبا").iter("p")).get("dir") is None


def test_welsh() -> None:
    """In a Welsh page, the wording that coprod adds is English, and the text is not."""
    page = _page("cy", "Croeso")
    marked = {part.text for part in page.iter("span") if part.get("lang") == "en-GB"}
    assert marked == {"Skip to the content", "Contents", "By the end:"}
    assert page.get("dir") == "ltr"


def test_no_word_is_lost() -> None:
    """A page in another language has the same text as one in English, and the same pictures."""
    pages = [
        html.fromstring(renderer.render(evolve(specimen(), language=language), BRAND).decode()).find("body")
        for language in ("en-GB", "ar", "cy")
    ]
    texts = [re.sub(r"\s+", " ", page.text_content()) for page in pages]
    assert texts[0] == texts[1] == texts[2]
    assert len({len(list(page.iter("svg"))) for page in pages}) == 1
