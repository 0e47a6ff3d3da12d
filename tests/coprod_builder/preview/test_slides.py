"""Drawn slides have what is in the deck, where a program that opens it puts it."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from attrs import evolve
from PIL import Image
from pptx import Presentation
from tests.support.libreoffice import printed
from tests.support.slides_rendered import Word, pages_of

from coprod_builder.preview.slides.shapes import DrawnShape
from coprod_builder.preview.slides.slide_drawing import DrawnSlide, drawn_slides
from coprod_builder.preview.slides.text_lines import TextLine
from coprod_content import Library
from coprod_content.brand.brand import Brand, Logo
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.packs.build import make, render
from coprod_content.testing import HOSTILE, specimen

Judge = Callable[[str], str]
NEAR = 6.0
"""Points by which a line can be elsewhere: a third of the height of the smallest letters on a slide."""


def deck(library: Library, brand: Brand, id_: str) -> bytes:
    """Return the deck of a workshop."""
    data = make("deck", "slides", library, brand, (id_,)).data
    assert data
    return data


def said(slide: DrawnSlide) -> str:
    """Return the letters of a slide without spaces."""
    words = (run.words for row in slide.things if isinstance(row, TextLine) for run in row.runs)
    return "".join("".join(words).split())


def letters_of(shapes: object) -> Iterator[str]:
    """Yield the text of shapes as python-pptx reads it."""
    for shape in shapes:  # type: ignore[attr-defined]  # python-pptx has no types
        if hasattr(shape, "shapes"):
            yield from letters_of(shape.shapes)
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif shape.has_text_frame:
            yield shape.text_frame.text


def assert_all_is_drawn(data: bytes) -> None:
    """Every slide has its title, its notes and every letter in order, inside the slide."""
    presentation = Presentation(io.BytesIO(data))
    slides = drawn_slides(data)
    assert len(slides) == len(presentation.slides)
    for slide, other in zip(slides, presentation.slides, strict=True):
        assert slide.title.split() == other.shapes.title.text_frame.text.split()
        left = said(slide)
        for words in letters_of(other.shapes):
            for line in words.splitlines():
                wanted = "".join(line.split())
                assert wanted in left, f"{line!r} is not on slide {slide.number}"
        rows = [row for row in slide.things if isinstance(row, TextLine)]
        assert all(0 <= row.x <= slide.width and 0 < row.y <= slide.height for row in rows)
        if other.has_notes_slide:
            assert "".join(slide.notes) == other.notes_slide.notes_text_frame.text.replace("\n", "")


@pytest.mark.parametrize(
    "id_",
    ["first-steps", *(pytest.param(id_, marks=pytest.mark.thorough) for id_ in ("online-hour", "leading-differently"))],
)
def test_every_word_of_a_deck_is_drawn(id_: str, library: Library, brand: Brand) -> None:
    """All the text that python-pptx reads in a deck is drawn."""
    assert_all_is_drawn(deck(library, brand, id_))


def test_every_block_is_drawn_with_hard_text(library: Library, brand: Brand) -> None:
    """Tables, figures, lists and callouts are drawn whole, even with text that breaks layouts."""
    for words in (" ".join(HOSTILE), "Some words", "x" * 200):
        data = render(specimen(words), "slides", brand, library).data
        if data:
            assert_all_is_drawn(data)


def test_a_logo_on_a_layout_is_drawn(library: Library, brand: Brand) -> None:
    """The logo that a brand puts on the layout of the first slide is drawn with that slide."""
    out = io.BytesIO()
    Image.new("RGB", (200, 100), "#336699").save(out, "PNG")
    logo = Logo(file="logo.png", alt="Our trust")
    branded = evolve(brand, logo=logo, files=(("logo.png", out.getvalue()),))
    first = drawn_slides(deck(library, branded, "online-hour"))[0]
    pictures = [each for each in first.things if isinstance(each, DrawnShape) and each.kind == "image"]
    assert [each.data.startswith("data:image/png;base64,") for each in pictures] == [True]


def test_lines_are_where_libreoffice_draws_them(library: Library, brand: Brand, judge: Judge, tmp_path: Path) -> None:
    """At least 93 of 100 lines start with the same word in the same place."""
    data = deck(library, brand, "first-steps")
    pages = pages_of(printed([("deck.pptx", data)], judge, tmp_path)["deck.pptx"], judge("pdftotext"))
    near = far = 0
    for slide, page in zip(drawn_slides(data), pages, strict=True):
        for row in slide.things:
            if not isinstance(row, TextLine) or row.anchor != "start" or not row.runs[0].words.strip("•□"):
                continue
            first = row.runs[0].words.split()[0]
            there = [word for word in page if word.text == first or first.startswith(word.text)]
            if any(_beside(row, word) for word in there):
                near += 1
            else:
                far += 1
    assert near > 100
    assert near / (near + far) > 0.93, (near, far)


def _beside(row: TextLine, word: Word) -> bool:
    """Whether a word starts where a line does, with the baseline inside the word’s box."""
    left, top, bottom = (edge / MM_PER_PT for edge in (word.left, word.top, word.bottom))
    return abs(row.x - left) < NEAR and top - NEAR < row.y < bottom + NEAR
