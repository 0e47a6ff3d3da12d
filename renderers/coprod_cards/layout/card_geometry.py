"""Blanks: cards of a stock before anything is on them, and where text will stand. Lengths are millimetres."""

import math

from attrs import frozen

from coprod_content.brand.brand import CardSizes
from coprod_content.brand.stock import SHEET_CLEAR, Stock
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle

_LEAST_BORDER = 4.0
_INSET, _BAR = 5.0, 6.0
_BESIDE_CUT = 9.0
_BELOW_IMPRINT, _ABOVE_IMPRINT = 1.5, 1.1
_IMPRINT_EMS = 39.5
_FACT_EMS = 10.2


@frozen(kw_only=True)
class CardGeometry:
    """A card. `margin` and `top` stand between its trimmed edge and the text, at the sides and above; the text ends at
    `bottom` from the upper edge, and the imprint at `foot`. With `bleed`, colour runs over the edge by so much;
    without, a white border of `border` stays. `columns` is how many Facts stand side by side.
    """

    width: float
    height: float
    margin: float
    top: float
    bottom: float
    foot: float
    bleed: float = 0.0
    border: float = 0.0
    columns: int = 1

    @property
    def text_width(self) -> float:
        """The width of the text."""
        return self.width - 2 * self.margin

    @property
    def text_height(self) -> float:
        """The height of the text, without the imprint."""
        return self.bottom - self.top


def card_geometry(stock: Stock, sizes: CardSizes) -> CardGeometry:
    """The blank of a stock: text at least 5 mm inside each cut, and on sheets 7 mm inside the edge of the paper."""
    border = 0.0 if stock.bleed else max(_LEAST_BORDER, SHEET_CLEAR - _waste(stock))
    margin = border + _INSET if border else _BESIDE_CUT
    text_width = stock.width - 2 * margin
    foot = stock.height - max(border, _LEAST_BORDER) - _BELOW_IMPRINT
    return CardGeometry(
        width=stock.width,
        height=stock.height,
        margin=margin,
        top=border + _BAR if border else _BESIDE_CUT,
        bottom=foot - _imprint_room(text_width, sizes.imprint),
        foot=foot,
        bleed=stock.bleed,
        border=border,
        columns=max(1, int(text_width / (_FACT_EMS * sizes.body * MM_PER_PT))),
    )


def _waste(stock: Stock) -> float:
    """The paper that is left between the cards and the nearest edge of the sheet."""
    return min(stock.x0, stock.y0, stock.sheet_width - stock.right, stock.sheet_height - stock.bottom)


def _imprint_room(width: float, size: int) -> float:
    """The height of an imprint of some seventy characters, with the space above it."""
    type_ = TextStyle(size)
    lines = math.ceil(_IMPRINT_EMS * size * MM_PER_PT / width)
    return lines * type_.line_mm + _ABOVE_IMPRINT
