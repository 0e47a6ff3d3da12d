"""Guides as LibreOffice prints them: headings, and the lines below them on their pages."""

import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
from attrs import field, frozen
from tests.support.slides_rendered import Word, letters, lines_of, pages_of

from coprod_content.document.document import Document
from coprod_content.layout.font_metrics import MM_PER_PT

HEADER, FOOTER = 18.0, 297.0 - 16.0  # millimetres; header and footer are beyond these
LEAST_AFTER_HEADING, LEAST_ON_PAGE = 2, 4


@frozen
class Heading:
    """A printed heading, its page from 0, and its upper edge in millimetres from that of the page."""

    words: str
    page: int
    top: float


@frozen
class Printed:
    """A printed guide."""

    document: Document
    headings: tuple[Heading, ...]
    pages: tuple[tuple[Word, ...], ...] = field(repr=False)

    def orphans(self) -> Iterator[str]:
        """Yield headings with fewer than two lines after them, although their text goes on overleaf."""
        for heading, below in pairwise((*self.headings, None)):
            assert heading is not None
            after = lines_of(self._after(heading))
            if after < LEAST_AFTER_HEADING and not (after and self._ends(heading, below)):
                yield f"page {heading.page + 1}: '{heading.words}' with {after} lines after it"

    def thin_pages(self) -> Iterator[str]:
        """Yield pages with fewer than four lines, except those of canvases, which pictures fill."""
        canvases = {_spaced(section.title) for _, section in self.document.walk() if section.role == "canvas"}
        pictured = {heading.page + 1 for heading in self.headings if _spaced(heading.words) in canvases}
        for number, words in enumerate(self.pages, start=1):
            count = lines_of(_text(words))
            if count < LEAST_ON_PAGE and number not in pictured:
                yield f"page {number}: {count} lines"

    def _after(self, heading: Heading) -> list[Word]:
        """Return the words below a heading on its page."""
        page = sorted(_text(self.pages[heading.page]), key=lambda word: (round(word.middle[1] / 2), word.left))
        below = [word for word in page if word.bottom > heading.top + 1]
        wanted = letters(heading.words).total()
        while below and wanted > 0:
            wanted -= letters(below.pop(0).text).total()
        return below

    def _ends(self, heading: Heading, below: Heading | None) -> bool:
        """Return whether all text of a heading is on its page: the next heading is at the top of the next page."""
        if below is None or below.page == heading.page:
            return True
        above = [word for word in _text(self.pages[below.page]) if word.bottom < below.top + 1]
        said = letters("".join(word.text for word in above))
        labels = (letters(section.label) for _, section in self.document.walk())
        return below.page == heading.page + 1 and (not said or said in labels)


def printed_guide(document: Document, pdf: Path, pdftotext: str) -> Printed:
    """Return a guide that LibreOffice printed to a PDF, with the PDF's outline as headings."""
    return Printed(document, tuple(_headings(pdf.read_bytes())), pages_of(pdf, pdftotext))


def _headings(data: bytes) -> Iterator[Heading]:
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop(0)
            page, _, _, top, _ = list(item.destination)
            height = float(pdf.pages[numbers[page.objgen]].mediabox[3])
            yield Heading(item.title, numbers[page.objgen], (height - float(top)) * MM_PER_PT)
            waiting = [*item.children, *waiting]


def _text(words: tuple[Word, ...]) -> list[Word]:
    """Return words without those of header and footer."""
    return [word for word in words if word.top > HEADER and word.bottom < FOOTER]


def _spaced(title: str) -> str:
    """Return a title with only ordinary spaces."""
    return " ".join(title.split())
