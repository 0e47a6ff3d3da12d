"""Problems with card stock, such as overlapping cards and excessive bleed."""

from collections.abc import Iterator, Sequence
from math import inf

from coprod_content.brand.stock import Printing, Stock
from coprod_content.content.source import field_name
from coprod_content.files.field_errors import Problem
from coprod_content.files.yaml_reader import ParsedYaml
from coprod_content.findings.finding import Finding, nearest

_ROUNDING = 0.01


def stock_findings(
    stocks: Sequence[Stock], printing: Printing, parsed_files: Sequence[ParsedYaml]
) -> Iterator[Finding]:
    """Yield findings about stocks that are unknown or cannot be printed on.

    `stocks` are those that the brand defines, and `printing` says which of them to use. A finding about a value gives
    the last file that sets that value.
    """
    for stock in stocks:
        for problem in stock_problems(stock):
            path, above = ("stocks", stock.id, *problem.path), ("stocks", stock.id)
            parsed = next(parsed for parsed in reversed(parsed_files) if parsed.has(above))
            where = parsed.place(path) if parsed.has(path) else parsed.place(above, key=True)
            yield problem.finding(where, above)
    known = [stock.id for stock in stocks]
    for name, run in (("home", printing.home), ("printer", printing.printer)):
        if run.stock not in known:
            path = ("printing", name, "stock")
            parsed = next(parsed for parsed in reversed(parsed_files) if parsed.has(path))
            what = f"there is no stock '{run.stock}'."
            fix = nearest(run.stock, known) or f"Choose one of these: {', '.join(known)}."
            yield Finding(code="unknown-id", where=parsed.place(path), field=field_name(path), what=what, fix=fix)


def stock_problems(stock: Stock) -> Iterator[Problem]:
    """Yield the problems that prevent printing on a stock."""
    across = ("x", stock.pitch[0], stock.width, stock.columns)
    down = ("y", stock.pitch[1], stock.height, stock.rows)
    for axis, pitch, size, count in (across, down):
        if count > 1 and pitch < size - _ROUNDING:
            what = f"cards of {size:g} mm overlap if they start {pitch:g} mm apart."
            yield Problem((f"d{axis}",), "overlap", what, f"Set it to {size:g} or more.")
    ends = (("sheet_width", stock.right, stock.sheet_width), ("sheet_height", stock.bottom, stock.sheet_height))
    for field, end, sheet in ends:
        if end > sheet + _ROUNDING:
            what = f"the cards extend to {end:g} mm, beyond a sheet of {sheet:g} mm."
            yield Problem((field,), "off-sheet", what, "Correct the sizes, the offsets or the number of cards.")
    if stock.bleed and not stock.is_one_card:
        gaps = (pitch - size for _, pitch, size, count in (across, down) if count > 1)
        yield from _tight_bleed(stock, min(gaps, default=inf))


def _tight_bleed(stock: Stock, gap: float) -> Iterator[Problem]:
    if gap < 2 * stock.bleed - _ROUNDING:
        room = max(0.0, gap)
        what = f"a bleed of {stock.bleed:g} mm on both sides does not fit in the {room:g} mm between cards."
        yield Problem(("bleed",), "bleed", what, f"Set it to {room / 2:g} or less, or move the cards apart.")
    waste = min(stock.x0, stock.y0, stock.sheet_width - stock.right, stock.sheet_height - stock.bottom)
    if 0 <= waste < stock.bleed - _ROUNDING:
        what = f"a bleed of {stock.bleed:g} mm does not fit in the {waste:g} mm beside the cards on the sheet."
        yield Problem(("bleed",), "bleed", what, f"Set it to {waste:g} or less, or move the cards away from the edge.")
