"""Size a tuck box for cards, and draw its nets.

A net has a back with a lid and a bottom, a side, a front and another side, from left to right. If it is too large for a
sheet of paper, there are two nets, each with a large panel and a side. If two are too large as well, the cards are
divided between several boxes. Positions are in millimetres from the top left corner of the sheet.
"""

import math
from collections.abc import Iterator

from attrs import frozen

from coprod_content.brand.stock import SHEET_CLEAR, PrintRun, Stock

INK_BLEED = 2.0
"""How far colour extends beyond a cut edge or a fold, in millimetres."""
_ROOM, _CURVE = 2.0, 1.05  # millimetres beside and above the cards; a factor for cards that are not quite flat
_LEAST_DEPTH, _MOST_BOXES = 8.0, 4
_TUCK, _FLAP, _DUST, _THUMB = 10.0, 12.0, 18.0, 9.0
_TAPER, _ROUND = 3.0, 4.0
_ARC_STEPS = 12

Point = tuple[float, float]
Panel = tuple[float, float, float, float]  # left, top, width, height


@frozen(kw_only=True)
class TuckBox:
    """A box for cards, and the sheet to print it on.

    Lengths are in millimetres. `boxes` is the number of boxes. Each holds up to `cards` cards and is made from `nets`
    nets.
    """

    width: float
    height: float
    depth: float
    sheet: tuple[float, float]
    nets: int
    boxes: int
    cards: int

    @property
    def net_size(self) -> tuple[float, float]:
        """The width and height of each net, in millimetres."""
        panels = (self.width + self.depth) * (2 if self.nets == 1 else 1)
        return self.flap + panels, self.height + 2 * self.depth + 2 * _TUCK

    @property
    def flap(self) -> float:
        """The width of the flap to glue, in millimetres."""
        return min(_FLAP, self.depth - 1)


@frozen(kw_only=True)
class Net:
    """A net, from which a box or half a box is made.

    `outline` is the line to cut along, and `folds` contains the lines to fold along. `glued` is the flap to glue behind
    the free edge of a side. If a box is made from two nets, the panels that are on the other net are None. `note` is
    the area for printing instructions, which is cut off or hidden in the finished box.
    """

    outline: tuple[Point, ...]
    folds: tuple[tuple[Point, Point], ...]
    glued: tuple[Point, ...]
    sides: tuple[Panel, ...]
    back: Panel | None
    front: Panel | None
    lid: Panel | None
    note: Panel


def tuck_box(cards: int, run: PrintRun, stock: Stock, papers: tuple[tuple[float, float], ...]) -> TuckBox:
    """Return a tuck box for the given number of cards.

    `papers` contains the portrait sizes of paper to try in turn. The first size on which the cards need at most four
    boxes is used, in portrait or landscape, with as few boxes as possible and then as few nets as possible. If there is
    no such size, the cards are in one box, and the sheet is made large enough for its net.
    """
    for paper in papers:
        for boxes in range(1, _MOST_BOXES + 1):
            for nets in (1, 2):
                for sheet in (paper, paper[::-1]):
                    box = _box(cards, boxes, nets, sheet, run, stock)
                    if all(size <= most for size, most in zip(box.net_size, _clear(sheet), strict=True)):
                        return box
    width, height = _box(cards, 1, 1, (0.0, 0.0), run, stock).net_size
    around = 2 * (SHEET_CLEAR + INK_BLEED)
    return _box(cards, 1, 1, (width + around, height + around), run, stock)


def nets_of(box: TuckBox) -> tuple[Net, ...]:
    """Return the nets of a box. The first includes the front."""
    if box.nets == 1:
        return (_net(box, ("back", "side", "front", "side")),)
    return _net(box, ("front", "side")), _net(box, ("back", "side"))


def _box(cards: int, boxes: int, nets: int, sheet: tuple[float, float], run: PrintRun, stock: Stock) -> TuckBox:
    each = math.ceil(cards / boxes)
    return TuckBox(
        width=min(stock.width, stock.height) + _ROOM,
        height=max(stock.width, stock.height) + _ROOM,
        depth=max(_LEAST_DEPTH, math.ceil(each * run.thickness * _CURVE + 1)),
        sheet=sheet,
        nets=nets,
        boxes=boxes,
        cards=each,
    )


