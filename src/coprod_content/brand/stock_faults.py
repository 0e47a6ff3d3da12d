"""Faults in card stock, such as overlapping cards and excessive bleed."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from coprod_content.brand.stock import Printing, Stock
from coprod_content.content.source import FieldPath, field_name
from coprod_content.files.yaml_reader import ParsedYaml
from coprod_content.findings.finding import Finding, nearest

_ROUNDING = 0.01


def stock_findings(
    stocks: Sequence[Stock], printing: Printing, parsed_files: Sequence[ParsedYaml]
) -> Iterator[Finding]:
    """Yield findings about faulty stocks and unknown stocks chosen for printing.

    Each finding is placed in the last file that sets the value.
    """
    for stock in stocks:
        above: FieldPath = ("stocks", stock.id)
        parsed = next(parsed for parsed in reversed(parsed_files) if parsed.has(above))
        for fault in stock_faults(stock):
            path = (*above, fault.field)
            where = parsed.place(path if parsed.has(path) else above, key=not parsed.has(path))
            yield Finding(code=fault.code, where=where, field=field_name(path), what=fault.what, fix=fault.fix)
    for name, run in (("home", printing.home), ("printer", printing.printer)):
        path = ("printing", name, "stock")
        parsed = next(parsed for parsed in reversed(parsed_files) if parsed.has(path))
        known = [stock.id for stock in stocks]
        if run.stock not in known:
            what = f"there is no stock '{run.stock}'."
            fix = nearest(run.stock, known) or f"Known stocks: {', '.join(known)}."
            yield Finding(code="unknown-id", where=parsed.place(path), field=field_name(path), what=what, fix=fix)


@frozen
class StockFault:
    """A fault in one field of a stock."""

    field: str
    code: str
    what: str
    fix: str


def stock_faults(stock: Stock) -> Iterator[StockFault]:
    """Yield the faults that prevent printing on a stock."""
    yield from _overlaps(stock)
    yield from _overhangs(stock)
    if stock.bleed and not stock.is_one_card:
        yield from _tight_bleed(stock)


def _overlaps(stock: Stock) -> Iterator[StockFault]:
    for field, pitch, size, count in zip(
        ("dx", "dy"), stock.pitch, (stock.width, stock.height), (stock.columns, stock.rows), strict=True
    ):
        if count > 1 and pitch < size - _ROUNDING:
            what = f"cards of {size:g} mm overlap if they begin {pitch:g} mm apart."
            yield StockFault(field, "overlap", what, f"Give {size:g} or more.")


def _overhangs(stock: Stock) -> Iterator[StockFault]:
    for field, end, sheet in (
        ("sheet_width", stock.right, stock.sheet_width),
        ("sheet_height", stock.bottom, stock.sheet_height),
    ):
        if end > sheet + _ROUNDING:
            what = f"the cards extend to {end:g} mm, beyond a sheet of {sheet:g} mm."
            yield StockFault(field, "off-sheet", what, "Correct the sizes, the offsets or the number of cards.")


def _tight_bleed(stock: Stock) -> Iterator[StockFault]:
    gaps = [
        pitch - size
        for pitch, size, count in zip(
            stock.pitch, (stock.width, stock.height), (stock.columns, stock.rows), strict=True
        )
        if count > 1
    ]
    if gaps and min(gaps) < 2 * stock.bleed - _ROUNDING:
        what = f"a bleed of {stock.bleed:g} mm on both sides does not fit the {max(0.0, min(gaps)):g} mm between cards."
        yield StockFault("bleed", "bleed", what, f"Give {max(0.0, min(gaps)) / 2:g} or less, or move the cards apart.")
    waste = min(stock.x0, stock.y0, stock.sheet_width - stock.right, stock.sheet_height - stock.bottom)
    if 0 <= waste < stock.bleed - _ROUNDING:
        what = f"a bleed of {stock.bleed:g} mm runs over the edge of the sheet, which is {waste:g} mm away."
        yield StockFault("bleed", "bleed", what, f"Give {waste:g} or less, or move the cards in.")
