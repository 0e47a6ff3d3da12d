"""Sheets: where cards lie on A4, and where their backs have to lie so that paper turned over brings them together."""

from enum import Enum

from attrs import frozen

from coprod_cards.stock import QUARTER


class Flip(Enum):
    """The edge of the sheet about which a printer turns it over."""

    LONG_EDGE = "long"
    SHORT_EDGE = "short"


@frozen
class Place:
    """Where a card lies: the page, its upper left corner in millimetres from that of the page, and which way up."""

    page: int
    x: float
    y: float
    turned: bool = False


WIDTH, HEIGHT = 210.0, 297.0
COLUMNS, ROWS = 2, 2
PER_SHEET = COLUMNS * ROWS
LEFT = (WIDTH - COLUMNS * QUARTER.width) / 2
TOP = (HEIGHT - ROWS * QUARTER.height) / 2


def front(at: int) -> Place:
    """Where the front of the card of an index lies: in reading order."""
    sheet, cell = divmod(at, PER_SHEET)
    row, column = divmod(cell, COLUMNS)
    return Place(2 * sheet, LEFT + column * QUARTER.width, TOP + row * QUARTER.height)


def back(at: int, flip: Flip) -> Place:
    """Where the back of the card of an index lies: mirrored, and for the short edge the other way up."""
    place = front(at)
    if flip is Flip.LONG_EDGE:
        return Place(place.page + 1, WIDTH - place.x - QUARTER.width, place.y)
    return Place(place.page + 1, place.x, HEIGHT - place.y - QUARTER.height, turned=True)
