"""Tables: their rows as strips, with their grounds and lines. Lengths are points."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate

from attrs import evolve, frozen

from coprod_builder.canvas.officefile import Element
from coprod_builder.sheets.setting import Edge, Edges, colour_of, edges_of
from coprod_builder.sheets.strips import Strip, Thing, depth, drawn, filled, shifted, stacked
from coprod_builder.sheets.styles import Styles
from coprod_builder.sheets.wordfile import W, is_on, points, value

Flow = Callable[[Element, float], tuple[Strip, ...]]
"""What is in a cell, in a column of a width."""
_NO_LINES = Edges()


@frozen(kw_only=True)
class _Cell:
    """A cell: from where to where it goes, from where its words do, and what is in it."""

    left: float
    right: float
    inner: float
    strips: tuple[Strip, ...]
    fill: str
    bar: Edge | None
    align: str


@frozen(kw_only=True)
class _Look:
    """How a table looks: its lines, the space beside words, and the ground and lower line of its header."""

    edges: Edges
    left: float
    right: float
    header_fill: str
    header_line: Edge | None


def rows_of(table: Element, styles: Styles, flow: Flow) -> tuple[Strip, ...]:
    """The rows of a table; those of its header are repeated above the others."""
    look, rows = _look(table, styles), table.findall(f"{W}tr")
    columns = [points(each, "w", 0.0) for each in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    at = points(table.find(f"{W}tblPr/{W}tblInd"), "w", 0.0)
    ends = tuple(accumulate(columns, initial=at))
    made: list[Strip] = []
    heads: list[Strip] = []
    above = look.edges.top
    for number, row in enumerate(rows):
        header = is_on(row.find(f"{W}trPr"), "tblHeader") and len(heads) == number
        cells = tuple(_cells(row, ends, look, flow, header=number == 0))
        below = look.edges.bottom if number == len(rows) - 1 else None
        strip = _strip(cells, (ends[0], ends[-1]), above, below)
        foot = () if below else _line(look.edges.inside, (ends[0], ends[-1]), strip.height)
        strip = evolve(strip, heads=() if header else tuple(heads), foot=foot)
        made.append(strip)
        heads += (evolve(strip, kept=True),) if header else ()
        above = look.header_line if number == 0 and look.header_line else look.edges.inside
    return tuple(made)


def _look(table: Element, styles: Styles) -> _Look:
    edges, left, right, fill, line = _NO_LINES, 0.0, 0.0, "", None
    for style in (*styles.chain(value(table.find(f"{W}tblPr"), "tblStyle")), table):
        properties, first = style.find(f"{W}tblPr"), style.find(f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr")
        margins = properties.find(f"{W}tblCellMar") if properties is not None else None
        if properties is not None:
            edges = edges_of(properties.find(f"{W}tblBorders"), edges)
        if margins is not None:
            left, right = (points(margins.find(f"{W}{side}"), "w", before) for side, before in _beside(left, right))
        if first is not None:
            fill, line = _ground(first, fill), edges_of(first.find(f"{W}tcBorders"), Edges(bottom=line)).bottom
    has_first = table.find(f"{W}tblPr/{W}tblLook[@{W}firstRow='1']") is not None
    return _Look(
        edges=edges,
        left=left,
        right=right,
        header_fill=fill if has_first else "",
        header_line=line if has_first else None,
    )


def _beside(left: float, right: float) -> tuple[tuple[str, float], ...]:
    return ("left", left), ("right", right)


def _ground(properties: Element | None, before: str) -> str:
    shade = properties.find(f"{W}shd") if properties is not None else None
    return before if shade is None else colour_of(shade.get(f"{W}fill"), "")


def _cells(row: Element, ends: tuple[float, ...], look: _Look, flow: Flow, *, header: bool) -> Iterator[_Cell]:
    at = 0
    for cell in row.findall(f"{W}tc"):
        properties = cell.find(f"{W}tcPr")
        span = int(value(properties, "gridSpan", "1"))
        if at + span >= len(ends):
            return
        left, right = ends[at], ends[at + span]
        at += span
        yield _Cell(
            left=left,
            right=right,
            inner=left + look.left,
            strips=flow(cell, right - left - look.left - look.right),
            fill=_ground(properties, look.header_fill if header else ""),
            bar=edges_of(properties.find(f"{W}tcBorders") if properties is not None else None, _NO_LINES).left,
            align=value(properties, "vAlign", "top"),
        )


def _strip(cells: tuple[_Cell, ...], ends: tuple[float, float], above: Edge | None, below: Edge | None) -> Strip:
    """A row, with the line above it and, where it is the last one, that below it."""
    start, end = above.weight if above else 0.0, below.weight if below else 0.0
    room = max((depth(stacked(cell.strips)) for cell in cells), default=0.0)
    height = start + room + end
    things: list[Thing] = []
    for cell in cells:
        things += _cell(cell, start, room)
    things += (*_line(above, ends, 0.0), *_line(below, ends, height - end))
    first = cells[0].strips if cells else ()
    return Strip(
        height=height,
        things=tuple(things),
        kept=any(strip.kept for strip in first[-1:]),
        halves=partial(_halves, cells, ends, above, below),
        words=" ".join(strip.words for strip in first if strip.words),
    )


def _line(edge: Edge | None, ends: tuple[float, float], y: float) -> tuple[Thing, ...]:
    return (filled(ends[0], y, ends[1] - ends[0], edge.weight, edge.colour),) if edge else ()


def _cell(cell: _Cell, top: float, room: float) -> Iterator[Thing]:
    if cell.fill:
        yield filled(cell.left, top, cell.right - cell.left, room, cell.fill)
    if cell.bar:
        yield filled(cell.left, top, cell.bar.weight, room, cell.bar.colour)
    placed = stacked(cell.strips)
    down = (room - depth(placed)) * {"center": 0.5, "bottom": 1.0}.get(cell.align, 0.0)
    yield from shifted(drawn(placed), cell.inner, top + down)


def _halves(
    cells: tuple[_Cell, ...], ends: tuple[float, float], above: Edge | None, below: Edge | None, room: float
) -> tuple[Strip, Strip] | None:
    """A row in two, the first as high as a room; nothing where not even a line has room."""
    fits = [
        sum(y + strip.height <= room - (above.weight if above else 0.0) for strip, y in stacked(cell.strips))
        for cell in cells
    ]
    if not any(fits):
        return None
    upper = tuple(evolve(cell, strips=cell.strips[:at]) for cell, at in zip(cells, fits, strict=True))
    lower = tuple(evolve(cell, strips=cell.strips[at:]) for cell, at in zip(cells, fits, strict=True))
    return _strip(upper, ends, above, None), _strip(lower, ends, None, below)
