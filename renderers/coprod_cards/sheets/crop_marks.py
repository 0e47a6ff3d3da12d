"""Crop marks, cutting outlines and the position of the printing note.

Positions are in millimetres from the top left corner of the trimmed page.
"""

from collections.abc import Iterator

from attrs import frozen

from coprod_cards.sheets.imposition import Imposition
from coprod_content.brand.stock import SHEET_CLEAR, Stock

_OFFSET, _LENGTH, _MIN_LENGTH = 3.0, 5.0, 1.5
_GAP, _NOTE_GAP = 1.0, 0.6
_CLEAR = SHEET_CLEAR + 0.5


@frozen
class CropMark:
    """A straight line that shows where to cut."""

    x: float
    y: float
    to_x: float
    to_y: float


def crop_marks(imposition: Imposition, *, back: bool) -> tuple[CropMark, ...]:
    """Return the crop marks for a page, or an empty tuple.

    `back` is true for the backs of cards. If a page is a single card with bleed, the marks are outside the bleed. On a
    sheet of cards, they are in the waste paper, or along the cut if there is too little waste. Sheets are cut from the
    front, so their backs have no marks. Perforated stock has no marks either. Cards with rounded corners have outlines
    instead (see `outlines`).
    """
    stock = imposition.stock
    if not imposition.marks or stock.perforated or stock.corner_radius:
        return ()
    if imposition.overhang:
        return tuple(_corner_marks(stock))
    return () if back else tuple(_edge_marks(stock))


def outlines(imposition: Imposition, *, back: bool) -> tuple[tuple[float, float], ...]:
    """Return the top left corner of each outline to cut along.

    Only the fronts of sheets have outlines, and only if the imposition has marks, the cards have rounded corners and
    the stock is not perforated. Otherwise, the tuple is empty. `back` is true for the backs of cards.
    """
    stock = imposition.stock
    shown = imposition.marks and not stock.perforated and stock.corner_radius and not back
    return card_corners(stock) if shown else ()


def card_corners(stock: Stock) -> tuple[tuple[float, float], ...]:
    """Return each card's top left corner on a sheet, in millimetres."""
    across, down = stock.pitch
    return tuple(
        (stock.x0 + column * across, stock.y0 + row * down)
        for row in range(stock.rows)
        for column in range(stock.columns)
    )


def note_top(stock: Stock, height: float) -> float | None:
    """Return the printing note's y-coordinate, or None if it does not fit.

    The note is below the cards or, if there is too little room there, above the cards. `height` is the note's height in
    millimetres.
    """
    if stock.bottom + _NOTE_GAP + height <= stock.sheet_height - SHEET_CLEAR:
        return stock.bottom + _NOTE_GAP
    return SHEET_CLEAR + _NOTE_GAP if SHEET_CLEAR + 2 * _NOTE_GAP + height <= stock.y0 else None


def _corner_marks(stock: Stock) -> Iterator[CropMark]:
    near = max(_OFFSET, stock.bleed) + _GAP
    for x in (0.0, stock.width):
        yield CropMark(x, -near - _LENGTH, x, -near)
        yield CropMark(x, stock.height + near, x, stock.height + near + _LENGTH)
    for y in (0.0, stock.height):
        yield CropMark(-near - _LENGTH, y, -near, y)
        yield CropMark(stock.width + near, y, stock.width + near + _LENGTH, y)


def _edge_marks(stock: Stock) -> Iterator[CropMark]:
    gap = _GAP + stock.bleed
    for x in _edges(stock.x0, stock.pitch[0], stock.width, stock.columns, stock.sheet_width):
        for start, end in _mark_ends(stock.y0 - gap, stock.bottom + gap, stock.sheet_height):
            yield CropMark(x, start, x, end)
    for y in _edges(stock.y0, stock.pitch[1], stock.height, stock.rows, stock.sheet_height):
        for start, end in _mark_ends(stock.x0 - gap, stock.right + gap, stock.sheet_width):
            yield CropMark(start, y, end, y)


def _edges(first: float, pitch: float, size: float, count: int, sheet: float) -> tuple[float, ...]:
    edges = {round(first + at * pitch + end, 3) for at in range(count) for end in (0.0, size)}
    return tuple(edge for edge in sorted(edges) if _CLEAR <= edge <= sheet - _CLEAR)


def _mark_ends(before: float, after: float, sheet: float) -> Iterator[tuple[float, float]]:
    yield (_CLEAR, before if before - _CLEAR >= _MIN_LENGTH else _CLEAR + _LENGTH)
    yield (after if sheet - _CLEAR - after >= _MIN_LENGTH else sheet - _CLEAR - _LENGTH, sheet - _CLEAR)
