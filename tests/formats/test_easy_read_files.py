"""Files of simple words with pictures: type, positions and reading order."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from tests.support.guide_reading import NAMES, Guide, W, words_in
from tests.support.libreoffice import printed
from tests.support.slides_reading import Deck

from coprod_cards import for_long_edge, for_printer, for_short_edge
from coprod_content import Library
from coprod_content.brand.easy_read_sizes import with_easy_read_sizes
from coprod_content.brand.load_brand import load_brand
from coprod_content.checks.easy_read import easy_read_of, easy_read_pages
from coprod_content.document.blocks import Illustrated
from coprod_content.editions import compose
from coprod_content.editions.items.easy_read import easy_read_ids
from coprod_content.layout.fit import fit
from coprod_guide import render as guide_of
from coprod_slides import render as slides_of
from coprod_slides import renderer as slides

BRAND = with_easy_read_sizes(load_brand())
Judge = Callable[[str], str]


@pytest.fixture(scope="module")
def guide(library: Library) -> Guide:
    return Guide(guide_of(compose("easy-read", library, ("first-steps",)), BRAND))


def test_a_page_of_word_is_a_table_of_pictures_and_words(guide: Guide, library: Library) -> None:
    """Each part is one table with a header row. Each row has a decorative picture, then the words."""
    text = library.workshops["first-steps"].easy_read
    assert text
    tables = guide.find("//w:tbl")
    assert len(tables) == len(text.parts)
    for table, part in zip(tables, text.parts, strict=True):
        header, *rows = table.findall(f"{W}tr")
        assert [words_in(cell) for cell in header.findall(f"{W}tc")] == ["Picture", "Words"]
        assert [words_in(row) for row in rows] == [idea.words.replace("**", "") for idea in part.ideas]
        for row in rows:
            drawn, said = row.findall(f"{W}tc")
            (properties,) = drawn.iterfind(".//wp:docPr", NAMES)
            assert properties.find(".//adec:decorative", NAMES) is not None
            assert said.find(".//wp:docPr", NAMES) is None


def test_type_in_word_is_large_and_lines_are_spaced_out(guide: Guide) -> None:
    """Every style has at least 16 points, and ideas have one and a half line spacing."""
    sizes = guide.find("//w:style//w:sz/@w:val | //w:docDefaults//w:sz/@w:val", "word/styles.xml")
    assert min(map(int, sizes)) >= 2 * 16
    spacing = guide.find("//w:style[w:name/@w:val='Idea']//w:spacing/@w:line", "word/styles.xml")
    assert [int(line) for line in spacing] == [360]


def test_a_slide_has_the_picture_at_the_left_of_its_words(library: Library) -> None:
    """The words have at least 24 points. The picture comes first and is marked as decorative."""
    document = compose("easy-read", library, ("introduction",))
    assert slides.frames
    fitted = fit(document, slides.frames(BRAND))
    assert fitted.findings == ()
    ideas = [
        block for _, section in fitted.document.walk() for block in section.blocks if isinstance(block, Illustrated)
    ]
    deck = Deck(slides_of(fitted.document, BRAND))
    beside = [
        (slide.slide_layout, picture, words)
        for slide in deck.slides()
        for picture, words in pairwise(slide.shapes)
        if words.name.startswith("Part ")
    ]
    assert len(beside) == len(ideas)
    for layout, picture, words in beside:
        assert picture._element.xpath("p:nvGrpSpPr//*[local-name()='decorative'][@val='1']")
        assert picture.left + picture.width <= words.left
        at = words.placeholder_format.idx
        (box,) = (each for each in layout.placeholders if each.placeholder_format.idx == at)
        sizes = box._element.xpath(".//a:lvl1pPr/a:defRPr/@sz") + words._element.xpath(".//a:rPr/@sz")
        assert sizes
        assert all(int(size) >= 2400 for size in sizes)


@pytest.mark.parametrize(
    "renderer", [slides, for_printer, for_long_edge, pytest.param(for_short_edge, marks=pytest.mark.thorough)]
)
def test_the_words_of_every_card_and_slide_fit(library: Library, renderer) -> None:
    """Nothing is too long, and no question is split over two cards."""
    cards = compose("easy-read-postcards", library)
    fitted = fit(cards, renderer.frames(BRAND))
    assert fitted.findings == ()
    assert len(fitted.document.sections) == 24 or renderer is slides
    for id_ in easy_read_ids(library):
        assert fit(compose("easy-read", library, (id_,)), renderer.frames(BRAND)).findings == ()


def test_page_counts_are_predicted(library: Library, judge: Judge, tmp_path: Path) -> None:
    """LibreOffice needs the predicted number of pages, or one more or less, and never more than 20."""
    predicted = {}
    for id_ in ("introduction", "first-steps", "sharing-power"):
        text = easy_read_of(library[id_])
        assert text
        predicted[f"{id_}.docx"] = easy_read_pages(text)
    files = {name: guide_of(compose("easy-read", library, (name.removesuffix(".docx"),)), BRAND) for name in predicted}
    for name, path in printed(files.items(), judge, tmp_path).items():
        with pikepdf.open(path) as pdf:
            assert abs(len(pdf.pages) - predicted[name]) <= 1, name
            assert len(pdf.pages) <= 20
