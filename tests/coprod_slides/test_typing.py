"""What people type into a finished deck touches nothing, also where it is far too long."""

import io
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.shapes.placeholder import PicturePlaceholder, TablePlaceholder
from pptx.util import Length
from tests.support.libreoffice import printed
from tests.support.slides_reading import rendered
from tests.support.slides_rendered import Word, pages_of

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.editions import compose

TITLE = "A title that somebody typed in a hurry, which goes on for longer than anybody would wish, and then on again"
LABEL = "Everyone · A rather long label that somebody typed for a tool with a long name · Step 3 of 14"
TYPED = {0: "A new title that someone typed", 11: "45 minutes", 24: "One in four people never say what matters"}
"""What people type into titles, badges and big numbers, by the number of the placeholder."""
EDGE = 1.0
EVERY_PACK = pytest.param("workshops", marks=pytest.mark.thorough)


def typed(data: bytes) -> bytes:
    """Return a deck with long titles and labels, and with the text of each body twice."""
    deck = Presentation(io.BytesIO(data))
    for shape in (shape for slide in deck.slides for shape in slide.placeholders if shape.has_text_frame):
        first, *_ = shape.text_frame.paragraphs
        match shape.placeholder_format.idx:
            case 0:
                first.runs[0].text = TITLE
            case 10:
                first.runs[0].text = LABEL
            case 1:
                for paragraph in shape.text_frame.paragraphs:
                    shape.text_frame._txBody.append(deepcopy(paragraph._p))
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def collisions(words: tuple[Word, ...], width: float, height: float) -> Iterator[str]:
    """Yield words drawn over each other or beyond the edge of a slide. Accents of the next line do not count."""
    cores = [
        (word, word.top + (word.bottom - word.top) * 0.3, word.bottom - (word.bottom - word.top) * 0.3)
        for word in words
    ]
    for at, (word, top, bottom) in enumerate(cores):
        if min(word.left, top, width - word.right, height - bottom) < EDGE:
            yield f"{word.text} is beyond the edge"
        for other, other_top, other_bottom in cores[at + 1 :]:
            across = min(word.right, other.right) - max(word.left, other.left)
            if across > EDGE / 2 and min(bottom, other_bottom) - max(top, other_top) > EDGE / 3:
                yield f"{word.text} is on {other.text}"


@pytest.mark.parametrize("ids", [("first-steps",), EVERY_PACK])
def test_long_titles_and_texts_touch_nothing(
    ids: tuple[str, ...] | str, library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """Programs make them smaller."""
    chosen = getattr(library, ids) if isinstance(ids, str) else ids
    files = {f"{id_}.pptx": typed(rendered(compose("deck", library, (id_,)), brand)) for id_ in chosen}
    faults = []
    for name, pdf in printed(files.items(), judge, tmp_path).items():
        for number, words in enumerate(pages_of(pdf, judge("pdftotext")), start=1):
            faults += [f"{name}, slide {number}: {fault}" for fault in collisions(words, 338.67, 190.5)]
    assert faults == []


def with_new_slides(data: bytes) -> tuple[bytes, list[str]]:
    """Return a deck with only a new slide of each layout, filled in, and the names of the layouts.

    Text boxes shrink their text, as PowerPoint makes them when people type.
    """
    deck = Presentation(io.BytesIO(data))
    for old in list(deck.slides._sldIdLst):
        deck.part.drop_rel(old.rId)
        deck.slides._sldIdLst.remove(old)
    names = []
    for layout in (layout for master in list(deck.slide_masters)[:2] for layout in master.slide_layouts):
        names.append(layout.name)
        for shape in deck.slides.add_slide(layout).placeholders:
            if isinstance(shape, PicturePlaceholder | TablePlaceholder):
                shape._element.getparent().remove(shape._element)
                continue
            shape.text_frame.text = TYPED.get(shape.placeholder_format.idx, "Some words that people add")
            shape.text_frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue(), names


def test_a_new_slide_of_each_layout_looks_like_ours(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """What people type is where the layout puts it, in whole words, and every empty box says what it is for."""
    data, names = with_new_slides(rendered(compose("deck", library, ("first-steps",)), brand))
    pdf = printed([("new.pptx", data)], judge, tmp_path)["new.pptx"]
    slides = Presentation(io.BytesIO(data)).slides
    faults = []
    for name, slide, words in zip(names, slides, pages_of(pdf, judge("pdftotext")), strict=True):
        faults += [f"{name}: {fault}" for fault in collisions(words, 338.67, 190.5)]
        faults += [f"{name}: no prompt" for box in slide.slide_layout.placeholders if not box.text_frame.text.strip()]
        for shape in slide.placeholders:
            box = (Length(shape.left).mm, Length(shape.top).mm, Length(shape.left + shape.width).mm)
            bottom, lacking = Length(shape.top + shape.height).mm, list(shape.text_frame.text.split())
            for word in words:
                inside = box[0] - EDGE < word.left and word.right < box[2] + EDGE and word.top < bottom
                if inside and word.bottom > box[1] and word.text in lacking:
                    lacking.remove(word.text)
            faults += [f"{name}, {shape.name}: '{word}' is not in its box" for word in lacking]
    assert faults == []
