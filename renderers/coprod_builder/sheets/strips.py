"""Strips: the lines of text and rows of tables that pages are filled with, none of which is cut. Lengths are points."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from attrs import evolve, frozen

from coprod_builder.canvas.forms import Shape, moved, rounded
from coprod_builder.canvas.lettering import Row
from coprod_builder.canvas.paint import Paint
from coprod_builder.sheets.setting import Edge, Edges

Thing = Shape | Row


@frozen
class Frame:
    """The lines around paragraphs and their ground, from where to where their words go."""

    edges: Edges
    fill: str
    left: float
    right: float


@frozen(kw_only=True)
class Strip:
    """A piece across a column: its height, and what is drawn in it, from its upper left corner.

    `before` and `after` is space that it has to its neighbours, of which only the greater counts, and none of one that
    is `close` to those of its style. `slack` is the space below its letters that stays outside of its frame and needs
    no room at the foot of a page. `kept` is whether the next one stays on its page, `heads` are rows that are repeated
    above it at the top of a page, `foot` is drawn below it at the end of one. `halves` divides a row at a height, where
    it is too high for a page. `words` and `heading` tell what begins with it.
    """

    height: float
    things: tuple[Thing, ...] = ()
    before: float = 0.0
    after: float = 0.0
    slack: float = 0.0
    style: str = ""
    close: bool = False
    kept: bool = False
    new_page: bool = False
    frame: Frame | None = None
    heads: tuple["Strip", ...] = ()
    halves: Callable[[float], "tuple[Strip, Strip] | None"] | None = None
    foot: tuple[Thing, ...] = ()
    words: str = ""
    heading: bool = False


Placed = tuple[Strip, float]
"""A strip, and how far down it stands."""


def gap(above: Strip, below: Strip) -> float:
    """The space between two strips."""
    alike = above.style == below.style
    return max(0.0 if alike and above.close else above.after, 0.0 if alike and below.close else below.before)


def framed(paragraphs: Iterable[tuple[Strip, ...]]) -> Iterator[Strip]:
    """The strips of paragraphs, those of one frame that follow each other with the room for its lines around them."""
    for frame, group in groupby(paragraphs, key=lambda strips: strips[0].frame):
        strips = [strip for paragraph in group for strip in paragraph]
        if frame:
            above, below = _room(frame.edges.top), _room(frame.edges.bottom)
            first = strips[0]
            strips[0] = evolve(first, height=first.height + above, things=shifted(first.things, 0.0, above))
            strips[-1] = evolve(strips[-1], height=strips[-1].height + below)
        yield from strips


def stacked(strips: Iterable[Strip]) -> tuple[Placed, ...]:
    """Strips one below the other, as in a cell, with the space above the first."""
    placed: list[Placed] = []
    y = 0.0
    for strip in strips:
        y += gap(placed[-1][0], strip) if placed else strip.before
        placed.append((strip, y))
        y += strip.height
    return tuple(placed)


def depth(placed: tuple[Placed, ...]) -> float:
    """How far down placed strips reach, with the space below the last."""
    return placed[-1][1] + placed[-1][0].height + placed[-1][0].after if placed else 0.0


def drawn(placed: Iterable[Placed]) -> Iterator[Thing]:
    """What placed strips look like: grounds and lines of frames, then what is in them."""
    strips = tuple(placed)
    for frame, group in groupby(strips, key=lambda each: each[0].frame):
        together = tuple(group)
        if frame:
            last, foot = together[-1]
            yield from _box(frame, together[0][1], foot + last.height - last.slack)
    for strip, y in strips:
        yield from shifted(strip.things, 0.0, y)
    for strip, y in strips[-1:]:
        yield from shifted(strip.foot, 0.0, y)


def shifted(things: Iterable[Thing], across: float, down: float) -> tuple[Thing, ...]:
    """Things in another place."""
    return tuple(
        Row(x=rounded(each.x + across), y=rounded(each.y + down), anchor=each.anchor, runs=each.runs)
        if isinstance(each, Row)
        else moved(each, across, down)
        for each in things
    )


def filled(x: float, y: float, width: float, height: float, colour: str) -> Shape:
    """A ground, or a line as what it is on paper: a narrow ground."""
    corner, size = (rounded(x), rounded(y)), (rounded(width), rounded(height))
    return Shape(kind="rect", x=corner[0], y=corner[1], width=size[0], height=size[1], fill=Paint(colour))


def _room(edge: Edge | None) -> float:
    return edge.weight + edge.space if edge else 0.0


def _box(frame: Frame, top: float, foot: float) -> Iterator[Shape]:
    edges = frame.edges
    left, right = frame.left - _room(edges.left), frame.right + _room(edges.right)
    if frame.fill:
        yield filled(left, top, right - left, foot - top, frame.fill)
    if edges.top:
        yield filled(left, top, right - left, edges.top.weight, edges.top.colour)
    if edges.bottom:
        yield filled(left, foot - edges.bottom.weight, right - left, edges.bottom.weight, edges.bottom.colour)
    if edges.left:
        yield filled(left, top, edges.left.weight, foot - top, edges.left.colour)
    if edges.right:
        yield filled(right - edges.right.weight, top, edges.right.weight, foot - top, edges.right.colour)
