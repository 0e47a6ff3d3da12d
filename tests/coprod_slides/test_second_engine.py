"""ONLYOFFICE's engine draws decks and guides as LibreOffice does, and Aspose.Slides decks.

About three minutes for the decks and guides of all packs, on two quiet cores.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support.aspose import printed_by_aspose, words_without_mark
from tests.support.libreoffice import printed
from tests.support.onlyoffice import printed_by_onlyoffice, words_without_watermark
from tests.support.slides_reading import rendered
from tests.support.slides_rendered import Deck, Word, letters, lines_of, pages_of

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.editions import compose
from coprod_guide import renderer as guide_renderer

pytestmark = pytest.mark.thorough
Printed = Callable[[tuple[tuple[str, bytes], ...], Path, Path], dict[str, Path]]
Words = Callable[[Path, str], tuple[tuple[Word, ...], ...]]
AS_MANY_LINES = 0.95
"""The share of boxes with as many lines in both engines. One of them breaks addresses sooner."""


@pytest.mark.parametrize(
    ("package", "printed_by", "words_of"),
    [
        ("docbuilder", printed_by_onlyoffice, words_without_watermark),
        ("asposeslides", printed_by_aspose, words_without_mark),
    ],
)
def test_decks_have_the_same_words_in_the_same_boxes(  # a judge and its words
    library: Library,
    brand: Brand,
    judge: Callable[[str], str],
    python_judge: Callable[[str], Path],
    tmp_path: Path,
    package: str,
    printed_by: Printed,
    words_of: Words,
) -> None:
    """Every word is in its box, nearly always on as many lines.

    What reaches out of a box is not compared: ONLYOFFICE's words are as tall as the font's highest accent.
    """
    files = {f"{id_}.pptx": rendered(compose("deck", library, (id_,)), brand) for id_ in library.workshops}
    first = printed(files.items(), judge, tmp_path, missing_font=True)  # ONLYOFFICE ignores fonts in files
    second = printed_by(tuple(files.items()), python_judge(package), tmp_path / "second")
    faults, lines = [], Counter[int]()
    for name, data in files.items():
        ours = Deck(name, data, pages_of(first[name], judge("pdftotext"))).slides()
        theirs = Deck(name, data, words_of(second[name], judge("pdftotext"))).slides()
        for slide, other in zip(ours, theirs, strict=True):
            faults += [f"{name}: {each}" for each in other.faults() if "not in its box" in each or "in no box" in each]
            lines.update(lines_of(other.words_by_box[box]) - lines_of(slide.words_by_box[box]) for box in slide.boxes)
    assert faults == []
    assert lines[0] >= AS_MANY_LINES * lines.total()


def test_guides_have_the_same_pages(
    library: Library, brand: Brand, judge: Callable[[str], str], python_judge: Callable[[str], Path], tmp_path: Path
) -> None:
    """Every page has the same words, so that the page numbers in the table of contents are right."""
    guides = {id_: compose("facilitator-guide", library, (id_,)) for id_ in library.workshops}
    files = {f"{id_}.docx": guide_renderer.render(guide, brand) for id_, guide in guides.items()}
    first = printed(files.items(), judge, tmp_path)
    second = printed_by_onlyoffice(tuple(files.items()), python_judge("docbuilder"), tmp_path / "second")
    for name in files:
        ours = pages_of(first[name], judge("pdftotext"))
        theirs = words_without_watermark(second[name], judge("pdftotext"))
        said = [[letters("".join(word.text for word in page)) for page in pages] for pages in (ours, theirs)]
        assert said[0] == said[1], name
