"""Stock: the cards that a file is made for, and where text stands on them. Lengths are millimetres."""

from attrs import frozen


@frozen(kw_only=True)
class Stock:
    """A size of card. `margin` and `top` stand between its trimmed edge and the text, at the sides and above; the text
    ends at `bottom` from the upper edge, and the imprint at `foot`. With `bleed`, colour runs over the edge by so much;
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


A6 = Stock(width=148, height=105, margin=9, top=9, bottom=94.6, foot=99.5, bleed=3, columns=3)
QUARTER = Stock(width=95, height=136, margin=9, top=10, bottom=122.3, foot=130.5, border=4)
