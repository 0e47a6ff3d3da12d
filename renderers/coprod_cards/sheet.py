"""Sheets: where cards lie on them, and where their backs lie so that turning the paper over brings the two together."""

from enum import StrEnum

from attrs import frozen

from coprod_cards.stock import A6, QUARTER, Stock


class Flip(StrEnum):
    """The edge of a portrait sheet about which a printer turns it over."""

    LONG_EDGE = "long"
    SHORT_EDGE = "short"


@frozen
class Place:
    """Where a card lies: the page from 0, its upper left corner in millimetres from that of the page, which way up."""

    page: int
    x: float
    y: float
    turned: bool = False


@frozen(kw_only=True)
class Sheet:
    """A sheet of cards, front and back, its size in millimetres. Of several to a sheet, the cards touch one another and
    the block of them is centred.
    """

    stock: Stock
    width: float
    height: float
    columns: int = 1
    rows: int = 1
    flip: Flip = Flip.LONG_EDGE

    @property
    def places(self) -> int:
        """How many cards a sheet has."""
        return self.columns * self.rows

    @property
    def left(self) -> float:
        """The waste at the left and the right."""
        return (self.width - self.columns * self.stock.width) / 2

    @property
    def top(self) -> float:
        """The waste above and below."""
        return (self.height - self.rows * self.stock.height) / 2

    def front(self, at: int) -> Place:
        """Where the front of a card lies, by its index: in reading order."""
        sheet, place = divmod(at, self.places)
        row, column = divmod(place, self.columns)
        return Place(2 * sheet, self.left + column * self.stock.width, self.top + row * self.stock.height)

    def back(self, at: int) -> Place:
        """Where the back of a card lies: mirrored left to right, or top to bottom and then the other way up."""
        front = self.front(at)
        if self.flip is Flip.LONG_EDGE:
            return Place(front.page + 1, self.width - front.x - self.stock.width, front.y)
        return Place(front.page + 1, front.x, self.height - front.y - self.stock.height, turned=True)

    def pages(self, cards: int) -> int:
        """How many pages so many cards take."""
        return 2 * -(-cards // self.places)

    def note(self, page: int, pages: int) -> str:
        """What whoever prints a page has to know; nothing where a card is a page."""
        if self.places == 1:
            return ""
        side = "back" if page % 2 else "front"
        return f"Sheet {page // 2 + 1} of {pages // 2}, {side} · Print at 100%, flip on {self.flip.value} edge"


PRINTER = Sheet(stock=A6, width=A6.width, height=A6.height)
LONG_EDGE = Sheet(stock=QUARTER, width=210, height=297, columns=2, rows=2, flip=Flip.LONG_EDGE)
SHORT_EDGE = Sheet(stock=QUARTER, width=210, height=297, columns=2, rows=2, flip=Flip.SHORT_EDGE)
