"""Paths of SVG files, converted to the commands of drawings."""

import hashlib
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen

_Point = tuple[float, float]
_Part = tuple[complex, ...]
"""The points of a line or curve, from its start to its end, as complex numbers."""
KNOWN_PATHS = Path(__file__).with_name("open_peeps_paths.txt")
"""A file of paths already converted from SVG. Reading it is faster than converting them again.

Each line has the key of a path, a tab and the commands.
"""
_TOLERANCE = 1.0
"""How far a simplified path can be from the original one, in canvas units. A person is about 1200 units high."""


class _CommandPen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """A pen that writes path commands, and makes all curves cubic."""

    def __init__(self) -> None:
        super().__init__(None)
        self.commands: list[str] = []
        self._parts: list[_Part] = []

    def _add(self, *points: _Point) -> None:
        part = tuple(complex(*point) for point in (self._getCurrentPoint(), *points))
        self._parts.append(part if len(part) > 2 and not _is_flat(part) else (part[0], part[-1]))

    def _moveTo(self, point: _Point) -> None:  # noqa: N802  # the name is fontTools'
        self._write()
        self.commands.append(f"M {_written(complex(*point))}")

    def _lineTo(self, point: _Point) -> None:  # noqa: N802
        self._add(point)

    def _curveToOne(self, first: _Point, second: _Point, point: _Point) -> None:  # noqa: N802
        self._add(first, second, point)

    def _closePath(self) -> None:  # noqa: N802
        self._write()
        self.commands.append("Z")

    def _endPath(self) -> None:  # noqa: N802
        self._write()

    def _write(self) -> None:
        for part in _simplified(self._parts):
            self.commands.append(f"{'C' if len(part) > 2 else 'L'} {' '.join(map(_written, part[1:]))}")
        self._parts = []


def _written(point: complex) -> str:
    return f"{round(point.real, 1):g},{round(point.imag, 1):g}"


def _simplified(parts: list[_Part]) -> list[_Part]:
    """Join neighbouring lines and curves if the result looks the same."""
    kept: list[_Part] = []
    passed: list[complex] = []
    for part in parts:
        joined = None
        if kept and len(part) == len(kept[-1]):
            joined = _one_curve(kept[-1], part) if len(part) > 2 else _one_line(kept[-1], part, passed)
        passed = [*passed, part[0]] if joined else []
        kept[len(kept) - bool(joined) :] = [joined or part]
    return kept


def _one_line(line: _Part, following: _Part, passed: list[complex]) -> _Part | None:
    joined = (line[0], *passed, *following)
    return (line[0], following[-1]) if _is_flat(joined) else None


def _is_flat(points: _Part) -> bool:
    """Return whether points are in order on a straight line."""
    along = points[-1] - points[0]
    length = abs(along) or 1.0
    turned = [(point - points[0]) * along.conjugate() / length for point in points]
    forwards = all(after.real >= before.real - _TOLERANCE for before, after in pairwise(turned))
    return forwards and all(abs(point.imag) <= _TOLERANCE for point in turned)


def _one_curve(curve: _Part, following: _Part) -> _Part | None:
    """Join two curves, or return None if the result would look different."""
    before, after = abs(curve[3] - curve[2]), abs(following[1] - following[0])
    share = before / (before + after) if before and after else 0.0
    if not 0.1 < share < 0.9:
        return None
    first = curve[0] + (curve[1] - curve[0]) / share
    joined = (curve[0], first, following[3] + (following[2] - following[3]) / (1 - share), following[3])
    checked = ((share, curve[3]), (share / 2, _on_curve(curve, 0.5)), ((1 + share) / 2, _on_curve(following, 0.5)))
    return joined if all(abs(_on_curve(joined, at) - point) <= _TOLERANCE for at, point in checked) else None


def _on_curve(curve: _Part, at: float) -> complex:
    a, b, c, d = curve
    rest = 1 - at
    return rest**3 * a + 3 * rest * at * (rest * b + at * c) + at**3 * d


@lru_cache(maxsize=4096)
def path_commands(svg: str, transform: Transform) -> str:
    """Return the simplified commands of a transformed SVG path.

    A path in `KNOWN_PATHS` is looked up there. Any other path is converted from SVG.
    """
    return _known_paths().get(path_key(svg, transform)) or read_path(svg, transform)


@lru_cache(maxsize=1)
def _known_paths() -> dict[str, str]:
    """Return the commands of the illustration set's paths, by key."""
    return dict(line.split("\t") for line in KNOWN_PATHS.read_text("utf-8").splitlines())


def path_key(svg: str, transform: Transform) -> str:
    """Return the key of a transformed path in `KNOWN_PATHS`."""
    return hashlib.sha256(f"{svg} {tuple(transform)}".encode()).hexdigest()[:16]


def read_path(svg: str, transform: Transform) -> str:
    """Convert a transformed SVG path to commands, without using `KNOWN_PATHS`."""
    from fontTools.svgLib.path import parse_path  # its own imports take time

    pen = _CommandPen()
    parse_path(svg, TransformPen(pen, transform))
    return " ".join(pen.commands)
