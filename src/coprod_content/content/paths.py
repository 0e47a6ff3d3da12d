"""Paths of straight lines and curves, read from their commands."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
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

    def moved(pair: re.Match[str]) -> str:
        right, below = float(pair[1]), float(pair[2])
        return f"{round(x + right * across, decimals):g},{round(y + below * down, decimals):g}"

    return _PAIR.sub(moved, commands)


@lru_cache(maxsize=4096)
def path_bounds(commands: str) -> tuple[Point, Point]:
    """Return the corners of a path's bounding box, like `bounds`."""
    return bounds(path_steps(commands))


def bounds(steps: tuple[PathStep, ...]) -> tuple[Point, Point]:
    """Return the top left and bottom right corners of a bounding box."""
    reached: list[Point] = []
    for step in steps:
        if step.command == "C" and _bulges(curve := (reached[-1], *step.points)):
            reached += [_on_curve(curve, share) for share in _turning_points(curve)]
        reached += step.points[-1:]
    across, down = zip(*reached, strict=True)
    return (min(across), min(down)), (max(across), max(down))


def _bulges(curve: tuple[Point, ...]) -> bool:
    """Return whether a curve can go further than its ends."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    least_x, most_x = (ax, dx) if ax < dx else (dx, ax)
    least_y, most_y = (ay, dy) if ay < dy else (dy, ay)
    within = least_x <= bx <= most_x and least_x <= cx <= most_x
    return not (within and least_y <= by <= most_y and least_y <= cy <= most_y)


def _on_curve(curve: tuple[Point, ...], share: float) -> Point:
    """Return the point at a fraction (0 to 1) of a curve."""
    while len(curve) > 1:
        curve = tuple((x + (to_x - x) * share, y + (to_y - y) * share) for (x, y), (to_x, to_y) in pairwise(curve))
    return curve[0]


def _turning_points(curve: tuple[Point, ...]) -> Iterator[float]:
    """Yield the fractions at which a cubic curve changes direction."""
    for a, b, c, d in zip(*curve, strict=True):
        if min(a, d) <= min(b, c) and max(b, c) <= max(a, d):
            continue  # it goes no further than its ends
        square, linear, constant = d - a + 3 * (b - c), 2 * (a - 2 * b + c), b - a
        root = linear * linear - 4 * square * constant
        if root < 0:
            continue
        near_zero = abs(square) < 1e-9
        found = [-constant / linear] if near_zero and linear else []
        found += [] if near_zero else [(-linear + sign * root**0.5) / (2 * square) for sign in (1, -1)]
        yield from (share for share in found if 0 < share < 1)
