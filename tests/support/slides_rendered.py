"""Decks as LibreOffice draws them: each word with its box, and the text boxes of the file.

Boxes, type sizes and indents are read from the file, so any deck of ours can be judged, in a template of others too.
"""

import html
import io
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

from attrs import field, frozen
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from tests.support.slides_reading import NAMES

from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle
from coprod_content.layout.frames import Frame
from coprod_content.text.spans import Span, Text

EMU, SAFE, DEFAULT_SIZE = 36_000, 5.0, 1800
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
_LETTERS = re.compile(r"[^\W_]")
_HANGUL = "\u1100"
_INSETS = {"lIns": "91440", "tIns": "45720", "rIns": "91440", "bIns": "45720"}
_EDGE, _RISE, _UNSEEN = 0.5, 0.12, ("\u00ad", "\u200b", "\u200d", "\ufe0f")
Edges = tuple[float, float, float, float]
_WHOLE, _LOGO, _THIN, _RISE_OF_OTHERS = 0.9, 0.08, 1.0, 0.2


@frozen
class Word:
    """A word as it is drawn, with its edges in millimetres from the upper left of the slide."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> tuple[float, float]:
        """The centre of the word."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def edges(self) -> Edges:
        """The edges of the letters, without the space for accents above and below."""
        spare = (self.bottom - self.top) * _RISE
        return self.left, self.top + spare, self.right, self.bottom - spare

    def touches(self, edges: Edges) -> bool:
        """Whether the word and a box overlap."""
        left, top, right, bottom = self.edges
        across = min(right, edges[2]) - max(left, edges[0])
        return across > _EDGE and min(bottom, edges[3]) - max(top, edges[1]) > _EDGE

    def is_inside(self, edges: Edges) -> bool:
        """Whether the whole word is in a box."""
        left, top, right, bottom = self.edges
        across = edges[0] <= left + _EDGE and right <= edges[2] + _EDGE
        return across and edges[1] <= top + _EDGE and bottom <= edges[3] + _EDGE


@frozen
class TemplateShapes:
    """What a template draws on a slide: its words, and the edges of shapes and pictures, in millimetres."""

    words: frozenset[str]
    shapes: tuple[Edges, ...]
    pictures: tuple[Edges, ...]


@frozen
class Said:
    """A paragraph of a file: its text, type size in points and indent in millimetres."""

    text: Text
    size: float
    indent: float

    def lines(self, width: float, frame: Frame) -> int:
        """Return the number of lines that fitting counts."""
        type_ = TextStyle(self.size, line=1.0)
        return round(frame.text_height(self.text, width - self.indent, type_) / type_.line_mm)


@frozen
class TextBox:
    """A text box without its insets, with its edges in millimetres."""

    left: float
    top: float
    right: float
    bottom: float
    said: tuple[Said, ...]
    is_number: bool = False

    def lines(self, frame: Frame) -> int:
        """Return the number of lines that fitting counts."""
        return sum(said.lines(self.right - self.left, frame) for said in self.said)

    @property
    def letters(self) -> Counter[str]:
        """The letters and digits of the box."""
        return letters("".join(span.text for said in self.said for span in said.text))

    def has(self, word: Word) -> bool:
        """Whether the centre of a word is in the box. The first line of large type may start above it."""
        x, y = word.middle
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def holds(self, word: Word, share: float) -> bool:
        """Whether a word is inside the box, or reaches out by at most a share of its height.

        The box of a word has space for accents that large type does not use: with tight lines it reaches out by an
        eighth of its height. Invisible characters at its end may reach out too.
        """
        height = word.bottom - word.top
        rise, unseen = _EDGE + share * height, height if word.text[-1:] in _UNSEEN else 0.0
        across = self.left - _EDGE <= word.left and word.right - unseen <= self.right + _EDGE
        return across and self.top - rise <= word.top and word.bottom <= self.bottom + rise


