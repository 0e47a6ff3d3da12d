"""Links to items, in every format."""

import io
import zipfile

import pikepdf
import pytest
from attrs import evolve

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.document.item_links import with_item_links
from coprod_content.layout.fit import fit
from coprod_content.plugins.renderers import renderer
from coprod_content.text.spans import text_of

ADDRESS = "https://www.example.org/tools/fishbowl.html"


@pytest.fixture
def linking(library: Library) -> Document:
    """A document with a link to its own second part, and a link to an item outside it."""
    words = "Begin with [a walk](tool:first-impressions-walk), then use [a fishbowl](tool:fishbowl)."
    first = Section(title="Before", blocks=(Paragraph(text_of(words)),), notes=(Paragraph(text_of(words)),))
    second = Section(title="The walk", items=("first-impressions-walk",), blocks=(Paragraph(text_of("Go and look.")),))
    site = evolve(library, about=evolve(library.about, url="https://www.example.org"))
    return with_item_links(Document(title="Day", language="en-GB", edition="day", sections=(first, second)), site)


def made(name: str, document: Document, brand: Brand) -> bytes:
    chosen = renderer(name)
    fitted = fit(document, chosen.frames(brand)).document if chosen.frames else document
    return chosen.render(fitted, brand)


def parts(data: bytes) -> dict[str, str]:
    """Return the text parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.endswith(("ml", ".rels"))}


def test_word_links_to_the_heading_or_to_the_site(linking: Document, brand: Brand) -> None:
    """The bookmark is at the heading of the part."""
    files = parts(made("guide", linking, brand))
    body = files["word/document.xml"]
    assert '<w:hyperlink w:anchor="_Item_0" w:history="1">' in body
    heading = body[body.index('w:name="_Item_0"') :]
    assert heading[: heading.index("</w:p>")].count(">The walk<") == 1
    assert f'Target="{ADDRESS}" TargetMode="External"' in files["word/_rels/document.xml.rels"]


def test_slides_jump_to_the_slide_or_to_the_site(linking: Document, brand: Brand) -> None:
    """The notes of a slide jump there too."""
    files = parts(made("slides", linking, brand))
    for name in ("slides/slide1", "notesSlides/notesSlide1"):
        folder, _, file = name.partition("/")
        relations = files[f"ppt/{folder}/_rels/{file}.xml.rels"]
        assert 'relationships/slide" Target="/ppt/slides/slide2.xml"' in relations
        assert f'Target="{ADDRESS}" TargetMode="External"' in relations
        assert files[f"ppt/{name}.xml"].count('action="ppaction://hlinksldjump"') == 1


def test_a_pdf_links_to_the_page_or_to_the_site(linking: Document, brand: Brand) -> None:
    """Its annotations have a destination in the file, and an address."""
    with pikepdf.open(io.BytesIO(made("cards-reading", linking, brand))) as pdf:
        links = [each for page in pdf.pages for each in page.obj.get("/Annots", [])]
        assert {str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A} == {ADDRESS}
        inside = [link for link in links if "/Dest" in link or link.get("/A", {}).get("/S") == "/GoTo"]
        assert len(inside) == 2  # in the text and in its notes


def test_a_web_page_and_a_book_link_to_the_part_or_to_the_site(linking: Document, brand: Brand) -> None:
    """In a book, the link names the file of the chapter."""
    page = made("web", linking, brand).decode()
    assert '<a href="#the-walk">a walk</a>' in page
    assert f'<a href="{ADDRESS}" rel="noopener noreferrer">a fishbowl</a>' in page
    chapter = parts(made("epub", linking, brand))["EPUB/chapter-001.xhtml"]
    assert '<a href="chapter-002.xhtml#the-walk">a walk</a>' in chapter
    assert ADDRESS in chapter


def test_plain_text_has_only_the_words(linking: Document, brand: Brand) -> None:
    """An address would be read aloud in the middle of a sentence."""
    assert "\nBegin with a walk, then use a fishbowl.\n" in made("plain", linking, brand).decode()
