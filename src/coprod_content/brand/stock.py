"""Stock: the sheets that cards are printed on, and how a run of them is printed. Lengths are millimetres."""

from collections.abc import Sequence
from typing import Annotated, Literal

from attrs import frozen

from coprod_content.content.field_types import DecimalNumber, Line, Slug, WholeNumber
from coprod_content.findings.finding import nearest

SHEET_CLEAR = 7.0
"""The white that a sheet keeps along its edges where no colour bleeds: printers at home and in offices need it."""

Side = Annotated[float, DecimalNumber(74, 1000)]
Offset = Annotated[float, DecimalNumber(0, 1000)]
Radius = Annotated[float, DecimalNumber(0, 20)]
Bleed = Annotated[float, DecimalNumber(0, 10)]
Count = Annotated[int, WholeNumber(1, 12, "", 2)]
Order = Literal["reading", "cut-and-stack"]


@frozen(kw_only=True)
class Stock:
    """A sheet of `columns` by `rows` cards of `width` by `height`.

    The first card lies `x0` from the left and `y0` from the upper edge; from one card to the next it is `dx` across and
    `dy` down, by default the size of a card. With `bleed`, colour runs over the edge of the card by so much; without,
    sheets keep a white border. Cards of a `perforated` sheet need no marks to be cut by.
    """

    id: str = ""
    about: Line
    sheet_width: Side
    sheet_height: Side
    width: Side
    height: Side
    columns: Count = 1
    rows: Count = 1
    x0: Offset = 0.0
    y0: Offset = 0.0
    dx: Side | None = None
    dy: Side | None = None
    corner_radius: Radius = 0.0
    bleed: Bleed = 0.0
    perforated: bool = False
    source: Line | None = None

    @property
    def pitch(self) -> tuple[float, float]:
        """How far it is from one card to the next, across and down."""
        return self.dx or self.width, self.dy or self.height

    @property
    def right(self) -> float:
        """The right edge of the last column."""
        return self.x0 + (self.columns - 1) * self.pitch[0] + self.width

    @property
    def bottom(self) -> float:
        """The lower edge of the last row."""
        return self.y0 + (self.rows - 1) * self.pitch[1] + self.height

    @property
    def is_one_card(self) -> bool:
        """Whether the sheet is the card, as print shops want it."""
        return (self.width, self.height) == (self.sheet_width, self.sheet_height)


@frozen(kw_only=True)
class PrintRun:
    """How cards are printed: on which stock, with marks to cut by or without, in which order.

    With cut-and-stack, piles that are cut and laid one on the other are in reading order.
    """

    stock: Slug
    marks: bool = False
    order: Order = "reading"


@frozen(kw_only=True)
class Printing:
    """The two ways to print: `home` for a printer at home or in an office, `printer` for a print shop."""

    home: PrintRun
    printer: PrintRun


def stock_of(stocks: Sequence[Stock], id_: str) -> Stock:
    """The stock of an id. Raises UnknownStock."""
    found = next((stock for stock in stocks if stock.id == id_), None)
    if found is None:
        known = [stock.id for stock in stocks]
        raise UnknownStock(f"There is no stock '{id_}'.", nearest(id_, known) or f"Known: {', '.join(known)}.")
    return found


class UnknownStock(LookupError):
    """An id that no stock has, and the way out."""

    def __str__(self) -> str:
        return " ".join(self.args)
