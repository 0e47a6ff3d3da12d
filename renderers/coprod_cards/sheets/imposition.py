"""Imposition: the positions of fronts and backs on sheets."""

from enum import StrEnum

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.brand.stock import Order, PrintRun, Stock

_MARKS_MARGIN = 10.0  # millimetres beyond the trimmed edge of a page with crop marks


class Flip(StrEnum):
    """The edge on which a printer flips the paper."""

    LONG_EDGE = "long"
    SHORT_EDGE = "short"


@frozen
class CardPosition:
    """The position of a card's top left corner on a page.

    Pages are counted from 0. Lengths are in millimetres. A `turned` card is upside down.
    """

    page: int
    x: float
    y: float
    turned: bool = False


@frozen(kw_only=True)
class Imposition:
    """The arrangement of cards on both sides of sheets.

    `flip` is the edge on which the printer flips the sheets. If `marks` is false, no crop marks or outlines are
    printed. In "reading" order, each sheet contains consecutive cards. In "cut-and-stack" order, consecutive cards have
    the same place on consecutive sheets, so stacking the cut piles puts the cards in reading order.
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
        """The distance from the trimmed edge to the media box, in millimetres.

        It is 0 unless each page is a single card with bleed.
        """
        if not (self.stock.bleed and self.stock.is_one_card):
            return 0.0
        return _MARKS_MARGIN + max(0.0, self.stock.bleed - 3.0) if self.marks else self.stock.bleed

    def front(self, index: int, cards: int) -> CardPosition:
        """Return the position of a card's front.

        `index` is the card's index, counted from 0. `cards` is the total number of cards.
        """
        sheets = self._sheets(cards)
        sheet, place = divmod(index, self.cards_per_sheet) if self.order == "reading" else divmod(index, sheets)[::-1]
        row, column = divmod(place, self.stock.columns)
        across, down = self.stock.pitch
        return CardPosition(2 * sheet, self.stock.x0 + column * across, self.stock.y0 + row * down)

    def back(self, index: int, cards: int) -> CardPosition:
        """Return the position of a card's back.

        The back is on the page after the front. If the flip keeps backs upright, the position of the front is mirrored
        from left to right. Otherwise, it is mirrored from top to bottom, and the back is upside down. `index` and
        `cards` have the same meaning as in `front`.
        """
        front, stock = self.front(index, cards), self.stock
        if self.flip is upright_flip(stock):
            return CardPosition(front.page + 1, stock.sheet_width - front.x - stock.width, front.y)
        return CardPosition(front.page + 1, front.x, stock.sheet_height - front.y - stock.height, turned=True)

    def pages(self, cards: int) -> int:
        """Return the number of pages needed for `cards` cards."""
        return 2 * self._sheets(cards)

    def note(self, page: int, pages: int) -> str:
        """Return the printing note for a page.

        `page` is counted from 0, and `pages` is the total number of pages. Returns an empty string if each page is a
        single card with bleed.
        """
        if self.stock.bleed and self.stock.is_one_card:
            return ""
        side = "back" if page % 2 else "front"
        return f"Sheet {page // 2 + 1} of {pages // 2}, {side} · Print at 100%, flip on {self.flip.value} edge"

    def _sheets(self, cards: int) -> int:
        return -(-cards // self.cards_per_sheet)


def upright_flip(stock: Stock) -> Flip:
    """Return the edge for flipping sheets so that backs are upright.

    This is the edge on the left or right, as in a book: the long edge of portrait or square sheets, or the short edge
    of landscape sheets.
    """
    return Flip.LONG_EDGE if stock.sheet_height >= stock.sheet_width else Flip.SHORT_EDGE


def imposition_of(brand: Brand, run: PrintRun, flip: Flip | None = None) -> Imposition:
    """Return the imposition for a print run.

    If `flip` is None, sheets are flipped so that backs are upright. Raises UnknownName if the brand does not define the
    run's stock.
    """
    stock = brand.stock(run.stock)
    return Imposition(stock=stock, flip=flip or upright_flip(stock), marks=run.marks, order=run.order)
