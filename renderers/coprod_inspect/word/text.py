"""The text of a Word file: headings, contrast, size, spacing, lists, links and fields."""

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from coprod_content.brand.contrast import LEAST_FOR_TEXT, contrast
from coprod_content.findings.fault import Fault
from coprod_content.text import urls
from coprod_inspect.office import LinkWords
from coprod_inspect.word.paragraphs import BOXED, WordParagraph, by_paragraph, said
from coprod_office.reading.package import Relationship
from coprod_office.reading.word_styles import AUTOMATIC, WordFormat, WordStyles
from coprod_office.reading.xml import Element, R, W, child, short

SMALLEST = 12.0
"""Points: the least for clear print."""
LEAST_FOR_LARGE = 3.0
_UNSAID = 10.0
"""Points: what Word takes where no style says a size."""
_LONG = 1000
"""Words, about three pages: from there on a text needs headings."""
_RUN, _WORDS, _STYLED, _HIDDEN, _STYLE = (f"{W}{name}" for name in ("r", "t", "rPr", "vanish", "rStyle"))
_SIMPLE, _CODE, _MARK, _LINK = (f"{W}{name}" for name in ("fldSimple", "instrText", "fldChar", "hyperlink"))
_CODED = frozenset((_SIMPLE, _CODE, _MARK))
_BULLET = re.compile(r"\s*[-–—•*▪◦·‣][ \t\u00a0]")
_BLANKS = (" " * 4, "\t" * 2, "\u00a0" * 3)
_FIELDS = frozenset(
    ("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "TOC", "REF", "PAGEREF", "STYLEREF", "SEQ", "HYPERLINK", "NOTEREF")
)


@frozen(eq=False)
class WordText:
    """The paragraphs of one part of a Word file, to be judged."""

    part: str
    root: Element
    paragraphs: tuple[WordParagraph, ...]
    looks: WordStyles
    relations: dict[str, Relationship]
    links: LinkWords

    def fault(self, code: str, what: str, paragraph: WordParagraph, words: str = "") -> Fault:
        """A fault at a paragraph."""
        spot = f"under '{short(paragraph.heading)}'" if paragraph.heading else self.part
        return Fault(code=code, spot=spot, what=what, words=words or paragraph.words.strip(), heading=paragraph.heading)

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the text."""
        yield from self._headings()
        yield from self._spacing()
        small: dict[str, tuple[float, str, WordParagraph]] = {}
        for paragraph in self.paragraphs:
            if paragraph.element in self._held:
                yield from self._links(paragraph)
            runs = tuple(self._runs(paragraph))
            for look, words in runs:
                size = look.size or _UNSAID
                if size < small.get(paragraph.heading, (SMALLEST, "", paragraph))[0]:
                    small[paragraph.heading] = size, words, paragraph
            yield from self._faint(paragraph, runs)
        for size, words, paragraph in small.values():
            what = f"'{short(words)}' has {size:g} pt; text needs {SMALLEST:g}."
            yield self.fault("text-too-small", what, paragraph, words)
        yield from self._fields()

    def _headings(self) -> Iterator[Fault]:
        before = 0
        for paragraph in self.paragraphs:
            level = paragraph.level
            if not level:
                continue
            words = " ".join(paragraph.words.split())
            if not words:
                yield self.fault("heading-empty", f"a heading of level {level} has no words.", paragraph)
                continue
            if level > before + 1:
                after = f"follows one of level {before}" if before else "is the first"
                yield self.fault("heading-jump", f"'{short(words)}' is of level {level} and {after}.", paragraph, words)
            before = level
        if not before and self.part == "the text":
            count = sum(len(paragraph.words.split()) for paragraph in self.paragraphs)
            if count >= _LONG:
                yield Fault(code="no-headings", what=f"{count:,} words have no heading.")

    def _spacing(self) -> Iterator[Fault]:
        """Empty paragraphs in a row, blanks in a row, and bullets typed in a row."""
        blank = typed = 0
        for paragraph in self.paragraphs:
            empty = _empty(paragraph)
            blank = (blank + 1 if _follows(paragraph.element) else 1) if empty else 0
            if blank == 2:
                yield self.fault("spacing-by-blanks", "two empty paragraphs follow each other.", paragraph)
            if any(blanks in paragraph.words.strip() for blanks in _BLANKS):
                what = f"'{short(paragraph.words.strip())}' is spaced by blanks."
                yield self.fault("spacing-by-blanks", what, paragraph)
            bullet = _BULLET.match(paragraph.words) and not paragraph.look.listed
            typed = typed + 1 if bullet else 0
            if typed == 2:
                what = f"the bullet of '{short(paragraph.words.strip())}' is typed."
                yield self.fault("fake-list", what, paragraph)

    def _runs(self, paragraph: WordParagraph) -> Iterator[tuple[WordFormat, str]]:
        """The words of each run with the whole look of them."""
        ground = paragraph.look.over(paragraph.cell).over(self.looks.defaults)
        boxed = not paragraph.drawn and any(held.tag == BOXED for held in self._held.get(paragraph.element, ()))
        for run in paragraph.element.iter(_RUN):
            words = "".join([text.text or "" for text in run if text.tag == _WORDS])
            if not words.strip() or (boxed and _in_drawing(run, paragraph.element)):
                continue
            properties = child(run, _STYLED)
            if properties is None:
                yield ground, words
            elif child(properties, _HIDDEN) is None:
                named = child(properties, _STYLE)
                style = self.looks.style(None if named is None else named.get(f"{W}val"))
                yield self.looks.run(properties).over(style).over(ground), words

    def _faint(self, paragraph: WordParagraph, runs: tuple[tuple[WordFormat, str], ...]) -> Iterator[Fault]:
        for look, words in runs:
            ground = look.shading or (paragraph.ground if paragraph.drawn else "#ffffff")
            colour = look.colour or AUTOMATIC
            if ground is None or colour == AUTOMATIC:
                continue
            size = look.size or _UNSAID
            least = LEAST_FOR_LARGE if size >= 18 or (size >= 14 and look.bold) else LEAST_FOR_TEXT
            ratio = contrast(colour, ground)
            if ratio < least:
                what = f"'{short(words)}' has a contrast of {int(ratio * 100) / 100:.2f}:1; it needs {least:g}:1."
                yield self.fault("contrast", what, paragraph, words)
                return

    @cached_property
    def _held(self) -> dict[Element, list[Element]]:
        """The links, fields and text boxes in each paragraph that has some."""
        return by_paragraph(self.root, _LINK, _SIMPLE, _CODE, _MARK, BOXED)

    def _links(self, paragraph: WordParagraph) -> Iterator[Fault]:
        for link in self._held[paragraph.element]:
            if link.tag != _LINK:
                continue
            relation = self.relations.get(link.get(f"{R}id") or "")
            words = said(link) or _pictured(link)
            spot = f"under '{short(paragraph.heading)}'" if paragraph.heading else self.part
            if relation is not None:
                yield from self.links.faults(words, relation.target, spot, paragraph.heading)
            elif not words.strip():
                yield self.fault("link-no-words", "a link has no words.", paragraph)

    def _fields(self) -> Iterator[Fault]:
        """Fields that do more than number and refer. A code that is split over runs is put together first."""
        code = ""
        for paragraph in self.paragraphs:
            if paragraph.element not in self._held:
                continue
            pieces = [held for held in self._held[paragraph.element] if held.tag in _CODED]
            codes = [simple.get(f"{W}instr") or "" for simple in pieces if simple.tag == _SIMPLE]
            for piece in pieces:
                if piece.tag == _SIMPLE:
                    continue
                if piece.tag == _CODE:
                    code += piece.text or ""
                else:
                    codes.append(code)
                    code = ""
            for whole in codes:
                yield from self._field(whole.strip(), paragraph)

    def _field(self, code: str, paragraph: WordParagraph) -> Iterator[Fault]:
        name = code.split(maxsplit=1)[0].upper() if code else ""
        if name and name not in _FIELDS:
            yield self.fault("active-content", f"there is a field {short(name)}.", paragraph)
        target = re.match(r'HYPERLINK\s+"?([^"\s]+)', code)
        if target and not target[1].startswith("\\") and urls.url_fault(target[1]):
            what = f"a link {urls.url_fault(target[1])}: '{short(target[1])}'."
            yield self.fault("unsafe-link", what, paragraph, target[1])


def _follows(element: Element) -> bool:
    beside = element.getprevious()
    return beside is not None and beside.tag == f"{W}p"


def _empty(paragraph: WordParagraph) -> bool:
    """Whether a paragraph holds nothing at all; a ruled line to write on, a break and a picture are something."""
    element = paragraph.element
    if paragraph.words.strip(" \u00a0") or paragraph.look.ruled:
        return False
    something = ("drawing", "pict", "object", "sectPr", "br", "fldChar", "sym", "lastRenderedPageBreak")
    return next(element.iter(*(f"{W}{name}" for name in something)), None) is None


def _in_drawing(run: Element, paragraph: Element) -> bool:
    """Whether a run stands in a drawing of a paragraph, whose text is judged by itself."""
    return (
        next((up for up in run.iterancestors() if up is paragraph or up.tag == f"{W}txbxContent"), None)
        is not paragraph
    )


def _pictured(link: Element) -> str:
    """The alternative text of what a link has in place of words."""
    alts = (element.get("descr") for element in link.iter() if str(element.tag).endswith("}docPr"))
    return next((alt for alt in alts if alt), "")
