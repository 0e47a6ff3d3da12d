"""Reading a PDF of cards as a printer, a screen reader and a person would."""

import html
import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import page
import pikepdf
from attrs import field, frozen

MM = 72 / 25.4
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>')


@frozen
class Word:
    """A word, its page from 0, and its box in millimetres from the upper left corner of the page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


@frozen
class Picture:
    """The grey pixels of a page, 0 to 255, with `scale` pixels to a millimetre."""

    width: int
    height: int
    scale: float
    pixels: bytes = field(repr=False)

    def at(self, x: float, y: float) -> int:
        """Return the pixel at a point in millimetres."""
        return self.pixels[int(y * self.scale) * self.width + int(x * self.scale)]

    def darkest(self, left: float, top: float, right: float, bottom: float) -> int:
        """Return the darkest pixel in a box in millimetres."""
        start, stop = int(left * self.scale), int(right * self.scale)
        rows = range(int(top * self.scale), int(bottom * self.scale))
        return min(min(self.pixels[row * self.width + start : row * self.width + stop]) for row in rows)


@frozen(slots=False)
class Reading:
    """A PDF, and a folder for the files that outside programs need."""

    data: bytes = field(repr=False)
    folder: Path

    @cached_property
    def path(self) -> Path:
        """The file."""
        path = self.folder / "cards.pdf"
        path.write_bytes(self.data)
        return path

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        """The file, opened."""
        return pikepdf.open(io.BytesIO(self.data))

    def words(self, program: str) -> list[Word]:
        """Return the words with their boxes in drawing order, from pdftotext."""
        found, page = [], -1
        for line in self._run(program, "-raw", "-bbox", str(self.path), "-").splitlines():
            page += "<page " in line
            if match := _WORD.search(line):
                found.append(Word(page, *(float(match[at]) / MM for at in range(1, 5)), html.unescape(match[5])))
        return found

    def text(self, program: str) -> str:
        """Return the text in drawing order, from pdftotext."""
        return self._run(program, "-raw", "-enc", "UTF-8", str(self.path), "-")

    def picture(self, program: str, page: int, dpi: int = 100) -> Picture:
        """Return the pixels of a page, from pdftoppm."""
        number = str(page + 1)
        words = [program, "-gray", "-r", str(dpi), "-f", number, "-l", number, "-singlefile", str(self.path)]
        data = subprocess.run(words, check=True, capture_output=True, timeout=60).stdout
        header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
        assert header
        return Picture(int(header[1]), int(header[2]), dpi / 25.4, data[header.end() :])

    @cached_property
    def tags(self) -> Counter[str]:
        """The number of structure elements of each type."""
        return Counter(str(element.S).lstrip("/") for element in self.elements())

    def elements(self) -> Iterator[pikepdf.Dictionary]:
        """Yield the structure elements in reading order."""
        yield from _elements(self.pdf.Root.StructTreeRoot.K)

    def sizes(self) -> set[float]:
        """Return the sizes of all type, in points."""
        found = set()
        for sheet in self.pdf.pages:
            for instruction in pikepdf.parse_content_stream(sheet):
                if str(instruction.operator) == "Tf":
                    found.add(round(float(instruction.operands[1]), 2))
        return found

    def glyphs(self) -> Iterator[int]:
        """Yield the number of each glyph drawn on pages and in forms; 0 is a missing glyph."""
        forms = (obj for obj in self.pdf.objects if isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == "/Form")
        for stream in (*self.pdf.pages, *forms):
            for instruction in pikepdf.parse_content_stream(stream):
                if str(instruction.operator) in ("Tj", "TJ", "'", '"'):
                    yield from _codes(instruction.operands[-1])

    def faults(self, profile: str) -> list[str]:
        """Return the faults that page-validation finds.

        It mistakes a carriage return at the end of a stream for a part of the line ending, so lengths are checked here.
        """
        report = page.validate_pdf_bytes(self.data, profile=profile)
        streams = [obj for obj in self.pdf.objects if isinstance(obj, pikepdf.Stream)]
        wrong = ["a stream is not as long as it says" for obj in streams if not self._ends(obj)]
        return wrong + [str(found) for found in report.failures if found.rule_id != "PDFA2A-STREAM-LENGTH-001"]

    def _ends(self, stream: pikepdf.Stream) -> bool:
        raw = stream.read_raw_bytes()
        return len(raw) == int(stream.Length) and raw + b"\nendstream" in self.data

    def fonts(self) -> list[pikepdf.Dictionary]:
        """Return the descriptors of all fonts."""
        dictionaries = (obj for obj in self.pdf.objects if isinstance(obj, pikepdf.Dictionary))
        return [found for found in dictionaries if found.get("/Type") == "/FontDescriptor"]

    def content(self) -> bytes:
        """Return all streams, decompressed, except the pixels of photos."""
        streams = (obj for obj in self.pdf.objects if isinstance(obj, pikepdf.Stream))
        return b"".join(
            obj.read_raw_bytes() if obj.get("/Filter") == "/DCTDecode" else obj.read_bytes() for obj in streams
        )

    def _run(self, program: str, *words: str) -> str:
        return subprocess.run([program, *words], check=True, capture_output=True, timeout=60).stdout.decode()


def _codes(shown: object) -> Iterator[int]:
    """Yield the two-byte codes of fonts with Identity-H encoding."""
    for piece in shown if isinstance(shown, pikepdf.Array) else (shown,):
        if isinstance(piece, pikepdf.String):
            data = bytes(piece)
            yield from (int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))


def _elements(kids: object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(kids, pikepdf.Array):
        for kid in kids:
            yield from _elements(kid)
    elif isinstance(kids, pikepdf.Dictionary) and "/S" in kids:
        yield kids
        if "/K" in kids:
            yield from _elements(kids.K)
