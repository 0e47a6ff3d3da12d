"""Card stock: sheets on which cards are printed. Lengths are in millimetres."""

from typing import Annotated, Literal

from attrs import frozen

from coprod_content.content.field_types import DecimalNumber, Line, Slug, WholeNumber

SHEET_CLEAR = 7.0
"""The white border, in millimetres, that home and office printers need on a sheet without bleed."""

Side = Annotated[float, DecimalNumber(74, 1000)]
Offset = Annotated[float, DecimalNumber(0, 1000)]
Radius = Annotated[float, DecimalNumber(0, 20)]
Bleed = Annotated[float, DecimalNumber(0, 10)]
Count = Annotated[int, WholeNumber(1, 12, "", 2)]
Thickness = Annotated[float, DecimalNumber(0.05, 2)]
Order = Literal["reading", "cut-and-stack"]


@frozen(kw_only=True)
class Stock:
    """A sheet of cards. Lengths are in millimetres."""

    id: str = ""
    """The key of the stock in brand.yaml."""
    about: Line
    """A description of the sheet, for people choosing one."""
    sheet_width: Side
    """The width of the sheet."""
    sheet_height: Side
    """The height of the sheet."""
    width: Side
    """The width of a card."""
    height: Side
    """The height of a card."""
    columns: Count = 1
    """The number of cards across the sheet."""
    rows: Count = 1
    """The number of cards down the sheet."""
    x0: Offset = 0.0
    """How far the first card is from the left edge of the sheet."""
    y0: Offset = 0.0
    """How far the first card is from the top edge of the sheet."""
    dx: Side | None = None
    """The distance between the left edges of adjacent cards. By default, the width of a card."""
    dy: Side | None = None
    """The distance between the top edges of adjacent cards. By default, the height of a card."""
    corner_radius: Radius = 0.0
    """The radius of rounded corners."""
    bleed: Bleed = 0.0
    """How far colour extends beyond the edge of a card. Without bleed, sheets keep a white border."""
    perforated: bool = False
    """Whether the sheet is perforated, so that cards need no crop marks."""
    source: Line | None = None
    """The source of the measurements."""

    @property
    def pitch(self) -> tuple[float, float]:
        """The horizontal and vertical distances between the starts of adjacent cards."""
        return self.dx or self.width, self.dy or self.height

    @property
    def right(self) -> float:
        """How far the cards reach from the left edge of the sheet."""
        return self.x0 + (self.columns - 1) * self.pitch[0] + self.width

    @property
    def bottom(self) -> float:
        """How far the cards reach from the top edge of the sheet."""
        return self.y0 + (self.rows - 1) * self.pitch[1] + self.height

    @property
    def is_one_card(self) -> bool:
        """Whether the sheet is a single card, as print shops prefer."""
        return (self.width, self.height) == (self.sheet_width, self.sheet_height)


@frozen(kw_only=True)
class PrintRun:
    """How cards are printed."""

    stock: Slug
    """The stock to print on."""
    marks: bool = False
    """Whether to print crop marks."""
    order: Order = "reading"
    """The order of the cards. With `cut-and-stack`, the piles cut from the sheets are in reading order once stacked."""
    thickness: Thickness = 0.3
    """The thickness of a card in millimetres, from which the depth of its tuck box follows. Card of 160 g/m² is about
    0.2 mm thick, of 230 g/m² 0.3 mm, and of 350 g/m² 0.45 mm.
    """


@frozen(kw_only=True)
class Printing:
    """How cards are printed at home and by a print shop."""

    home: PrintRun
    """Printing at home or in an office."""
    printer: PrintRun
    """Printing at a print shop."""