@frozen(kw_only=True)
class Drawn:
    """A slide as it is drawn."""

    title: str
    width: float
    height: float
    boxes: tuple[TextBox, ...]
    words: tuple[Word, ...]
    template: TemplateShapes | None = None

    @cached_property
    def words_by_box(self) -> dict[TextBox, tuple[Word, ...]]:
        """The words of each box. A word in several boxes belongs to the smallest."""
        found: dict[TextBox, list[Word]] = {box: [] for box in self.boxes}
        for word in self.words:
            around = [box for box in self.boxes if box.has(word)]
            if around:
                found[min(around, key=lambda box: (box.right - box.left) * (box.bottom - box.top))].append(word)
        return {box: tuple(words) for box, words in found.items()}

    def faults(self) -> Iterator[str]:
        """Yield words outside their box or too near the edge of the slide, and letters that are missing.

        In a template of others, also yield words that touch its shapes or words of another box.
        """
        for word in self.words:
            around = [box for box in self.boxes if box.has(word)]
            theirs = self.template and (not around or all(box.is_number for box in around))
            near = min(word.left, word.top, self.width - word.right, self.height - word.bottom)
            if near < SAFE and not theirs:
                yield f"{self.title}: '{word.text}' is {near:.1f} mm from the edge"
            if not around and not (self.template and word.text in self.template.words):
                yield f"{self.title}: '{word.text}' is in no box"
        if self.template:
            yield from self._touching(self.template)
        rise = _RISE_OF_OTHERS if self.template else _RISE
        for box, words in self.words_by_box.items():
            yield from (
                f"{self.title}: '{word.text}' reaches outside its box" for word in words if not box.holds(word, rise)
            )
            lost = box.letters - letters("".join(word.text for word in words))
            if lost:
                yield f"{self.title}: not in its box: {''.join(lost.elements())[:60]}"

    def _touching(self, template: TemplateShapes) -> Iterator[str]:
        """Yield words that touch words of another box, or are partly on a shape of the template."""
        written = [(box, word) for box, words in self.words_by_box.items() if not box.is_number for word in words]
        for at, (box, word) in enumerate(written):
            for other, second in written[at + 1 :]:
                if other is not box and word.touches(second.edges):
                    yield f"{self.title}: '{word.text}' touches '{second.text}'"
            for edges in template.shapes:
                if word.touches(edges) and not word.is_inside(edges):
                    yield f"{self.title}: '{word.text}' is partly on a shape"
            if any(word.touches(edges) for edges in template.pictures):
                yield f"{self.title}: '{word.text}' is on a picture"


def letters(words: str) -> Counter[str]:
    """Count the letters and digits of some words, without accents and case.

    Those of East Asian scripts are left out: where no font has them they are drawn as boxes, and cannot be read back.
    """
    found = _LETTERS.findall(unicodedata.normalize("NFKD", words).casefold())
    return Counter(letter for letter in found if unicodedata.east_asian_width(letter) not in "WF" and letter < _HANGUL)


def lines_of(words: Sequence[Word]) -> int:
    """Count the lines of some words, whose centres differ by half a line or more."""
    count, last = 0, None
    for word in sorted(words, key=lambda word: word.middle[1]):
        height = word.bottom - word.top
        if last is None or word.middle[1] - last > height * 0.45:
            count, last = count + 1, word.middle[1]
    return count


@frozen
class Deck:
    """A deck, and the pages that LibreOffice made of it."""

    name: str
    data: bytes = field(repr=False)
    pages: tuple[tuple[Word, ...], ...] = field(repr=False)
    foreign: bool = False

    def slides(self) -> Iterator[Drawn]:
        """Yield the slides as they are drawn."""
        deck = Presentation(io.BytesIO(self.data))
        size = (deck.slide_width / EMU, deck.slide_height / EMU)
        slides = list(deck.slides)
        assert len(slides) == len(self.pages), f"{self.name}: {len(slides)} slides, {len(self.pages)} pages"
        for slide, words in zip(slides, self.pages, strict=True):
            boxes = tuple(box for shape in slide.shapes for box in _boxes(shape, slide.slide_layout))
            titles = slide.element.xpath(".//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]")
            title = "".join(titles[0].xpath(".//a:t/text()"))[:40]
            theirs = _template_shapes(slide.slide_layout, size) if self.foreign else None
            yield Drawn(title=title, width=size[0], height=size[1], boxes=boxes, words=words, template=theirs)


