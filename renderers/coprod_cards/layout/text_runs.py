"""Text divided into runs for Typst, with line breaks marked."""

import re

from attrs import frozen

from coprod_cards.fonts import drawable
from coprod_cards.layout.line_breaks import break_offsets, split_at, with_bracketed_citations
from coprod_content.layout.font_metrics import FontMetrics, TextStyle
from coprod_content.text.sentences import joined
from coprod_content.text.spans import Text
from coprod_content.text.urls import url_fault

_LETTER_OR_DIGIT = re.compile(r"[A-Za-z0-9]")
_ZERO_WIDTH_SPACE = "\u200b"


@frozen
class TextRun:
    """Words in one style, split wherever a line can break."""

    pieces: tuple[str, ...]
    strong: bool = False
    emphasis: bool = False
    url: str = ""


Runs = tuple[TextRun, ...]


@frozen
class TextSetter:
    """Converts text to runs for the given metrics and fonts."""

    metrics: FontMetrics
    font_names: tuple[str, ...]

    def drawable(self, words: str) -> str:
        """Return words with only characters that the fonts can draw."""
        return drawable(words, self.font_names)

    def runs(self, text: Text, width: float, style: TextStyle) -> Runs:
        """Return text as runs, without leading or trailing spaces.

        Lines are `width` millimetres wide. Links that `url_fault` rejects become plain text.
        """
        spans = with_bracketed_citations(joined((text,)))
        words = "".join(span.text for span in spans)
        drawn = "".join(self.drawable(span.text) for span in spans)
        offsets = break_offsets(words, drawn, self.metrics, width, style)
        runs, start = [], 0
        for span in spans:
            end = start + len(span.text)
            first, *others = split_at(drawn[start:end], tuple(at - start for at in offsets if start <= at < end))
            url = span.url if span.url and span.text.strip() and not url_fault(span.url) else ""
            runs.append(TextRun((first, *map(_breakable, others)), span.strong, span.emphasis, url))
            start = end
        return tuple(runs)


def _breakable(piece: str) -> str:
    """Return a piece marked so that a line can break before it."""
    return piece if not piece or _LETTER_OR_DIGIT.match(piece) else _ZERO_WIDTH_SPACE + piece
