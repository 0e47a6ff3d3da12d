"""Sheets: where cards lie on them, and where their backs lie so that turning the paper over brings the two together."""

from enum import StrEnum

from attrs import frozen

from coprod_content.brand.stock import Order, PrintRun, Stock

MARKS_ROOM = 10.0
"""The paper beyond the trimmed edge of a page that carries crop marks, in millimetres."""


class Flip(StrEnum):
    """The edge of the paper about which a printer turns it over."""

    LONG_EDGE = "long"
    SHORT_EDGE = "short"


@frozen
class CardPosition:
    """Where a card lies: the page from 0, its upper left corner in millimetres from that of the page, which way up."""

    page: int
    x: float
    y: float
    turned: bool = False


@frozen(kw_only=True)
class Imposition:
    """A sheet of a stock, front and back. In `order` cut-and-stack the piles that are cut, one laid on the other, are
    in reading order.
    """

    stock: Stock
    flip: Flip
    marks: bool = False
    order: Order = "reading"

    @property
    def places(self) -> int:
        """How many cards a sheet has."""
        return self.stock.columns * self.stock.rows

    @property
    def overhang(self) -> float:
        """How far a page reaches beyond its trimmed edge: for the bleed of a page that is one card, and its marks."""
        if not (self.stock.bleed and self.stock.is_one_card):
            return 0.0
        return MARKS_ROOM + max(0.0, self.stock.bleed - 3.0) if self.marks else self.stock.bleed

    def front(self, at: int, cards: int) -> CardPosition:
        """Where the front of a card lies, by its index among so many cards."""
        sheets = self._sheets(cards)
        sheet, place = divmod(at, self.places) if self.order == "reading" else divmod(at, sheets)[::-1]
        row, column = divmod(place, self.stock.columns)
        across, down = self.stock.pitch
        return CardPosition(2 * sheet, self.stock.x0 + column * across, self.stock.y0 + row * down)

    def back(self, at: int, cards: int) -> CardPosition:
        """Where the back of a card lies: mirrored left to right, or top to bottom and then the other way up."""
        front, stock = self.front(at, cards), self.stock
        if self.flip is upright_flip(stock):
            return CardPosition(front.page + 1, stock.sheet_width - front.x - stock.width, front.y)
        return CardPosition(front.page + 1, front.x, stock.sheet_height - front.y - stock.height, turned=True)

    def pages(self, cards: int) -> int:
        """How many pages so many cards take."""
        return 2 * self._sheets(cards)

    def note(self, page: int, pages: int) -> str:
        """What whoever prints a page has to know; nothing on a page that a print shop trims."""
        if self.stock.bleed and self.stock.is_one_card:
            return ""
        side = "back" if page % 2 else "front"
        return f"Sheet {page // 2 + 1} of {pages // 2}, {side} · Print at 100%, flip on {self.flip.value} edge"

    def _sheets(self, cards: int) -> int:
        return -(-cards // self.places)


def upright_flip(stock: Stock) -> Flip:
    """The edge that leaves the backs upright: the one that a page turns about in a book."""
    return Flip.LONG_EDGE if stock.sheet_height >= stock.sheet_width else Flip.SHORT_EDGE


def imposition_of(stock: Stock, run: PrintRun, flip: Flip | None = None) -> Imposition:
    """The sheet of a print run; without a flip, the one that leaves the backs upright."""
    return Imposition(stock=stock, flip=flip or upright_flip(stock), marks=run.marks, order=run.order)