def _clear(sheet: tuple[float, float]) -> tuple[float, float]:
    around = 2 * (SHEET_CLEAR + INK_BLEED)
    return sheet[0] - around, sheet[1] - around


def _net(box: TuckBox, columns: tuple[str, ...]) -> Net:
    """Return a net with a flap to glue and the given columns.

    `columns` are from left to right, and each is `front`, `back` or `side`. A `back` column includes the lid and the
    bottom.
    """
    (width, height), (sheet_width, sheet_height) = box.net_size, box.sheet
    left, above = (sheet_width - width) / 2 + box.flap, (sheet_height - height) / 2
    if "back" not in columns:
        above = (sheet_height - box.height) / 2 - box.depth - _TUCK
    top = above + _TUCK + box.depth
    low = top + box.height
    widths = [box.width if column != "side" else box.depth for column in columns]
    starts = [left + sum(widths[:at]) for at in range(len(columns) + 1)]
    panels = tuple((column, (x, top, w, box.height)) for column, x, w in zip(columns, starts, widths, strict=False))
    placed = {column: panel for column, panel in panels if column != "side"}
    upper = [point for column, panel in panels for point in _top_edge(column, panel, box)]
    lower = [point for column, panel in reversed(panels) for point in _bottom_edge(column, panel, box)]
    flap = ((left, low), (left - box.flap, low - 4), (left - box.flap, top + 4), (left, top))
    back, front = placed.get("back"), placed.get("front")
    note = (front[0], top - _DUST, box.width, _DUST - _THUMB - 1) if front else (left, above, box.width, _TUCK)
    return Net(
        outline=(*upper, *lower, *flap),
        folds=tuple(_folds(panels, box)),
        glued=flap,
        sides=tuple(panel for column, panel in panels if column == "side"),
        back=back,
        front=front,
        lid=(back[0], top - box.depth, box.width, box.depth) if back else None,
        note=note,
    )


def _top_edge(column: str, panel: Panel, box: TuckBox) -> Iterator[Point]:
    """Yield the upper outline of a column, from left to right."""
    left, top, width, _ = panel
    match column:
        case "front":
            yield left, top
            for step in range(_ARC_STEPS + 1):
                angle = math.pi * step / _ARC_STEPS
                yield left + width / 2 - _THUMB * math.cos(angle), top + _THUMB * math.sin(angle)
            yield left + width, top
        case "back":
            yield from _closing(left, top, width, -box.depth, -1)
        case _:
            dust = min(_DUST, box.depth + box.width / 4)
            yield from ((left, top), (left + _TAPER / 2, top - dust), (left + width - _TAPER / 2, top - dust))
            yield left + width, top


def _bottom_edge(column: str, panel: Panel, box: TuckBox) -> Iterator[Point]:
    """Yield the lower outline of a column, from right to left."""
    left, top, width, height = panel
    low = top + height
    match column:
        case "front":
            yield from ((left + width, low), (left, low))
        case "back":
            yield from reversed(tuple(_closing(left, low, width, box.depth, 1)))
        case _:
            mirrored = tuple(_top_edge(column, panel, box))
            yield from ((x, low + top - y) for x, y in reversed(mirrored))


def _closing(left: float, edge: float, width: float, depth: float, way: int) -> Iterator[Point]:
    """Yield the outline of a lid or bottom, from left to right.

    The outline includes the flap to tuck in. `edge` is the y-coordinate of the fold between the back and the lid or
    bottom. `depth` is the distance from there to that flap. `way` is -1 for a lid, which extends upwards and has a
    negative `depth`, and 1 for a bottom.
    """
    far, end = edge + depth, edge + depth + way * _TUCK
    yield from ((left, edge), (left, far), (left + 1, far + way), (left + 1, end - way * _ROUND))
    yield from ((left + _ROUND, end), (left + width - _ROUND, end))
    yield from ((left + width - 1, end - way * _ROUND), (left + width - 1, far + way), (left + width, far))
    yield left + width, edge


def _folds(panels: tuple[tuple[str, Panel], ...], box: TuckBox) -> Iterator[tuple[Point, Point]]:
    for column, (left, top, width, height) in panels:
        low = top + height
        yield (left, top), (left, low)
        edges = {"front": (), "back": (top - box.depth, top, low, low + box.depth)}.get(column, (top, low))
        yield from (((left, y), (left + width, y)) for y in edges)
