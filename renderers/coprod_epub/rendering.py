"""Render a document as an e-book in EPUB 3.3.

The metadata is that of EPUB Accessibility 1.1 (https://www.w3.org/TR/epub-a11y-11/). It does not claim conformance,
because such a claim must name someone who has checked the book.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment

from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Figure, Photograph
from coprod_content.document.document import Document, map_blocks
from coprod_content.document.paper_blocks import paper_blocks
from coprod_content.findings.fault import Fault
from coprod_epub.book_parts import BookImage, BookPart, chapter_parts, images_of, packed
from coprod_epub.chapters import chapters_of, linked
from coprod_voice.speech_faults import SpokenWords, speech_faults, words_below_titles
from coprod_web.page_outline import ContentsEntry, PageOutline
from coprod_web.style_sheet import StyleSheet
from coprod_web.templating import environment, logo_url

if TYPE_CHECKING:
    from coprod_epub.narration import Narration

_COVER = "cover.xhtml"
_FEATURES = ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability")
_SUMMARY = (
    "The text has headings, lists and tables that assistive technology can read, in a logical order. Its size, font "
    "and colours can be changed."
)
_READ_ALOUD = " A computer voice reads the text aloud, and the words are highlighted while they are read."
_ALTERNATIVE, _SYNCHRONIZED = "alternativeText", "synchronizedAudioText"
_DESCRIBED = " Every picture that carries meaning is described."


def render(document: Document, brand: Brand) -> bytes:
    """Render a document as an e-book.

    Form fields become lists, tables or lines to write on, because few reading systems keep what is typed. Raises
    ValueError if the logo cannot be used.
    """
    return _book(document, brand, lambda _pages, _document: None)


def render_read_aloud(document: Document, brand: Brand) -> bytes:
    """Render a document as an e-book with media overlays.

    Raises ValueError if the logo cannot be used, SpeechProblem if the words cannot be spoken, and ModuleNotFoundError
    if the voices are not installed.
    """
    from coprod_epub.narration import narration  # needs the extra `audio`

    return _book(document, brand, narration)


def spoken_faults(document: Document, _: Brand) -> tuple[Fault, ...]:
    """Return the faults that would occur when a document is read aloud."""
    titles = (SpokenWords(section.title, section.title) for _, section in document.walk())
    return speech_faults(document, (*titles, *words_below_titles(document)))


def _book(
    document: Document, brand: Brand, narrate: Callable[[tuple[BookPart, ...], Document], "Narration | None"]
) -> bytes:
    document = map_blocks(document, lambda block, _: tuple(paper_blocks((block,))))
    templates, sheet, page = _templates(), StyleSheet.of((document,), brand), PageOutline.of(document)
    chapters, images, address = _chapters(document, brand, sheet, page)
    narrated = narrate(chapters, document)
    spoken = narrated.chapters if narrated else ()
    pages = {each.page.name: each.page for each in spoken}
    chapters = tuple(pages.get(each.name, each) for each in chapters)
    images = (*images, *(each.audio for each in spoken))
    entries = (ContentsEntry(words=page.title, name=""), *(page.entries or _titles(page)))
    described = any(isinstance(block, Figure | Photograph) for _, part in document.walk() for block in part.blocks)
    nav = templates.get_template("nav.html").render(page=page, entries=entries, address=address)
    opf = templates.get_template("package.opf").render(
        page=page,
        document=document,
        identifier=uuid5(NAMESPACE_URL, "\n".join((document.made_from, document.title, document.publisher))).urn,
        chapters=chapters,
        images=images,
        has_pictures=described,
        features=(*_FEATURES, *((_ALTERNATIVE,) if described else ()), *((_SYNCHRONIZED,) if narrated else ())),
        summary=_SUMMARY + (_DESCRIBED if described else "") + (_READ_ALOUD if narrated else ""),
        narration=narrated,
        spoken=spoken,
        overlays={each.page.name: each.overlay for each in spoken},
    )
    css = templates.get_template("style.css").render(sheet=sheet) + templates.get_template("book.css").render()
    smil = templates.get_template("overlay.smil")
    overlays = (BookPart(each.overlay, smil.render(chapter=each)) for each in spoken)
    texts = (BookPart("package.opf", opf), BookPart("nav.xhtml", nav), BookPart("style.css", css), *chapters, *overlays)
    return packed(texts, images, document.date)


def _chapters(
    document: Document, brand: Brand, sheet: StyleSheet, page: PageOutline
) -> tuple[tuple[BookPart, ...], tuple[BookImage, ...], Callable[[str], str]]:
    """Return the chapters, their pictures, and a function that returns addresses.

    The function is the one that `linked` returns.
    """
    template = _templates().get_template("chapter.html")
    shared = {"page": page, "sheet": sheet, "brand": brand, "logo": logo_url(brand)}
    made = (
        BookPart(_COVER, template.render(**shared, chapter=None)),
        *(BookPart(name, template.render(**shared, chapter=part)) for name, part in chapters_of(page)),
    )
    chapters, address = linked(chapter_parts(made, document))
    return *images_of(chapters), address


def _titles(page: PageOutline) -> tuple[ContentsEntry, ...]:
    return tuple(ContentsEntry(words=part.heading, name=part.name) for part in page.parts)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    made = environment("coprod_epub")
    made.globals["is_book"] = True
    return made
