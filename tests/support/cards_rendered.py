"""Cards as Typst draws them, beside what fitting measured: the number of lines of each text.

Measured lines are those that a frame counts when it calculates the height of a side. Drawn lines are read from the
file: the words on each card with their boxes, in drawing order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from attrs import field, fields, frozen
from tests.support.cards_reading import Word

from coprod_cards.layout.card_division import Card, CardSide, cards_of
from coprod_cards.layout.card_frames import CardFrame, frames_of
from coprod_cards.layout.card_geometry import CardGeometry, card_geometry
from coprod_cards.sheets.imposition import CardPosition, Imposition
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.layout.fit import fit
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.plugins.renderers import Renderer
from coprod_content.text.spans import Text, plain, verbatim

_SPACE = re.compile(r"[\s\u200b]+")
_MARKER = re.compile(r"•?|\d+\.")
_LOWER = 0.45
_SLACK, _ROUND = 1.2, 1.0
SAFE = 5.0


@frozen
class Counted:
    """A text and its number of lines, as fitting measures it."""

    words: str
    lines: int


@frozen(kw_only=True)
class Counting(CardFrame):
    """A frame that records the texts it measures, in order."""

    counted: list[Counted] = field(factory=list, eq=False, repr=False)

    def text_height(self, text: Text, width: float, type_: TextStyle) -> float:
        """Return the height of a paragraph, and record its lines."""
        height = super().text_height(text, width, type_)
        if words := plain(text).strip():
            self.counted.append(Counted(words, round((height - type_.after_mm) / type_.line_mm)))
        return height


def rendered_pdf(renderer: Renderer, document: Document, brand: Brand) -> bytes:
    """Render a document, fitted first as in building."""
    if renderer.frames:
        document = fit(document, renderer.frames(brand)).document
    return renderer.render(document, brand)


def counting(frame: CardFrame) -> Counting:
    """Return a copy of a frame that records what it measures."""
    return Counting(**{each.name: getattr(frame, each.name) for each in fields(CardFrame)})


@frozen
class DrawnSide:
    """A card side and its words in drawing order, in millimetres from the corner of the card."""

    side: CardSide
    words: tuple[Word, ...]
    geometry: CardGeometry
    imprint: str

    @property
    def body(self) -> tuple[Word, ...]:
        """The words without the imprint."""
        count = len(self.imprint.split())
        at_foot = " ".join(word.text for word in self.words[-count:]) == self.imprint
        return self.words[:-count] if count and at_foot else self.words

    def counted(self, frame: CardFrame) -> tuple[Counted, ...]:
        """Return the texts in drawing order, with the lines that a frame measures."""
        kept, section = counting(frame), self.side.section
        kept.label_height(section)
        kept.text_height(verbatim(section.title), frame.width, self.side.title)
        for block in section.blocks:
            kept.height_of(block)
        return tuple(kept.counted)

    def kept_for_title(self) -> int:
        """Return the lines that fitting keeps for the title and the count it gets if it is split."""
        kept = counting(self.side.frame)
        kept.head_height(self.side.section)
        label = self.side.section.label.strip()
        return next(text.lines for text in reversed(kept.counted) if text.words != label)

    def lines(self, frame: CardFrame) -> Iterator[tuple[Counted, int]]:
        """Yield each text with its number of lines as drawn."""
        yield from ((text, len(lines)) for text, lines in self.texts(frame))

    def texts(self, frame: CardFrame) -> Iterator[tuple[Counted, tuple[str, ...]]]:
        """Yield each text with its lines as drawn.

        Fails on a text that is not drawn, and on drawn words that were not measured, except list markers.
        """
        drawn = [(letter, word) for word in self.body for letter in without_spaces(word.text)]
        said, start, title = "".join(letter for letter, _ in drawn), 0, self.side.section.title
        for text in self.counted(frame):
            letters = without_spaces(text.words)
            at = said.find(letters, start)
            assert at >= 0, f"{title}: '{text.words}' is not drawn in '{said[start:]}'"
            assert _MARKER.fullmatch(said, start, at), f"{title}: '{said[start:at]}' is counted nowhere"
            start = at + len(letters)
            yield text, lines_of(tuple(dict.fromkeys(word for _, word in drawn[at:start])))
        assert said[start:] == "", f"{title}: '{said[start:]}' is counted nowhere"

    def stray(self) -> Iterator[str]:
        """Yield words outside the text column, which is drawn slightly wider than measured, or below the text area."""
        card, body = self.geometry, len(self.body)
        lowest = card.height - max(SAFE, card.border) if self.side.frame.band_width else card.bottom
        left, right, top = card.margin, card.margin + card.text_width + _SLACK, card.top
        for at, word in enumerate(self.words):
            bottom = lowest if at < body else card.foot
            across = left - _ROUND <= word.left and word.right <= right + _ROUND
            if not (across and top - _ROUND <= word.top and word.bottom <= bottom + _ROUND):
                yield f"{self.side.section.title}: '{word.text}' is outside"


def drawn_sides(document: Document, brand: Brand, sheet: Imposition, words: Sequence[Word]) -> tuple[DrawnSide, ...]:
    """Return the sides of a fitted document's cards, with the words of its file."""
    geometry = card_geometry(sheet.stock, brand.cards)
    of_page = {page: tuple(on) for page, on in groupby(words, key=lambda word: word.page)}
    return tuple(
        DrawnSide(side, tuple(_on_card(of_page.get(place.page, ()), place, sheet)), geometry, document.imprint)
        for side, place in _placed(cards_of(document, frames_of(brand, geometry).for_document(document)), sheet)
    )


def _placed(cards: Sequence[Card], sheet: Imposition) -> Iterator[tuple[CardSide, CardPosition]]:
    for at, card in enumerate(cards):
        yield card.front, sheet.front(at, len(cards))
        if card.back:
            yield card.back, sheet.back(at, len(cards))


def _on_card(words: Iterable[Word], place: CardPosition, sheet: Imposition) -> Iterator[Word]:
    """Yield the words of a page whose centres are on an upright card, relative to its corner."""
    x, y = place.x + sheet.overhang, place.y + sheet.overhang
    for word in words:
        across, down = (word.left + word.right) / 2 - x, (word.top + word.bottom) / 2 - y
        if 0 <= across <= sheet.stock.width and 0 <= down <= sheet.stock.height:
            yield Word(word.page, word.left - x, word.top - y, word.right - x, word.bottom - y, word.text)


def lines_of(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the lines of a text; a word lower than the last by half its height starts a line."""
    lines = [[words[0].text]]
    for word, after in pairwise(words):
        lower = after.bottom - word.bottom > _LOWER * (word.bottom - word.top)
        lines += [[after.text]] if lower else []
        lines[-1] += [] if lower else [after.text]
    return tuple(" ".join(line) for line in lines)


def without_spaces(words: str) -> str:
    """Return words without spaces and zero-width spaces, at which lines can end."""
    return _SPACE.sub("", words)
