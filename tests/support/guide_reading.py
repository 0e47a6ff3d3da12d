"""Reading a guide as a screen reader does: words in order, headings, alternative texts."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen
from lxml import etree

from coprod_content.content.drawing import Circle, Drawing, Label, Rectangle, Stroke
from coprod_content.document.blocks import Bullets, Callout, Fact, Facts, Figure, Paragraph, Signpost, Table, Writing
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import Span, text_of, verbatim

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "app": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}
W = f"{{{NAMES['w']}}}"


@frozen
class Guide:
    """A Word file."""

    data: bytes

    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.namelist()

    def bytes(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(name)

    def part(self, name: str = "word/document.xml") -> etree._Element:
        return etree.fromstring(self.bytes(name))

    def find(self, path: str, part: str = "word/document.xml") -> list:
        return self.part(part).xpath(path, namespaces=NAMES)

    def paragraphs(self, style: str) -> list[etree._Element]:
        """Return the paragraphs with a style id."""
        return self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")

    def targets(self) -> list[str]:
        """Return the addresses that the document links to."""
        return self.find("//rel:Relationship[@TargetMode='External']/@Target", "word/_rels/document.xml.rels")

    def headings(self) -> list[tuple[int, str]]:
        """Return the level and words of each heading, without minutes; no-break spaces become spaces."""
        levels = {
            style.get(f"{W}styleId"): int(level) + 1
            for style in self.find("//w:style", "word/styles.xml")
            for level in style.xpath("w:pPr/w:outlineLvl[@w:val < 9]/@w:val", namespaces=NAMES)
        }
        paragraphs = ((p, (p.xpath("w:pPr/w:pStyle/@w:val", namespaces=NAMES) or [""])[0]) for p in self.find("//w:p"))
        words = ((style, words_in(p).replace("\u00a0", " ")) for p, style in paragraphs)
        return [
            (levels[style], re.sub(r" · \d+ min( · [a-z ]+)?$", "", said)) for style, said in words if style in levels
        ]

    def words(self) -> str:
        """Return everything that is read, one piece a line, without the contents list."""
        return "\n".join(_spoken(self.part().find(f"{W}body")))


def words_in(element: etree._Element) -> str:
    """Return the text of an element."""
    return "".join(element.xpath(".//w:t/text()", namespaces=NAMES))


def _spoken(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}sdt":
            continue
        if child.tag == f"{W}p":
            yield from child.xpath(".//wp:docPr/@descr", namespaces=NAMES)
            outside = child.xpath(".//w:t[not(ancestor::mc:AlternateContent)]/text()", namespaces=NAMES)
            yield "".join(outside)
        else:
            yield from _spoken(child)


def png() -> bytes:
    """Return a picture of two white pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head, dots = struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0), zlib.compress(b"\0" + b"\xff" * 6)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def normal(words: str) -> str:
    """Return words as a guide has them: characters XML forbids replaced, single spaces."""
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", words)
    return " ".join(clean.split())


DRAWING = Drawing(
    width=100,
    height=50,
    shapes=(
        Circle(x=30, y=25, radius=20, fill="theme_2", opacity=18, outline="theme_2"),
        Rectangle(x=50, y=5, width=30, height=20, fill="sun", corner=3),
        Rectangle(x=0, y=45, width=10, height=5, fill="theme_1"),
        Stroke(x=80, y=40, to_x=60, to_y=10, colour="muted", arrow=True),
        Label(x=20, y=20, width=20, height=10, text="Together", size=2, strong=True),
    ),
)


def steps(*titles: str) -> tuple[Section, ...]:
    """Return numbered steps."""
    return tuple(
        Section(title=title, role="step", number=at, minutes=5 * at, blocks=(Paragraph(verbatim("Do it.")),))
        for at, title in enumerate(titles, start=1)
    )


@lru_cache(maxsize=1)
def specimen() -> Document:
    """Return a guide like those of editions: cover, contents, tools, a handout, references, credits."""
    return Document(
        title="First steps: facilitator guide",
        subtitle="Facilitator guide",
        language="en-GB",
        author="An open library",
        date="2026-11-23",
        imprint="An imprint",
        keywords=("co-production", "facilitation"),
        sections=(
            Section(
                title="First steps",
                role="cover",
                label="A workshop",
                accent="theme_4",
                blocks=(Paragraph(verbatim("What this is."), "lead"),),
            ),
            Section(title="Contents", role="contents"),
            Section(title="Run sheet", role="agenda", blocks=(_TABLE, _FACTS)),
            Section(title="The session", sections=(_tool("Power mapping"), _tool("World café"))),
            Section(title="Part two", role="divider", accent="theme_3", label="After the break", minutes=90),
            Section(title="A picture", role="figure", blocks=(_FIGURE, *_LISTS), notes=_NOTES),
            Section(title="Callouts", blocks=_CALLOUTS),
            Section(title="How it felt", role="handout", label="Touchpoints", blocks=_WRITING),
            Section(title="Counted apart", number=7, role="a role of tomorrow"),
            Section(title="References", role="references", blocks=(_WORKS,)),
            Section(
                title="About", role="credits", blocks=(Paragraph(text_of("Under [CC BY](https://cc.example.org).")),)
            ),
        ),
    )


def _tool(title: str) -> Section:
    cited = (Span("A claim "), Span("2", citation="b"), Span(" and one unknown "), Span("9", citation="z"), Span("."))
    said = (Paragraph(cited), Signpost("Where it comes from", "https://example.org/m?a=1&b=2"))
    parts = (Section(title="Steps", sections=steps("Begin", "Go on")), Section(title="Origin", blocks=said))
    return Section(title=title, label="10:00 to 10:20, 20 minutes", minutes=20, accent="theme_1", sections=parts)


_TABLE = Table(
    "Run sheet of First steps",
    (verbatim("Time"), verbatim("What")),
    tuple((text_of(f"**{hour}:00**"), verbatim("Welcome & rest")) for hour in range(9, 40)),
    (1, 3),
)
_FACTS = Facts("At a glance", (Fact("Time", verbatim("20 minutes")), Fact("People", verbatim("3 to 40"))))
_FIGURE = Figure(DRAWING, "A circle and a box.", verbatim("Two shapes"))
_LISTS = (
    Bullets((verbatim("One"), verbatim("Two")), "number"),
    Bullets((verbatim("Four"), verbatim("Five")), "number", start=4),
    Bullets((verbatim("Bring pens"),), "check"),
    Bullets((text_of("A *point* with [words](https://example.org/words)"),)),
)
_NOTES = (Paragraph(verbatim("Only for you.")), Bullets((verbatim("And this"),)))
_CALLOUTS = (
    *(Callout(kind, f"Title {kind}", (verbatim("Said."),)) for kind in ("say", "advice", "caution", "access")),
    Callout("evidence", "Once", (verbatim("Known."),)),
    Callout("evidence", "Twice", (verbatim("Known too."),)),
    Paragraph(verbatim("Aloud."), "say"),
    Paragraph(verbatim("Small."), "small"),
)
_WRITING = (Writing(verbatim("What I keep"), 2), Writing(verbatim("What I change"), 4), Writing(verbatim("A word"), 1))
_WORKS = Bullets((text_of("Bate P. [A book](https://doi.org/10.1/x)."), verbatim("Dewar B. Another.")), "number")
