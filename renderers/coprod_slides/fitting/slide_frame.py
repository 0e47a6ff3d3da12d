"""A frame of a slide: how text is measured in the layouts of a deck."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from math import ceil

from attrs import evolve, frozen

from coprod_content.document.blocks import Block, Bullets, Fact, Facts, Signpost, Table
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import FontMetrics, TextStyle
from coprod_content.layout.frames import Frame
from coprod_content.text.spans import Span, Text, verbatim
from coprod_slides.slide_words import tied

_PART = re.compile("[^ \t\n\u2010\u2013\u2014-]+[\u2010\u2013\u2014-]*")
_NUMBER_SPACE, _BESIDE_WORD, _ROUNDING = 2.0, 1.0, 0.01
_NARROWING_STEPS = 6
# LibreOffice sets type in whole hundredths of a millimetre and rounds the place of each letter: over the whole library
# lines came out up to 0.37 % wider than the font says.
_SURE = 0.996
# A font that stands in for missing characters may be higher and its letters wider: DejaVu Sans, which LibreOffice
# takes, is up to a fifth wider than Arial, and fonts of other scripts have lines up to three tenths higher.
_WIDE, _TALL = 0.83, 1.3
# Characters after which a line may break, and others as wide, or a little wider, after which none does.
_UNBROKEN = str.maketrans({" ": "\u00a0", "-": "\u2011", "\u2010": "\u2011", "\u2013": "0", "\u2014": "@"})
_MOST_LINES = 2


@frozen(kw_only=True)
class SlideFrame(Frame):
    """The room on the slides of a layout.

    `natural` is the height of a line of the font at single spacing. `title_room` is the width of the title's box, while
    `title_width` bounds the label, which may take several lines. `larger` are frames of larger type,
    to be tried before, that may fill a `share` of the height.
    """

    layout: str
    natural: float
    title_room: float
    only_text: bool = False
    larger: tuple["SlideFrame", ...] = ()
    share: float = 1.0

    def title_type(self, section: Section) -> TextStyle | None:
        """The largest type in which the title fits without a word being broken, else the largest in which it fits."""
        words = verbatim(tied(section.title))
        fitting = [t for t in self.title if self.text_height(words, self.title_room, t) <= self.title_height]
        parts = _PART.findall(section.title)
        whole = (t for t in fitting if all(self.metrics.width(part, t) <= self.title_room * _SURE for part in parts))
        return next(whole, fitting[0] if fitting else None)

    def text_height(self, text: Text, width: float, type_: TextStyle) -> float:
        """The height of a paragraph, with the space after it."""
        lines, tall = _set(text, self.metrics, width, type_)
        return lines * type_.line_mm * tall + type_.after_mm

    def is_strange(self, text: Text) -> bool:
        """Whether another font may have to draw some of a text: characters or accents that this one does not have."""
        return _is_strange(text, self.metrics)

    def lines(self, text: Text, width: float, type_: TextStyle) -> int:
        """How many lines a text takes in PowerPoint or in LibreOffice, which does not break a link: the more count."""
        return _set(text, self.metrics, width, type_)[0]

    def height_of(self, block: Block) -> float:
        """The height of a block, without the gap before it."""
        match block:
            case Bullets(items):
                room = self.width - self.indent_of(block)
                return sum(self.text_height(item, room, self.body) for item in items)
            case Signpost(label, url):
                return self.text_height((Span(label, url=url),), self.width, self.body) + self.address_height(url)
            case _:
                return super().height_of(block)

    def address_height(self, url: str) -> float:
        """The height of an address, which programs may also break at a slash."""
        either = (url, url.replace("/", "-"))
        return max(self.text_height(verbatim(words), self.width, self.small) for words in either)

    def indent_of(self, bullets: Bullets) -> float:
        """How far the entries of a list stand in: room for the widest of its numbers."""
        if bullets.style != "number":
            return self.indent
        widest = self.metrics.width(f"{bullets.start + len(bullets.items) - 1}.", self.body)
        return max(self.indent, widest + _NUMBER_SPACE)

    def column_widths(self, table: Table) -> tuple[float, ...]:
        """The widths of the columns of a table: by their shares, but if possible as wide as each word."""
        shares = super().column_widths(table)
        least = [self._widest_word(column) for column in zip(table.header, *table.rows, strict=True)]
        if sum(least) > self.width or all(wide >= word for wide, word in zip(shares, least, strict=True)):
            return shares
        spare = [max(0.0, wide - word) for wide, word in zip(shares, least, strict=True)]
        scale = (self.width - sum(least)) / sum(spare)
        return tuple(word + extra * scale for word, extra in zip(least, spare, strict=True))

    def _widest_word(self, cells: tuple[Text, ...]) -> float:
        face, type_ = self.metrics, self.table
        widest = max((_widest(span.text, face, type_) for cell in cells for span in cell), default=0.0)
        return widest / _SURE + 2 * self.pad + _ROUNDING

    def row_height(self, table: Table, row: tuple[Text, ...], widths: tuple[float, ...] = ()) -> float:
        """The height of a table row; the header is strong."""
        return super().row_height(table, tuple(bold(cell) for cell in row) if row is table.header else row, widths)

    def tile_rows(self, facts: Facts) -> tuple[tuple[Fact, ...], ...]:
        """Facts as they stand side by side: short ones in rows of about as many, a long one in a row of its own."""
        rows: list[tuple[Fact, ...]] = []
        for short, together in groupby(facts.items, self.is_short):
            group = tuple(together)
            count = ceil(len(group) / self.columns) if short else len(group)
            starts = [ceil(len(group) * at / count) for at in range(count + 1)]
            rows += (group[start:end] for start, end in pairwise(starts))
        return tuple(rows)

    def tile_width(self, count: int) -> float:
        """The width of a tile of so many side by side."""
        return (self.width - (count - 1) * self.gap) / count

    def is_short(self, fact: Fact) -> bool:
        """Whether a fact takes at most two lines where as many stand side by side as there may."""
        room = self.tile_width(self.columns) - 4 * self.pad
        lines = self.lines(bold(fact.value), room, self.table)
        return lines <= _MOST_LINES and self._label_lines(fact, room) == 1

    def _label_lines(self, fact: Fact, room: float) -> int:
        return self.lines(verbatim(fact.label), room, self.label)

    def facts_rows(self, facts: Facts) -> tuple[float, ...]:
        """The heights of the rows of tiles that Facts take."""
        return tuple(
            max(self._fact_height(fact, len(row)) for fact in row) + 4 * self.pad for row in self.tile_rows(facts)
        )

    def _fact_height(self, fact: Fact, beside: int) -> float:
        room = self.tile_width(beside) - 4 * self.pad
        value = self.text_height(value_of(fact, beside), room, self.table)
        return self.text_height(verbatim(fact.label), room, self.label) + value

    def narrowed(self, title: str, type_: TextStyle) -> float:
        """The least width in which a title takes no more lines, so that its lines are about as long as each other."""
        words = verbatim(title)
        lines = self.lines(words, self.title_room, type_)
        longest = max((self.metrics.width(word, type_) for word in title.split()), default=0.0)
        low, high = min(self.title_room, max(self.title_room / 2, longest + _BESIDE_WORD)), self.title_room
        for _ in range(_NARROWING_STEPS if lines > 1 else 0):
            middle = (low + high) / 2
            low, high = (low, middle) if self.lines(words, middle, type_) == lines else (middle, high)
        return high

    def filled(self, blocks: tuple[Block, ...]) -> float:
        """The height of blocks one below the other."""
        return sum(self.height_of(block) for block in blocks) + max(0, len(blocks) - 1) * self.gap


@lru_cache(maxsize=65_536)
def _set(text: Text, face: FontMetrics, width: float, type_: TextStyle) -> tuple[int, float]:
    """How many lines a text takes in a box of that width, and how many times as high as usual they may be."""
    strange = _is_strange(text, face)
    room = width * (_WIDE if strange else _SURE)
    lines = face.lines(text, room, type_)
    if any(span.url for span in text):
        fields = _around_long_links(text, lambda span: face.width(span.text, type_, strong=span.strong) > room)
        lines = max(lines, sum(face.lines(part, room, type_) for part in fields))
    return lines, _TALL if strange else 1.0


def _is_strange(text: Text, face: FontMetrics) -> bool:
    for span in text:
        if not span.text.isascii():
            return _strange("".join([span.text for span in text]), face)
    return False


def _around_long_links(text: Text, is_long: Callable[[Span], bool]) -> Iterator[Text]:
    """The parts of a text that begin lines of their own in LibreOffice, links as it sets them: in one piece, and before
    and after one that is longer than a line the line breaks."""
    part: Text = ()
    for span in text:
        if not span.url:
            part = (*part, span)
            continue
        link = evolve(span, text=span.text.translate(_UNBROKEN))
        if not is_long(link):
            part = (*part, link)
            continue
        yield from (found for found in (part, (link,)) if found)
        part = ()
    if part:
        yield part


@lru_cache(maxsize=16_384)
def _widest(words: str, face: FontMetrics, type_: TextStyle) -> float:
    """The width of the widest of some words in strong letters."""
    return max((face.width(part, type_, strong=True) for part in _PART.findall(words)), default=0.0)


@lru_cache(maxsize=16_384)
def _strange(words: str, face: FontMetrics) -> bool:
    return bool(face.missing(words)) or bool(_marked(words))


def _marked(words: str) -> list[str]:
    """The marks that stand on no letter that has them built in."""
    return [c for c in unicodedata.normalize("NFC", words) if unicodedata.category(c) in ("Mn", "Me")]


def value_of(fact: Fact, beside: int) -> Text:
    """The value of a fact as it is set in a row of so many: strong where it does not stand alone."""
    return bold(fact.value) if beside > 1 else fact.value


@lru_cache(maxsize=4096)
def bold(text: Text) -> Text:
    """A text all of which is strong."""
    return tuple(span if span.strong else evolve(span, strong=True) for span in text)
