"""Guides as LibreOffice prints them: where each heading stands, and how many lines come after it on its page."""

import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pikepdf
from attrs import field, frozen
from tests.support.slides_rendered import Word, letters, lines_of, pages_of

from coprod_content.document.document import Document
from coprod_content.layout.font_metrics import MM_PER_PT

HEADER, FOOTER = 22.0, 297.0 - 23.0  # millimetres: what stands above and below runs along the pages
LEAST_AFTER_HEADING, LEAST_ON_PAGE = 2, 4


@frozen
class Heading:
    """A heading where it is printed: its page, counted from 0, and its upper edge, in millimetres from the page's."""

    words: str
    page: int
    top: float


@frozen
class Printed:
    """A guide in print."""

    document: Document
    headings: tuple[Heading, ...]
    pages: tuple[tuple[Word, ...], ...] = field(repr=False)

    def orphans(self) -> Iterator[str]:
        """Headings with fewer than two lines after them on their page, though what they head goes on after it."""
        for heading, below in pairwise((*self.headings, None)):
            assert heading is not None
            after = lines_of(self._after(heading))
            if after < LEAST_AFTER_HEADING and not (after and self._ends(heading, below)):
                yield f"page {heading.page + 1}: '{heading.words}' with {after} lines after it"

    def thin_pages(self) -> Iterator[str]:
        """Pages with hardly anything on them."""
        for number, words in enumerate(self.pages, start=1):
            count = lines_of(_text(words))
            if count < LEAST_ON_PAGE:
                yield f"page {number}: {count} lines"

    def _after(self, heading: Heading) -> list[Word]:
        """The words below a heading on its page."""
        page = sorted(_text(self.pages[heading.page]), key=lambda word: (round(word.middle[1] / 2), word.left))
        below = [word for word in page if word.bottom > heading.top + 1]
        wanted = letters(heading.words).total()
        while below and wanted > 0:
            wanted -= letters(below.pop(0).text).total()
        return below

    def _ends(self, heading: Heading, below: Heading | None) -> bool:
        """Whether all that a heading heads is on its page: the next heading is the first thing on the next."""
        if below is None or below.page == heading.page:
            return True
        above = [word for word in _text(self.pages[below.page]) if word.bottom < below.top + 1]
        said = letters("".join(word.text for word in above))
        labels = (letters(section.label) for _, section in self.document.walk())
        return below.page == heading.page + 1 and (not said or said in labels)


def printed_guide(document: Document, pdf: Path, pdftotext: str) -> Printed:
    """A guide as it was printed to a PDF by LibreOffice, which takes its outline from the headings."""
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
    """Words without those of the header and the footer."""
    return [word for word in words if word.top > HEADER and word.bottom < FOOTER]
