"""Tests of the page numbers in contents lists, as LibreOffice prints them."""

import io
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from attrs import evolve
from tests.coprod_guide.test_pages import on_paper
from tests.support.guide_reading import NAMES, Guide

from coprod_content import Library
from coprod_content.access import access_edition_named
from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.editions import compose
from coprod_content.text.spans import verbatim
from coprod_guide import render

MOST_PAGES = 12


def listed(data: bytes) -> list[tuple[str, int]]:
    """Return the title and page number of each entry of a contents list."""
    links = Guide(data).find("//w:sdt//w:hyperlink")
    words = [link.xpath("w:r/w:t/text()", namespaces=NAMES) for link in links]
    return [(title.replace("\u00a0", " "), int(page)) for title, page in words]


def without_fonts(data: bytes) -> bytes:
    """Return a Word file without the fonts in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w") as out:
        for name in package.namelist():
            if not name.endswith((".odttf", "fontTable.xml.rels")):
                out.writestr(name, re.sub(rb"<w:embed[RBI][^>]*>", b"", package.read(name)))
    return made.getvalue()


@pytest.mark.thorough
@pytest.mark.parametrize(("paper", "missing_font"), [("A4", False), ("Letter", False), ("A4", True)])
def test_page_numbers_are_right(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path, paper: str, *, missing_font: bool
) -> None:
    """Every contents list of every facilitator guide has the pages on which LibreOffice prints the headings.

    They are the same on a computer that shows Arial instead of our font.
    """
    documents, files = {}, {}
    for id_ in library.workshops:
        for access in ("standard", "large-print"):
            wanted = access_edition_named(access)
            document = wanted.apply(compose("facilitator-guide", library, [id_]), brand, None)
            documents[f"{id_}-{access}"] = document
            data = render(document, evolve(wanted.brand(brand), paper=paper))
            files[f"{id_}-{access}"] = without_fonts(data) if missing_font else data
    guides = on_paper(documents, files, judge, tmp_path, missing_font=missing_font)
    for name, guide in zip(files, guides, strict=True):
        pages = iter([(" ".join(each.words.split()), each.page + 1) for each in guide.headings])
        for title, page in listed(files[name]):
            assert next(at for words, at in pages if words == title) == page, (name, title)


def test_the_guide_to_a_short_session_is_short(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """The guide to 90 minutes has at most twelve pages."""
    document = compose("facilitator-guide", library, ["first-steps"])
    (guide,) = on_paper({"guide": document}, {"guide": render(document, brand)}, judge, tmp_path)
    assert len(guide.pages) <= MOST_PAGES


def test_numbers_that_are_not_known_are_left_out(brand: Brand) -> None:
    """If one number is not certain, the contents list has only links."""
    long = Section(title="Long", blocks=(Paragraph(verbatim("A word that goes on. " * 6_000)),))
    sections = (
        Section(title="C", role="cover"),
        Section(title="Contents", role="contents"),
        long,
        Section(title="End"),
    )
    made = Guide(render(Document(title="T", language="en", sections=sections), brand))
    assert len(made.find("//w:sdt//w:hyperlink")) == 2
    assert not any("PAGEREF" in code for code in made.find("//w:instrText/text()"))


def test_words_to_say_are_in_one_row_with_their_step(library: Library, brand: Brand) -> None:
    """Each row of an item's table stays on one page, and no step's words to say are in another row.

    A table that continues on the next page has the usual prefixes. ONLYOFFICE leaves out elements with any others.
    """
    data = render(compose("facilitator-guide", library, ["leading-differently"]), brand)
    made = Guide(data)
    with ZipFile(BytesIO(data)) as package:
        assert all(b"<ns" not in package.read(name) for name in package.namelist() if name.endswith(".xml"))
    said = [p for p in made.paragraphs("CalloutSay") if p.getparent().tag.endswith("}tc")]
    assert len(said) > 5
    for paragraph in said:
        cell = paragraph.getparent()
        assert cell.find("w:p", NAMES) is not paragraph
        assert cell.getparent().find("w:trPr/w:cantSplit", NAMES) is not None
