"""Words on their way to Typst: runs of text, with places to break in words that are wider than a line."""

import re

from attrs import evolve, frozen

from coprod_cards.glyphs import drawable, joins
from coprod_content.links import fault
from coprod_content.measure import MM_PER_PT, Face, Type
from coprod_content.text import Text

_TOKEN = re.compile("[^ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_SOFT = re.compile(r"(?<=[/?&=#._%+~:@-])(?=[A-Za-z0-9])")
_PLAIN = re.compile(r"[A-Za-z0-9]")
_ZERO_WIDTH_SPACE = "\u200b"


@frozen
class Run:
    """Words of one kind, in pieces between which a line may break."""

    pieces: tuple[str, ...]
    strong: bool = False
    emphasis: bool = False
    url: str = ""


@frozen
class Words:
    """How words are written: the metrics that they are measured by, and the names of the fonts."""

    face: Face
    names: tuple[str, ...]

    def line(self, words: str) -> str:
        """Words that stand on one line."""
        return drawable(words, self.names)

    def runs(self, text: Text, width: float, type_: Type) -> tuple[Run, ...]:
        """The runs of a text in lines of `width` millimetres. Links that `links.fault` refuses are plain words."""
        spans = tuple(evolve(span, text=f"[{span.text}]") if span.citation else span for span in text)
        cuts = self._cuts("".join(span.text for span in spans), width, type_)
        runs, start = [], 0
        for span in spans:
            end = start + len(span.text)
            pieces = _cut(self.line(span.text), tuple(at - start for at in cuts if start <= at < end))
            url = span.url if span.url and span.text.strip() and not fault(span.url) else ""
            runs.append(Run((pieces[0], *map(_opened, pieces[1:])), span.strong, span.emphasis, url))
            start = end
        return tuple(runs)

    def _cuts(self, words: str, width: float, type_: Type) -> frozenset[int]:
        """Where words that are wider than a line may break, as offsets."""
        bold = evolve(type_, strong=True)
        return frozenset(
            token.start() + at
            for token in _TOKEN.finditer(words)
            if self.face.width(token[0], bold) > width
            for at in self._breaks(token[0], width, bold)
        )

    def _breaks(self, token: str, width: float, type_: Type) -> tuple[int, ...]:
        """After punctuation where that takes no more lines than are counted on, else between any two characters."""
        soft = tuple(match.start() for match in _SOFT.finditer(token))
        widths = [self.face.width(piece, type_) for piece in _cut(token, soft)]
        least = sum(widths) // (width - type_.size * MM_PER_PT * 0.5)
        if max(widths) <= width and _lines(widths, width) <= 1 + least:
            return soft
        return tuple(at for at in range(1, len(token)) if not joins(token[at]))


def _opened(piece: str) -> str:
    """A piece before which a line may break, by a character of its own where the rules of Unicode would not let it."""
    return piece if not piece or _PLAIN.match(piece) else _ZERO_WIDTH_SPACE + piece


def _lines(widths: list[float], width: float) -> int:
    lines, used = 1, 0.0
    for piece in widths:
        if used + piece > width:
            lines, used = lines + 1, 0.0
        used += piece
    return lines


def _cut(words: str, at: tuple[int, ...]) -> tuple[str, ...]:
    at = tuple(sorted(at))
    return tuple(words[start:end] for start, end in zip((0, *at), (*at, len(words)), strict=True))
