"""Drawings converted to SVG shapes, with labels broken into lines."""

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from attrs import evolve, field, frozen

from coprod_content.content.drawing import Circle, Drawing, Label, Path, Polygon, Rectangle, Shape, Stroke
from coprod_content.content.paths import PathStep, Point, path_steps
from coprod_content.illustration.moved_path import MovedPath
from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle
from coprod_content.layout.known_fonts import UnknownFont
from coprod_content.layout.office_metrics import office_metrics

_LINE_HEIGHT, _BASELINE = 1.2, 0.945
"""Line height, and distance from the top of a line to its baseline, as multiples of the label's size."""
_LARGEST_LABEL, _TALLEST, _WIDEST = 1.25, 34.0, 60.0
"""Limits, in rem, on label size, picture height and minimum picture width."""
_HEAD_LENGTH, _HEAD_HALF_WIDTH = 4.5, 0.45
"""An arrowhead's length in multiples of its line's width, and half its width as a fraction of that length."""


@frozen
class LabelLine:
    """A line of text in a label, with its baseline's position."""

    words: str
    y: float


@frozen(kw_only=True)
class LabelLines:
    """A label's lines, whose start, middle or end (`anchor`) is at `x`."""

    label: Label
    x: float
    anchor: str
    rows: tuple[LabelLine, ...]
    shape: str = "lines"


@frozen(kw_only=True)
class ArrowHead:
    """A triangular arrowhead."""

    colour: str
    corners: tuple[Point, ...]
    shape: str = "head"


@frozen(kw_only=True)
class PathGroup:
    """Paths that an SVG matrix scales and moves together."""

    matrix: str
    shapes: tuple[Path, ...]
    shape: str = "group"


Drawn = PathGroup | Circle | Rectangle | Polygon | Path | Stroke | LabelLines | ArrowHead


@frozen(kw_only=True)
class SvgPicture:
    """A drawing as SVG shapes.

    The labels are readable when the picture is `least` to `most` rem wide.
    """

    width: float
    height: float
    least: int
    most: int
    shapes: tuple[Drawn, ...] = field(repr=False)

    @property
    def labels(self) -> "SvgPicture":
        """The picture with only its labels."""
        return evolve(self, shapes=tuple(shape for shape in self.shapes if isinstance(shape, LabelLines)))

    @property
    def without_labels(self) -> "SvgPicture":
        """The picture without its labels."""
        return evolve(self, shapes=tuple(shape for shape in self.shapes if not isinstance(shape, LabelLines)))


@lru_cache(maxsize=256)
def svg_picture(drawing: Drawing, font: str, smallest: float = 0.75) -> SvgPicture:
    """Return a drawing as SVG shapes, with labels laid out in `font`.

    `smallest` is the size in rem of the smallest label when the picture is at its minimum width. The minimum width is
    at most 60 rem, so very small labels in the drawing can be smaller than `smallest`.
    """
    metrics = _metrics(font)
    sizes = [shape.size for shape in drawing.shapes if isinstance(shape, Label)]
    tallest = _TALLEST * drawing.width / drawing.height
    most = min(tallest, _LARGEST_LABEL * drawing.width / min(sizes)) if sizes else tallest
    least = min(_WIDEST, smallest * drawing.width / min(sizes)) if sizes else 0.0
    return SvgPicture(
        width=drawing.width,
        height=drawing.height,
        least=math.ceil(least),
        most=max(math.ceil(least), round(most)),
        shapes=tuple(_all_drawn(drawing.shapes, metrics)),
    )


@lru_cache(maxsize=256)
def _metrics(font: str) -> FontMetrics:
    try:
        return office_metrics(font)
    except UnknownFont:
        return office_metrics("Arial")


def _all_drawn(shapes: tuple[Shape, ...], metrics: FontMetrics) -> Iterator[Drawn]:
    for place, together in groupby(shapes, key=lambda shape: shape.place if isinstance(shape, MovedPath) else None):
        if place:
            across, down, left, top = (f"{round(number, 4):g}" for number in place)
            paths = (_original(shape) for shape in together if isinstance(shape, MovedPath))
            yield PathGroup(matrix=f"{across} 0 0 {down} {left} {top}", shapes=tuple(paths))
        else:
            yield from (drawn for shape in together for drawn in _drawn(shape, metrics))


def _original(path: MovedPath) -> Path:
    """Return the original of a moved path, rounded to whole units."""
    return evolve(path, commands=_relative(path_steps(path.original), 0), weight=round(path.weight / path.place[1], 1))


def _drawn(shape: Shape, metrics: FontMetrics) -> tuple[Drawn, ...]:
    match shape:
        case Label():
            return (_label_lines(shape, metrics),)
        case Stroke(arrow=True):
            return shape, _arrow_head((shape.x, shape.y), (shape.to_x, shape.to_y), shape.weight, shape.colour)
        case Path(arrow=True, colour=str(colour), end=(end, before)):
            return shape, _arrow_head(before, end, shape.weight, colour)
        case Path():
            return (evolve(shape, commands=_relative(shape.steps)),)
        case _:
            return (shape,)


def _relative(steps: tuple[PathStep, ...], digits: int = 2) -> str:
    """Return a path's SVG commands, with coordinates relative to the previous point.

    Relative coordinates make the commands shorter. They are rounded to `digits` decimal places.
    """
    commands, at, start = "", (0.0, 0.0), (0.0, 0.0)
    for step in steps:
        moves = tuple((round(x - at[0], digits), round(y - at[1], digits)) for x, y in step.points)
        commands += step.command.lower() + " ".join(f"{x:g},{y:g}" for x, y in moves)
        at = (at[0] + moves[-1][0], at[1] + moves[-1][1]) if moves else start
        start = at if step.command == "M" else start
    return commands


def _arrow_head(start: Point, end: Point, weight: float, colour: str) -> ArrowHead:
    """Return the arrowhead of a line from `start` to `end`."""
    length = math.dist(start, end) or 1.0
    across, down = (end[0] - start[0]) / length, (end[1] - start[1]) / length
    long = weight * _HEAD_LENGTH
    back = (end[0] - across * long, end[1] - down * long)
    wide = long * _HEAD_HALF_WIDTH
    corners = (
        end,
        (back[0] - down * wide, back[1] + across * wide),
        (back[0] + down * wide, back[1] - across * wide),
    )
    return ArrowHead(colour=colour, corners=tuple((round(x, 3), round(y, 3)) for x, y in corners))


def _label_lines(label: Label, metrics: FontMetrics) -> LabelLines:
    style = TextStyle(label.size / MM_PER_PT, strong=label.strong)
    words = _broken(label.text, label.width, style, metrics)
    step = label.size * _LINE_HEIGHT
    top = label.y + (label.height - step * len(words)) / 2 + label.size * _BASELINE
    x, anchor = {
        "left": (label.x, "start"),
        "centre": (label.x + label.width / 2, "middle"),
        "right": (label.x + label.width, "end"),
    }[label.align]
    return LabelLines(
        label=label,
        x=round(x, 3),
        anchor=anchor,
        rows=tuple(LabelLine(line, round(top + at * step, 3)) for at, line in enumerate(words)),
    )


def _broken(words: str, width: float, style: TextStyle, metrics: FontMetrics) -> list[str]:
    """Break text into lines between words."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.width(longer, style) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
