"""What people type into a finished deck touches nothing, also where it is far too long."""

import io
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from pptx import Presentation
from tests.support.libreoffice import printed
from tests.support.slides_reading import rendered
from tests.support.slides_rendered import Word, pages_of

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.editions import compose

TITLE = "A title that somebody typed in a hurry, which goes on for longer than anybody would wish, and then on again"
LABEL = "Everyone · A rather long label that somebody typed for a tool with a long name · Step 3 of 14"
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
