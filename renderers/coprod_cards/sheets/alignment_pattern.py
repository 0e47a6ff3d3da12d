"""The alignment pattern on a test sheet."""

from attrs import frozen

from coprod_cards.layout.text_runs import Runs
from coprod_cards.sheets.crop_marks import card_corners
from coprod_content.brand.stock import SHEET_CLEAR, Stock

_RING = 2.0


@frozen(kw_only=True)
class AlignmentPattern:
    """An alignment pattern: card outlines, printable area, target ring and note.

    `cards` holds the top left corner of each card, and `card` the size of a card. Lengths are in millimetres.
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
