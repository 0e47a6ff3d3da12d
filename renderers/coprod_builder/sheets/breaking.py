"""Breaking: the words of a paragraph in lines, where a word processor breaks them. Lengths are points."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from attrs import define, evolve, field, frozen

from coprod_builder.canvas.forms import rounded
from coprod_builder.canvas.lettering import Row, Run, joined
from coprod_builder.canvas.lettering import width as width_of
from coprod_builder.sheets.faces import Faces
from coprod_builder.sheets.setting import Letters, Stop
from coprod_builder.sheets.strips import Thing, shifted
from coprod_builder.sheets.words import Said, Tab, Turn

_SPACES = " \t\n"
_DASHES = "\u2010\u2013\u2014-"
_OF_ADDRESSES = f"{_DASHES}/"
_WORD = re.compile(f"[{_SPACES}]+|[^{_SPACES}]+")
_PIECE = re.compile(f"[^{_DASHES}]+[{_DASHES}]*|[{_DASHES}]+")
_OF_ADDRESS = re.compile("(?:[a-z]+:/+)?(?:[^/]|/(?=[0-9]))+/*")
_ANCHORS = {"right": "end", "end": "end", "center": "middle"}
_TWIP = 0.05
"""What word processors count in: words that come nearer to the edge than that have no room."""


@frozen(kw_only=True)
class Column:
    """Where lines go: from `start` for the first and `left` for the others to `right`, and the tab stops on the way."""

    start: float
    left: float
    right: float
    align: str = "left"
    stops: tuple[Stop, ...] = ()
    every: float = 36.0

    def stop(self, x: float) -> Stop:
        """The next tab stop after a place."""
        hanging = (Stop(self.left, "left"),) if self.start < self.left else ()
        own = [stop for stop in (*hanging, *self.stops) if stop.at > x + _TWIP]
        return min(own, key=lambda stop: stop.at, default=Stop((x // self.every + 1) * self.every, "left"))


@frozen(kw_only=True)
class Drawn:
    """A drawing in the line: its size, and what is in it."""

    width: float
    height: float
    things: tuple[Thing, ...]


@frozen(kw_only=True)
class Line:
    """A line: its ascent and descent, those of its letters alone, and what is in it, letters standing at 0."""

    ascent: float
    descent: float
    lettered: float
    things: tuple[Thing, ...]


def lines_of(pieces: Iterable[Said | Tab | Turn | Drawn], column: Column, letters: Letters, faces: Faces) -> list[Line]:
    """Pieces in lines no longer than the column is wide, but for a letter that is; at least one line."""
    setter = _Setter(column, letters, faces)
    for piece in pieces:
        match piece:
            case Said():
                setter.say(piece)
            case Tab():
                setter.tab()
            case Turn():
                setter.flush()
                setter.close()
            case Drawn():
                setter.drawn(piece)
    setter.flush()
    setter.close()
    return setter.lines


@define
class _Setter:
    """A line being set: words so far, the word that is not whole yet, and the spaces before it."""

    column: Column
    letters: Letters
    faces: Faces
    lines: list[Line] = field(factory=list)
    _x: float = 0.0
    _bare: bool = True
    _segments: list[tuple[float, str, list[Run]]] = field(factory=list)
    _things: list[Thing] = field(factory=list)
    _word: list[Run] = field(factory=list)
    _gaps: list[Run] = field(factory=list)
    _heights: list[tuple[float, float]] = field(factory=list)
    _pending: list[tuple[float, float]] = field(factory=list)
    _tallest: float = 0.0

    def __attrs_post_init__(self) -> None:
        self._open(self.column.start)

    def say(self, said: Said) -> None:
        """Words, which are not whole before the next space or place to break them, and spaces between them."""
        letters, heights = said.letters, self.faces.heights(said.letters)
        for part, breaks in _parts(said.words):
            run = Run(part, letters.size, letters.strong, letters.colour, letters.under, letters.slant)
            if part[0] in _SPACES:
                self.flush()
            (self._gaps if part[0] in _SPACES else self._word).append(run)
            self._pending.append(heights)
            if breaks:
                self.flush()

    def tab(self) -> None:
        """Goes on at the next tab stop."""
        self.flush()
        self._take_gaps()
        stop = self.column.stop(self._x)
        if stop.side not in _ANCHORS:
            self._x = stop.at
        self._bare = stop.at == self.column.left
        self._segments.append((stop.at, _ANCHORS.get(stop.side, "start"), []))

    def drawn(self, piece: Drawn) -> None:
        """A drawing that stands on the line."""
        self.flush()
        if not self._bare and self._x + piece.width > self.column.right + 1:
            self.close()
        self._things += shifted(piece.things, self._x, -piece.height)
        self._x, self._bare = self._x + piece.width, False
        self._tallest = max(self._tallest, piece.height)
        self._segments.append((self._x, "start", []))

    def flush(self) -> None:
        """Puts the word on the line, or on the next one."""
        if not self._word:
            return
        length, gaps = self._length(self._word), self._length(self._gaps)
        if not self._bare and self._x + gaps + length > self.column.right - _TWIP:
            self._gaps, pending, self._pending = [], self._pending, []
            self.close()
            self._pending = pending
        self._take_gaps()
        while self._x + length > self.column.right - _TWIP and self._chop():
            length = self._length(self._word)
        self._segments[-1][2].extend(self._word)
        self._heights += self._pending
        self._x, self._bare = self._x + length, False
        self._word, self._pending = [], []

    def close(self) -> None:
        """Ends the line."""
        heights = self._heights or ([] if self._tallest else [self.faces.heights(self.letters)])
        ascent = max((up for up, _ in heights), default=0.0)
        descent = max((down for _, down in heights), default=0.0)
        rows = tuple(self._row(*segment) for segment in self._segments if segment[2])
        self.lines.append(
            Line(
                ascent=max(ascent, self._tallest),
                descent=descent,
                lettered=ascent + descent,
                things=(*self._things, *rows),
            )
        )
        self._gaps, self._things, self._heights, self._pending = [], [], [], []
        self._open(self.column.left)

    def _open(self, x: float) -> None:
        self._x, self._bare, self._tallest = x, True, 0.0
        self._segments = [(x, "start", [])]

    def _row(self, x: float, anchor: str, runs: list[Run]) -> Row:
        middle = (self.column.left + self.column.right) / 2
        if len(self._segments) == 1 and self.column.align in {"center", "right", "end"}:
            x, anchor = (middle, "middle") if self.column.align == "center" else (self.column.right, "end")
        return Row(x=rounded(x), y=0.0, anchor=anchor, runs=tuple(joined(runs)))

    def _take_gaps(self) -> None:
        """The spaces before a word, which a line does not begin with."""
        if not self._bare:
            self._segments[-1][2].extend(self._gaps)
            self._x += self._length(self._gaps)
        self._gaps = []

    def _chop(self) -> bool:
        """Puts what fits of a word that is longer than a line on a line of its own; whether something was left over."""
        room, whole = self.column.right - self._x, [(run, c) for run in self._word for c in run.words]
        taken = 0
        while taken < len(whole) and room >= 0:
            run, character = whole[taken]
            room -= self._length([evolve(run, words=character)])
            taken += room >= 0
        taken = max(1, taken)
        if taken >= len(whole):
            return False
        pending = self._pending
        self._segments[-1][2].extend(joined(evolve(run, words=c) for run, c in whole[:taken]))
        self._heights += pending
        self._word = list(joined(evolve(run, words=c) for run, c in whole[taken:]))
        self.close()
        self._pending = pending
        return True

    def _length(self, runs: list[Run]) -> float:
        return sum(width_of(run, self.faces.face) for run in runs)


def _parts(words: str) -> Iterator[tuple[str, bool]]:
    """Spaces, words and what words may be broken into, and whether they may be after it: at dashes, in an address at
    slashes, and at every character of a script that is written without spaces."""
    for word in _WORD.findall(words):
        address = "://" in word
        for piece in _PIECE.findall(word):
            if address:
                yield from ((part, part[-1] in _OF_ADDRESSES) for part in _OF_ADDRESS.findall(piece))
            elif piece.isascii() or not any(_is_wide(c) for c in piece):
                yield piece, piece[-1] in _DASHES
            else:
                yield from ((c, _is_wide(c) or c in _DASHES) for c in piece)


def _is_wide(character: str) -> bool:
    return not character.isascii() and unicodedata.east_asian_width(character) in "WF"
