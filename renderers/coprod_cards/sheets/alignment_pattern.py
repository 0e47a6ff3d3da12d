"""The pattern of a test sheet."""

from attrs import frozen

from coprod_cards.layout.text_runs import Runs
from coprod_cards.sheets.crop_marks import card_corners
from coprod_content.brand.stock import SHEET_CLEAR, Stock

_RING = 2.0


@frozen(kw_only=True)
class AlignmentPattern:
    """Card outlines, printable area, target ring and a note.

    `cards` are the upper left corners of the cards, `card` is the size of one. Lengths are millimetres.
    """

    cards: tuple[tuple[float, float], ...]
    card: tuple[float, float]
    clear: float
    ring: float
    note: Runs

    @classmethod
    def of(cls, stock: Stock, note: Runs) -> "AlignmentPattern":
        """Return the pattern for a stock."""
        corners, size = card_corners(stock), (stock.width, stock.height)
        return cls(cards=corners, card=size, clear=SHEET_CLEAR, ring=_RING, note=note)
