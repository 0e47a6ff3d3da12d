"""Paths of SVG files, converted to the commands of drawings."""

from functools import lru_cache

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen

_Point = tuple[float, float]


class _CommandPen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """A pen that writes path commands, and makes all curves cubic."""

    def __init__(self) -> None:
        super().__init__(None)
        self.commands: list[str] = []

    def _add(self, letter: str, *points: _Point) -> None:
        self.commands.append(" ".join((letter, *(f"{round(x, 2):g},{round(y, 2):g}" for x, y in points))))

    def _moveTo(self, point: _Point) -> None:  # noqa: N802  # the name is fontTools'
        self._add("M", point)

    def _lineTo(self, point: _Point) -> None:  # noqa: N802
        self._add("L", point)

    def _curveToOne(self, first: _Point, second: _Point, point: _Point) -> None:  # noqa: N802
        self._add("C", first, second, point)

    def _closePath(self) -> None:  # noqa: N802
        self._add("Z")


@lru_cache(maxsize=4096)
def path_commands(svg: str, transform: Transform) -> str:
    """Return the commands of an SVG path after a transformation."""
    from fontTools.svgLib.path import parse_path  # its own imports take time

    pen = _CommandPen()
    parse_path(svg, TransformPen(pen, transform))
    return " ".join(pen.commands)
