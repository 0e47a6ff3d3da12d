"""Paths of straight lines and curves, read from their commands."""

import re
from functools import lru_cache
from typing import Literal

from attrs import frozen

Point = tuple[float, float]
_LETTER = re.compile("[MLCZ]")
_POINT_COUNTS = {"M": 1, "L": 1, "C": 3, "Z": 0}
_NUMBER = re.compile(r"([-+.\deE]+)")


@frozen
class PathStep:
    """A command of a path, with its points in drawing units.

    `M` starts a part of the path at a point, `L` draws a straight line to a point, and `Z` closes the part. `C` draws a
    cubic curve. Its first two points are the control points of the curve, and its last point is the end.
    """

    command: Literal["M", "L", "C", "Z"]
    points: tuple[Point, ...] = ()


@lru_cache(maxsize=4096)
def path_steps(commands: str) -> tuple[PathStep, ...]:
    """Return the steps of a path.

    `commands` is text such as `M 0,0 L 5,5 Z`.
    """
    pattern, rights, belows = _coordinates(commands)
    points, at, steps = tuple(zip(rights, belows, strict=True)), 0, []
    for letter in _LETTER.findall(pattern):
        end = at + _POINT_COUNTS[letter]
        steps.append(PathStep(letter, points[at:end]))
        at = end
    return tuple(steps)


def polygon_steps(points: str) -> tuple[PathStep, ...]:
    """Return the steps of a path around a polygon.

    `points` are the polygon's corners, such as `0,0 5,5 0,5`.
    """
    first, *others = _pairs(points)
    return (PathStep("M", (first,)), *(PathStep("L", (corner,)) for corner in others), PathStep("Z"))


def _pairs(points: str) -> tuple[Point, ...]:
    numbers = list(map(float, points.replace(",", " ").split()))
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


@lru_cache(maxsize=4096)
def moved_path(commands: str, x: float, y: float, across: float, down: float, decimals: int = 2) -> str:
    """Return a path's commands, first scaled, then moved by (`x`, `y`).

    `across` and `down` are the horizontal and vertical scales. A negative scale mirrors the path. Coordinates are
    rounded to the given number of `decimals`.
    """
    pattern, rights, belows = _coordinates(commands)
    moved = [0.0] * (2 * len(rights))
    moved[::2] = [round(x + right * across, decimals) for right in rights]
    moved[1::2] = [round(y + below * down, decimals) for below in belows]
    return pattern % tuple(moved)


@lru_cache(maxsize=4096)
def _coordinates(commands: str) -> tuple[str, tuple[float, ...], tuple[float, ...]]:
    """Return a pattern for the commands of a path, and its coordinates.

    The pattern has `%g,%g` in place of each point. The horizontal coordinates are in one tuple, and the vertical ones
    in another. Thousands of pairs would slow down Python's garbage collector.
    """
    pieces = _NUMBER.split(commands)
    numbers = tuple(map(float, pieces[1::2]))
    return "%g".join(pieces[::2]), numbers[::2], numbers[1::2]


@lru_cache(maxsize=4096)
def path_bounds(commands: str) -> tuple[Point, Point]:
    """Return the bounding box of a path, given its commands.

    The box is a pair of points: its top left and bottom right corners.
    """
    return bounds(path_steps(commands))


def bounds(steps: tuple[PathStep, ...]) -> tuple[Point, Point]:
    """Return the bounding box of a path, given its steps.

    The box is a pair of points: its top left and bottom right corners.
    """
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
    """Return the coordinates at which a cubic curve changes direction.

    All coordinates are on one axis: `a` and `d` are the ends of the curve, `b` and `c` its control points. The result
    is empty if the control points are between the ends, because the curve is then between them too.
    """
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
    """Return the coordinate of a point on a cubic curve.

    All coordinates are on one axis: `a` and `d` are the ends of the curve, `b` and `c` its control points. `share` is
    the position of the point on the curve, from 0 (the start) to 1 (the end).
    """
    ab, bc, cd = a + (b - a) * share, b + (c - b) * share, c + (d - c) * share
    abc, bcd = ab + (bc - ab) * share, bc + (cd - bc) * share
    return abc + (bcd - abc) * share
