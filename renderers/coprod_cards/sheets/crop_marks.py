"""Cuts: the marks that say where to cut a sheet, and what else stands in its waste.

Lengths are millimetres from the upper left corner of the page.
"""

from collections.abc import Iterator

from attrs import frozen

from coprod_cards.sheets.imposition import Imposition
from coprod_content.brand.stock import SHEET_CLEAR, Stock

_OFFSET, _LENGTH, _LEAST = 3.0, 5.0, 1.5
_GAP, _NOTE_GAP = 1.0, 0.6
_CLEAR = SHEET_CLEAR + 0.5


@frozen
class CutMark:
    """A straight mark from one point to another."""

    x: float
    y: float
    to_x: float
    to_y: float


def cut_marks(sheet: Imposition, *, back: bool) -> tuple[CutMark, ...]:
    """The straight marks of a page. On a page that is one card they stand beyond its bleed, else in the waste of the
    sheet or, where there is none, along the cut. Sheets are cut by their fronts, so backs have none.
    """
    stock = sheet.stock
    if not sheet.marks or stock.perforated or stock.corner_radius:
        return ()
    if sheet.overhang:
        return tuple(_crop_marks(stock))
    return () if back else tuple(_ticks(stock))


def outlines(sheet: Imposition, *, back: bool) -> tuple[tuple[float, float], ...]:
    """The upper left corners of the cards that have an outline to cut along, because their corners are round."""
    stock = sheet.stock
    if not sheet.marks or stock.perforated or not stock.corner_radius or back:
        return ()
    across, down = stock.pitch
    return tuple(
        (stock.x0 + column * across, stock.y0 + row * down)
        for row in range(stock.rows)
        for column in range(stock.columns)
    )


def note_top(stock: Stock, height: float) -> float | None:
    """Where a line of so many millimetres stands in the waste below the cards or above them, if one has room for it."""
    if stock.bottom + _NOTE_GAP + height <= stock.sheet_height - SHEET_CLEAR:
        return stock.bottom + _NOTE_GAP
    return SHEET_CLEAR + _NOTE_GAP if SHEET_CLEAR + 2 * _NOTE_GAP + height <= stock.y0 else None


def _crop_marks(stock: Stock) -> Iterator[CutMark]:
    near = max(_OFFSET, stock.bleed) + _GAP
    for x in (0.0, stock.width):
        yield CutMark(x, -near - _LENGTH, x, -near)
        yield CutMark(x, stock.height + near, x, stock.height + near + _LENGTH)
    for y in (0.0, stock.height):
        yield CutMark(-near - _LENGTH, y, -near, y)
        yield CutMark(stock.width + near, y, stock.width + near + _LENGTH, y)


def _ticks(stock: Stock) -> Iterator[CutMark]:
    gap = _GAP + stock.bleed
    for x in _edges(stock.x0, stock.pitch[0], stock.width, stock.columns, stock.sheet_width):
        for start, end in _spans(stock.y0 - gap, stock.bottom + gap, stock.sheet_height):
            yield CutMark(x, start, x, end)
    for y in _edges(stock.y0, stock.pitch[1], stock.height, stock.rows, stock.sheet_height):
        for start, end in _spans(stock.x0 - gap, stock.right + gap, stock.sheet_width):
            yield CutMark(start, y, end, y)


def _edges(first: float, pitch: float, size: float, count: int, sheet: float) -> tuple[float, ...]:
    """Where cards begin and end, each once, without those that are too near the edge of the sheet to be marked."""
    edges = {round(first + at * pitch + end, 3) for at in range(count) for end in (0.0, size)}
    return tuple(edge for edge in sorted(edges) if _CLEAR <= edge <= sheet - _CLEAR)


def _spans(before: float, after: float, sheet: float) -> Iterator[tuple[float, float]]:
    """Where the two ticks of a cut lie: in the waste before and after the cards, else from the margins inwards."""
    yield (_CLEAR, before if before - _CLEAR >= _LEAST else _CLEAR + _LENGTH)
    yield (after if sheet - _CLEAR - after >= _LEAST else sheet - _CLEAR - _LENGTH, sheet - _CLEAR)
