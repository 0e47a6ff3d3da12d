"""Imposition: the positions of fronts and backs on sheets."""

from enum import StrEnum

from attrs import frozen

from coprod_content.brand.stock import Order, PrintRun, Stock

_MARKS_MARGIN = 10.0  # millimetres beyond the trimmed edge of a page with crop marks


class Flip(StrEnum):
    """The edge of the paper about which a printer turns it over."""

    LONG_EDGE = "long"
    SHORT_EDGE = "short"


@frozen
class CardPosition:
    """The position of a card, by its upper left corner.

    The page counts from 0. Lengths are millimetres.
    """

    page: int
    x: float
    y: float
    turned: bool = False


@frozen(kw_only=True)
class Imposition:
    """How cards are placed on both sides of sheets.

    In "cut-and-stack" order the cut piles, stacked on one another, are in reading order.
    """

    stock: Stock
    flip: Flip
    marks: bool = False
    order: Order = "reading"

    @property
    def cards_per_sheet(self) -> int:
        """The number of cards on a sheet."""
        return self.stock.columns * self.stock.rows

    @property
    def overhang(self) -> float:
        """How far the media box extends beyond the trimmed edge."""
        if not (self.stock.bleed and self.stock.is_one_card):
            return 0.0
        return _MARKS_MARGIN + max(0.0, self.stock.bleed - 3.0) if self.marks else self.stock.bleed

    def front(self, index: int, cards: int) -> CardPosition:
        """Return the position of the front of card `index` of `cards`."""
        sheets = self._sheets(cards)
        sheet, place = divmod(index, self.cards_per_sheet) if self.order == "reading" else divmod(index, sheets)[::-1]
        row, column = divmod(place, self.stock.columns)
        across, down = self.stock.pitch
        return CardPosition(2 * sheet, self.stock.x0 + column * across, self.stock.y0 + row * down)

    def back(self, index: int, cards: int) -> CardPosition:
        """Return the position of a card's back.

        It is mirrored left to right, or top to bottom and turned.
        """
        front, stock = self.front(index, cards), self.stock
        if self.flip is upright_flip(stock):
            return CardPosition(front.page + 1, stock.sheet_width - front.x - stock.width, front.y)
        return CardPosition(front.page + 1, front.x, stock.sheet_height - front.y - stock.height, turned=True)

    def pages(self, cards: int) -> int:
        """Return the number of pages for a number of cards."""
        return 2 * self._sheets(cards)

    def note(self, page: int, pages: int) -> str:
        """Return the printing note of a page."""
        if self.stock.bleed and self.stock.is_one_card:
            return ""
        side = "back" if page % 2 else "front"
        return f"Sheet {page // 2 + 1} of {pages // 2}, {side} · Print at 100%, flip on {self.flip.value} edge"

    def _sheets(self, cards: int) -> int:
        return -(-cards // self.cards_per_sheet)


def upright_flip(stock: Stock) -> Flip:
    """Return the edge that keeps backs upright, as in a book."""
    return Flip.LONG_EDGE if stock.sheet_height >= stock.sheet_width else Flip.SHORT_EDGE


def imposition_of(stock: Stock, run: PrintRun, flip: Flip | None = None) -> Imposition:
    """Return the imposition of a print run."""
    return Imposition(stock=stock, flip=flip or upright_flip(stock), marks=run.marks, order=run.order)
