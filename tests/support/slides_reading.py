"""Read a deck as a screen reader does."""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import frozen
from lxml import etree
from pptx import Presentation

from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Figure, Illustrated, Paragraph, block_texts
from coprod_content.document.document import Document, Section
from coprod_content.layout.fit import fit
from coprod_content.testing import specimen_blocks
from coprod_content.text.spans import Span, plain, text_of, verbatim
from coprod_slides import render, slide_frames

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
MM = 36_000


def rendered(document: Document, brand: Brand) -> bytes:
    """Return the deck of a document, fitted first as `build` does."""
    return render(fit(document, slide_frames(brand)).document, brand)


@frozen(slots=False)
class Deck:
    """A deck in bytes, as python-pptx and an XML reader see it."""

    data: bytes

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(self.data))

    @cached_property
    def _slide_names(self) -> list[str]:
        """The names of the parts of slides, in order."""
        names = self.names(r"ppt/slides/slide\d+\.xml")
        return sorted(names, key=lambda name: int(re.findall(r"\d+", name)[0]))

    def part(self, name: str) -> Any:
        """Return the root element of a part."""
        return etree.fromstring(self._archive.read(name))

    def names(self, pattern: str = "") -> list[str]:
        """Return the names of the parts that match a pattern."""
        return [name for name in self._archive.namelist() if re.search(pattern, name)]

    def slides(self) -> list[Any]:
        """Return the slides in python-pptx."""
        return list(Presentation(io.BytesIO(self.data)).slides)

    def trees(self) -> list[Any]:
        """Return the roots of the slides in order."""
        return [self.part(name) for name in self._slide_names]

    def words(self, at: int) -> str:
        """Return the words of a slide in reading order."""
        return normal(" ".join(_said(self.part(self._slide_names[at]))))

    def find(self, path: str) -> list[Any]:
        """Return what a path finds on all slides."""
        return [found for tree in self.trees() for found in tree.xpath(path, namespaces=NAMES)]


def _said(tree: Any) -> Iterator[str]:
    """Yield alternative texts and paragraphs in order."""
    for element in tree.iter(f"{{{NAMES['p']}}}cNvPr", f"{{{NAMES['a']}}}p"):
        if element.tag.endswith("cNvPr"):
            yield element.get("descr", "")
        else:
            yield "".join(element.xpath(".//a:t/text()", namespaces=NAMES))


def normal(words: str) -> str:
    """Return words with single spaces, and without characters that XML forbids."""
    held = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", words)
    return " ".join(held.split())


def said_by(section: Section) -> list[str]:
    """Return the pieces of text of a section in the order of a slide."""
    pieces = [section.title, section.label]
    for block in section.blocks:
        texts = [plain(text).replace(" [", "[").replace("[", " [") for text in block_texts(block)]
        pieces += texts
    return [normal(piece) for piece in pieces if piece.strip()]


def workshop() -> Document:
    """Return a small document with one of everything."""
    drawn = (Figure, Illustrated)
    blocks = tuple(block for block in specimen_blocks("Words of this block") if not isinstance(block, drawn))
    ideas = tuple(block for block in specimen_blocks("An idea in simple words.") if isinstance(block, Illustrated))
    figure = next(block for block in specimen_blocks("A caption") if isinstance(block, Figure))
    link = text_of("Read [the guide](https://www.example.org/guide) and [again](https://www.example.org/guide).")
    return Document(
        title="A workshop",
        language="cy-GB",
        author="Somebody",
        date="2026-11-23",
        imprint="An imprint",
        keywords=("one", "two"),
        sections=(
            Section(
                title="A workshop", role="cover", label="Of an hour", group="Opening", blocks=(Paragraph(link, "lead"),)
            ),
            Section(title="Power sharing", role="divider", label="Theme 4", accent="theme_4", group="Opening"),
            Section(title="All blocks", group="Middle", minutes=5, accent="theme_2", blocks=blocks, notes=blocks),
            Section(title="Circles", role="figure", group="Middle", blocks=(figure,), notes=(Paragraph(link),)),
            Section(title="In simple words", group="Middle", blocks=ideas),
            Section(title="Say this", role="activity", minutes=10, group="Opening", blocks=(Paragraph(link, "say"),)),
            Section(
                title="What is known",
                role="evidence",
                blocks=(
                    Paragraph((Span("It works "), Span("1", citation="x"), Span(".")), "lead"),
                    Paragraph(verbatim("Source: somebody, 2020"), "small"),
                ),
            ),
            Section(title="The end", role="closing", minutes=1, blocks=(Paragraph(verbatim("Goodbye")),)),
        ),
    )
