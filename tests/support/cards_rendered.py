"""Cards as Typst draws them: on how many lines each text of a side stands, beside the lines that fitting counts with.

What is counted is what a frame asks for when it works out how high a side gets. What is drawn is read from the file:
the words on each card with their boxes, in the order in which they are drawn.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from attrs import field, fields, frozen
from tests.support.cards_reading import Word

from coprod_cards.layout.card_frames import CardFrame, frames_of
from coprod_cards.layout.card_geometry import CardGeometry, card_geometry
from coprod_cards.layout.card_sides import Card, CardSide, cards_of
from coprod_cards.sheets.imposition import CardPosition, Imposition
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import Text, plain, verbatim

_SPACE = re.compile(r"[\s\u200b]+")
_MARKER = re.compile(r"•?|\d+\.")
_LOWER = 0.45
_SLACK, _ROUND = 1.2, 1.0


@frozen
class Counted:
    """A text, and the lines that fitting counts with."""

    words: str
    lines: int


@frozen(kw_only=True)
class Counting(CardFrame):
    """A frame that keeps what it has counted, in order."""

    counted: list[Counted] = field(factory=list, eq=False, repr=False)

    def text_height(self, text: Text, width: float, type_: TextStyle) -> float:
        """The height of a paragraph, whose lines are kept."""
        height = super().text_height(text, width, type_)
        if words := plain(text).strip():
            self.counted.append(Counted(words, round((height - type_.after_mm) / type_.line_mm)))
        return height


def counting(frame: CardFrame) -> Counting:
    """A frame as one that keeps what it counts."""
    return Counting(**{each.name: getattr(frame, each.name) for each in fields(CardFrame)})


@frozen
class DrawnSide:
    """A side of a card and its words, in the order in which they are drawn and in millimetres from the corner of the
    card; the blank that they are drawn on, and what may stand at its foot.
    """

    side: CardSide
    words: tuple[Word, ...]
    blank: CardGeometry
    imprint: str

    @property
    def body(self) -> tuple[Word, ...]:
        """Its words without the imprint."""
        count = len(self.imprint.split())
        at_foot = " ".join(word.text for word in self.words[-count:]) == self.imprint
        return self.words[:-count] if count and at_foot else self.words

    def counted(self, frame: CardFrame) -> tuple[Counted, ...]:
        """Its texts in the order in which they are drawn, as a frame counts their lines."""
        kept, section = counting(frame), self.side.section
        kept.label_height(section)
        kept.text_height(verbatim(section.title), frame.width, self.side.title)
        for block in section.blocks:
            kept.height_of(block)
        return tuple(kept.counted)

    def kept_for_title(self) -> int:
        """The lines that fitting keeps for its title, with the count that splitting would give it."""
        kept = counting(self.side.frame)
        kept.head_height(self.side.section)
        label = self.side.section.label.strip()
        return next(text.lines for text in reversed(kept.counted) if text.words != label)

    def lines(self, frame: CardFrame) -> Iterator[tuple[Counted, int]]:
        """Each text with the lines that it is drawn on.

        Fails on a text that is not drawn, and on words of the body counted nowhere, but for the markers of lists.
        """
        drawn = [(letter, word) for word in self.body for letter in without_spaces(word.text)]
        said, start, title = "".join(letter for letter, _ in drawn), 0, self.side.section.title
        for text in self.counted(frame):
            letters = without_spaces(text.words)
            at = said.find(letters, start)
            assert at >= 0, f"{title}: '{text.words}' is not drawn in '{said[start:]}'"
            assert _MARKER.fullmatch(said, start, at), f"{title}: '{said[start:at]}' is counted nowhere"
            start = at + len(letters)
            yield text, lines_of([word for _, word in drawn[at:start]])
        assert said[start:] == "", f"{title}: '{said[start:]}' is counted nowhere"

    def stray(self) -> Iterator[str]:
        """The words that stand out of the column of text, which is drawn a little wider than lines are counted, and
        those of the body that stand lower than the room for it.
        """
        blank, body = self.blank, len(self.body)
        left, right, top = blank.margin, blank.margin + blank.text_width + _SLACK, blank.top
        for at, word in enumerate(self.words):
            bottom = blank.bottom if at < body else blank.foot
            across = left - _ROUND <= word.left and word.right <= right + _ROUND
            if not (across and top - _ROUND <= word.top and word.bottom <= bottom + _ROUND):
                yield f"{self.side.section.title}: '{word.text}' stands out"


def drawn_sides(document: Document, brand: Brand, sheet: Imposition, words: Sequence[Word]) -> tuple[DrawnSide, ...]:
    """The sides of the cards of a document, with the words of the file that was made of it."""
    blank = card_geometry(sheet.stock, brand.cards)
    of_page = {page: tuple(on) for page, on in groupby(words, key=lambda word: word.page)}
    return tuple(
        DrawnSide(side, tuple(_on_card(of_page.get(place.page, ()), place, sheet)), blank, document.imprint)
        for side, place in _placed(cards_of(document, frames_of(brand, blank)), sheet)
    )


def _placed(cards: Sequence[Card], sheet: Imposition) -> Iterator[tuple[CardSide, CardPosition]]:
    for at, card in enumerate(cards):
        yield card.front, sheet.front(at, len(cards))
        if card.back:
            yield card.back, sheet.back(at, len(cards))


def _on_card(words: Iterable[Word], place: CardPosition, sheet: Imposition) -> Iterator[Word]:
    """Those words of a page whose centre is on the card at a place, which is upright."""
    x, y = place.x + sheet.overhang, place.y + sheet.overhang
    for word in words:
        across, down = (word.left + word.right) / 2 - x, (word.top + word.bottom) / 2 - y
        if 0 <= across <= sheet.stock.width and 0 <= down <= sheet.stock.height:
            yield Word(word.page, word.left - x, word.top - y, word.right - x, word.bottom - y, word.text)


def lines_of(words: Sequence[Word]) -> int:
    """On how many lines the words of a text stand: one begins with a word that is lower than the one before by about
    half its height.
    """
    return 1 + sum(after.bottom - word.bottom > _LOWER * (word.bottom - word.top) for word, after in pairwise(words))


def without_spaces(words: str) -> str:
    """Words as they are compared: a line may end at each space, and at what is not seen in a long address."""
    return _SPACE.sub("", words)
