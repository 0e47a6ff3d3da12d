"""Paths of straight lines and curves, read from their commands."""

import re
from functools import lru_cache
from typing import Literal

from attrs import frozen

Point = tuple[float, float]
_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")
_PAIR = re.compile(r"([^MLCZ,\s]+),([^MLCZ,\s]+)")


@frozen
class PathStep:
    """A command of a path, with its points in drawing units.

    `M` starts a part of the path at a point, `L` draws a straight line to a point, and `Z` closes the part. `C` draws a
    curve to the last of three points. The curve starts towards the first point, and arrives from the second.
    """

    command: Literal["M", "L", "C", "Z"]
    points: tuple[Point, ...] = ()


@lru_cache(maxsize=4096)
def path_steps(commands: str) -> tuple[PathStep, ...]:
    """Read a path's commands, such as `M 0,0 L 5,5 Z`."""
    return tuple(PathStep(letter, tuple(map(_point, points.split()))) for letter, points in _STEP.findall(commands))


def polygon_steps(points: str) -> tuple[PathStep, ...]:
    """Return the path around a polygon's corners, such as `0,0 5,5 0,5`."""
    first, *others = map(_point, points.split())
    return (PathStep("M", (first,)), *(PathStep("L", (corner,)) for corner in others), PathStep("Z"))


def _point(pair: str) -> Point:
    x, y = pair.split(",")
    return float(x), float(y)


@lru_cache(maxsize=4096)
def moved_path(commands: str, x: float, y: float, across: float, down: float, decimals: int = 2) -> str:
    """Return a path's commands, scaled, then moved by (`x`, `y`).

    `across` and `down` are the scales. A negative scale mirrors the path.
    """

    pattern, points = _points(commands)
    moved = [round(n, decimals) for right, below in points for n in (x + right * across, y + below * down)]
    return pattern % tuple(moved)


@lru_cache(maxsize=4096)
def _points(commands: str) -> tuple[str, tuple[Point, ...]]:
    """Return a path's commands as a pattern for `%`, and its points."""
    pairs = tuple((float(x), float(y)) for x, y in _PAIR.findall(commands))
    return _PAIR.sub("%g,%g", commands.replace("%", "%%")), pairs


@lru_cache(maxsize=4096)
def path_bounds(commands: str) -> tuple[Point, Point]:
    """Return the corners of a path's bounding box, like `bounds`."""
    return bounds(path_steps(commands))


def bounds(steps: tuple[PathStep, ...]) -> tuple[Point, Point]:
    """Return the top left and bottom right corners of a bounding box."""
    reached: list[Point] = []
    across: list[float] = []
    down: list[float] = []
    for step in steps:
        if step.command == "C":
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = reached[-1], *step.points
            across += _turns(ax, bx, cx, dx)
            down += _turns(ay, by, cy, dy)
        reached += step.points[-1:]
    across += [x for x, _ in reached]
    down += [y for _, y in reached]
    return (min(across), min(down)), (max(across), max(down))


def _turns(a: float, b: float, c: float, d: float) -> list[float]:
    """Return where a cubic curve turns beyond its ends.

    All numbers are coordinates on one axis."""
    least, most = (a, d) if a < d else (d, a)
    if least <= b <= most and least <= c <= most:
        return []
    square, linear, constant = d - a + 3 * (b - c), 2 * (a - 2 * b + c), b - a
    root = linear * linear - 4 * square * constant
    if root < 0:
        return []
    near_zero = abs(square) < 1e-9
    shares = [-constant / linear] if near_zero and linear else []
    shares += [] if near_zero else [(-linear + sign * root**0.5) / (2 * square) for sign in (1, -1)]
    return [_on_curve(a, b, c, d, share) for share in shares if 0 < share < 1]


def _on_curve(a: float, b: float, c: float, d: float, share: float) -> float:
    """Return the coordinate at a fraction (0 to 1) of a curve."""
    ab, bc, cd = a + (b - a) * share, b + (c - b) * share, c + (d - c) * share
    abc, bcd = ab + (bc - ab) * share, bc + (cd - bc) * share
    return abc + (bcd - abc) * share
