"""Stock: the sheets that cards are printed on, and how a run of them is printed. Lengths are millimetres."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from attrs import frozen

from coprod_content.content.field_types import Line, Number, Slug, Whole
from coprod_content.content.source import FieldPath, field_name
from coprod_content.files.yaml_reader import Reading
from coprod_content.findings.finding import Finding, nearest

SHEET_CLEAR = 7.0
"""The white that a sheet keeps along its edges where no colour bleeds: printers at home and in offices need it."""

Side = Annotated[float, Number(74, 1000)]
Offset = Annotated[float, Number(0, 1000)]
Radius = Annotated[float, Number(0, 20)]
Bleed = Annotated[float, Number(0, 10)]
Count = Annotated[int, Whole(1, 12, "", 2)]
Order = Literal["reading", "cut-and-stack"]

_ROUNDING = 0.01


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


def unprintable(stocks: Sequence[Stock], printing: Printing, readings: Sequence[Reading]) -> Iterator[Finding]:
    """A Finding for each fault of a stock, and for each run on a stock that there is not, at the last of the files that
    give it.
    """
    for stock in stocks:
        above: FieldPath = ("stocks", stock.id)
        reading = next(reading for reading in reversed(readings) if above in reading.values)
        for fault in faults(stock):
            path = (*above, fault.field)
            where = reading.place(path if path in reading.values else above, key=path not in reading.values)
            yield Finding(code=fault.code, where=where, field=field_name(path), what=fault.what, fix=fault.fix)
    for name, run in (("home", printing.home), ("printer", printing.printer)):
        path = ("printing", name, "stock")
        reading = next(reading for reading in reversed(readings) if path in reading.values)
        try:
            stock_of(stocks, run.stock)
        except UnknownStock as error:
            what, fix = error.args
            yield Finding(
                code="unknown-id", where=reading.place(path), field=field_name(path), what=f"t{what[1:]}", fix=fix
            )


@frozen
class Fault:
    """What is wrong with a field of a stock, and what to do."""

    field: str
    code: str
    what: str
    fix: str


def faults(stock: Stock) -> Iterator[Fault]:
    """What keeps a stock from being printed."""
    yield from _overlaps(stock)
    yield from _overhangs(stock)
    if stock.bleed and not stock.is_one_card:
        yield from _tight_bleed(stock)


def _overlaps(stock: Stock) -> Iterator[Fault]:
    for field, pitch, size, count in zip(
        ("dx", "dy"), stock.pitch, (stock.width, stock.height), (stock.columns, stock.rows), strict=True
    ):
        if count > 1 and pitch < size - _ROUNDING:
            what = f"cards of {size:g} mm that begin {pitch:g} mm apart overlap."
            yield Fault(field, "overlap", what, f"Give {size:g} or more.")


def _overhangs(stock: Stock) -> Iterator[Fault]:
    for field, end, sheet in (
        ("sheet_width", stock.right, stock.sheet_width),
        ("sheet_height", stock.bottom, stock.sheet_height),
    ):
        if end > sheet + _ROUNDING:
            what = f"the cards end {end:g} mm from the edge of a sheet of {sheet:g} mm."
            yield Fault(field, "off-sheet", what, "Correct the sizes, the offsets or how many cards there are.")


def _tight_bleed(stock: Stock) -> Iterator[Fault]:
    gaps = [
        pitch - size
        for pitch, size, count in zip(
            stock.pitch, (stock.width, stock.height), (stock.columns, stock.rows), strict=True
        )
        if count > 1
    ]
    if gaps and min(gaps) < 2 * stock.bleed - _ROUNDING:
        what = f"a bleed of {stock.bleed:g} mm on both sides does not fit the {max(0.0, min(gaps)):g} mm between cards."
        yield Fault("bleed", "bleed", what, f"Give {max(0.0, min(gaps)) / 2:g} or less, or move the cards apart.")
    waste = min(stock.x0, stock.y0, stock.sheet_width - stock.right, stock.sheet_height - stock.bottom)
    if 0 <= waste < stock.bleed - _ROUNDING:
        what = f"a bleed of {stock.bleed:g} mm runs over the edge of the sheet, {waste:g} mm away."
        yield Fault("bleed", "bleed", what, f"Give {waste:g} or less, or move the cards in.")
