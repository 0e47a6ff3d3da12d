"""The size, margins, bleed and text area of a card.

Lengths are in millimetres.
"""

import math

from attrs import frozen

from coprod_content.brand.stock import SHEET_CLEAR, Stock
from coprod_content.brand.type_sizes import CardSizes
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle

_MIN_BORDER = 4.0
_INSET, _COLOUR_BAR = 3.5, 5.5
_INSIDE_CUT = 8.0
_BELOW_IMPRINT, _ABOVE_IMPRINT = 1.5, 1.6
_IMPRINT_EMS = 39.5
_FACT_EMS = 10.2
_BAND_SHARE, _LEAST_BAND, _SIGN_SHARE = 0.24, 24.0, 0.6


@frozen(kw_only=True)
class CardGeometry:
    """The dimensions of a card, or a page of a reading copy.

    Lengths are in millimetres. Text is `margin` from the left and right edges. `top`, `bottom` and `foot` are distances
    from the top edge: text starts at `top` and ends at `bottom` or above, and the imprint ends at `foot` or above.
    Colour extends `bleed` beyond the trimmed edge. Cards without bleed have a white border of width `border`. `columns`
    is the number of facts that are printed side by side. If a card has a back, the band of colour at the bottom of its
    front is at least `band` high.
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
    band: float = 0.0

    @property
    def sign(self) -> float:
        """The side length in millimetres of the picture in the band."""
        return _SIGN_SHARE * self.band

    @property
    def text_width(self) -> float:
        """The width available for text, in millimetres."""
        return self.width - 2 * self.margin

    @property
    def text_height(self) -> float:
        """The height available for text, in millimetres, excluding the imprint."""
        return self.bottom - self.top


def card_geometry(stock: Stock, sizes: CardSizes) -> CardGeometry:
    """Return the geometry of cards printed on the given stock.

    The type sizes in `sizes` determine how much space the imprint and each fact need. Text is at least 5 mm from each
    cut edge and, on sheets, at least 7 mm from the edge of the paper.
    """
    waste = min(stock.x0, stock.y0, stock.sheet_width - stock.right, stock.sheet_height - stock.bottom)
    border = 0.0 if stock.bleed else max(_MIN_BORDER, SHEET_CLEAR - waste)
    margin = border + _INSET if border else _INSIDE_CUT
    text_width = stock.width - 2 * margin
    lines = math.ceil(_IMPRINT_EMS * sizes.imprint * MM_PER_PT / text_width)  # enough for about 70 characters
    foot = stock.height - max(border, _MIN_BORDER) - _BELOW_IMPRINT
    return CardGeometry(
        width=stock.width,
        height=stock.height,
        margin=margin,
        top=border + _COLOUR_BAR if border else _INSIDE_CUT,
        bottom=foot - (lines * TextStyle(sizes.imprint).line_mm + _ABOVE_IMPRINT),
        foot=foot,
        bleed=stock.bleed,
        border=border,
        band=max(_LEAST_BAND, _BAND_SHARE * stock.height),
        columns=max(1, int(text_width / (_FACT_EMS * sizes.body * MM_PER_PT))),
    )