def pages_of(pdf: Path, pdftotext: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each page of a PDF."""
    run = subprocess.run([pdftotext, "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True, timeout=120)
    return tuple(tuple(_words(page)) for page in run.stdout.split("<page ")[1:])


def _words(page: str) -> Iterator[Word]:
    for *corners, text in _WORD.findall(page):
        yield Word(*(float(corner) * MM_PER_PT for corner in corners), html.unescape(text))


def _boxes(shape: Any, layout: Any) -> Iterator[TextBox]:
    """Yield the text boxes of a shape, of the shapes in a group, or of the cells of a table."""
    if hasattr(shape, "shapes"):
        for inner in shape.shapes:
            yield from _boxes(inner, layout)
    elif getattr(shape, "has_table", False) and shape.has_table:
        yield from _cells(shape)
    elif shape.has_text_frame and shape.text_frame.text.strip():
        left, top, right, bottom = _insets(shape, layout)
        far, low = shape.left + shape.width, shape.top + shape.height
        box = (shape.left + left, shape.top + top, far - right, low - bottom)
        levels = _levels(shape, layout)
        said = tuple(_said(p, levels) for p in shape.text_frame._txBody.p_lst)
        yield TextBox(*(edge / EMU for edge in box), said, is_number=_is_number(shape))


def _is_number(shape: Any) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER


def _insets(shape: Any, layout: Any) -> list[int]:
    """Return the left, top, right and bottom insets of a text box, in EMU."""
    bodies, above = [shape.text_frame._txBody.bodyPr], shape
    while (above := getattr(above, "_base_placeholder", None)) is not None:
        bodies += above._element.xpath("p:txBody/a:bodyPr")
    return [
        int(next((found for body in bodies if (found := body.get(key)) is not None), default))
        for key, default in _INSETS.items()
    ]


def _template_shapes(layout: Any, size: tuple[float, float]) -> TemplateShapes:
    """Return what a layout and its master draw on each slide, without backgrounds and lines.

    A picture that is larger than a logo is a background.
    """
    hidden = layout._element.get("showMasterSp") in ("0", "false")
    words: set[str] = set()
    boxes: dict[bool, list[Any]] = {True: [], False: []}
    for shape in (each for owner in (layout, *([] if hidden else [layout.slide_master])) for each in owner.shapes):
        if shape.is_placeholder or shape.width is None:
            continue
        words |= set(shape.text_frame.text.split()) if shape.has_text_frame else set()
        edges = tuple(e / EMU for e in (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height))
        width, height = edges[2] - edges[0], edges[3] - edges[1]
        is_picture = shape.shape_type == MSO_SHAPE_TYPE.PICTURE
        if width * height < (_LOGO if is_picture else _WHOLE) * size[0] * size[1] and min(width, height) > _THIN:
            boxes[is_picture].append(edges)
    return TemplateShapes(frozenset(words), tuple(boxes[False]), tuple(boxes[True]))


def _cells(shape: Any) -> Iterator[TextBox]:
    table = shape.table
    across = [shape.left, *accumulate((column.width for column in table.columns), initial=shape.left)][1:]
    down = [shape.top, *accumulate((row.height for row in table.rows), initial=shape.top)][1:]
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row.cells):
            if cell.text.strip():
                left, right = across[x] + cell.margin_left, across[x + 1] - cell.margin_right
                top, bottom = down[y] + cell.margin_top, down[y + 1] - cell.margin_bottom
                said = tuple(_said(p, []) for p in cell.text_frame._txBody.p_lst)
                yield TextBox(left / EMU, top / EMU, right / EMU, bottom / EMU, said)


def _levels(shape: Any, layout: Any) -> list[Any]:
    """Return the levels of the list style of a placeholder's layout."""
    if not shape.is_placeholder:
        return []
    number = shape.placeholder_format.idx
    own = next((p for p in layout.placeholders if p.placeholder_format.idx == number), shape)
    master, style = layout.slide_master._element, "titleStyle" if number == 0 else "bodyStyle"
    found = []
    for at in range(1, 10):
        level = own._element.find(f".//a:lstStyle/a:lvl{at}pPr", NAMES)
        found.append(master.find(f"p:txStyles/p:{style}/a:lvl{at}pPr", NAMES) if level is None else level)
    return found


def _said(paragraph: Any, levels: list[Any]) -> Said:
    given = paragraph.find("a:pPr", NAMES)
    level = levels[int(given.get("lvl", 0)) if given is not None else 0] if levels else None
    base = level.find("a:defRPr", NAMES) if level is not None else None
    margin = next((p.get("marL") for p in (given, level) if p is not None and p.get("marL")), "0")
    size, spans = None, []
    for run in paragraph.iter(f"{{{NAMES['a']}}}r", f"{{{NAMES['a']}}}fld"):
        set_ = run.find("a:rPr", NAMES)
        size = set_.get("sz") or size
        strong = (set_.get("b") or (base.get("b") if base is not None else None)) == "1"
        link = set_.find("a:hlinkClick", NAMES) is not None
        spans.append(Span(run.findtext("a:t", "", NAMES), strong=strong, url="https://example.org" if link else ""))
    size = size or (base.get("sz") if base is not None else None)
    return Said(tuple(spans), int(size or DEFAULT_SIZE) / 100, int(margin) / EMU)
