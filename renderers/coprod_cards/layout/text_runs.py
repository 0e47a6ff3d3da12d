"""Words on their way to Typst: runs of text, in pieces between which a line may break."""

import re

from attrs import frozen

from coprod_cards.layout.line_breaks import breaks, cut, shown
from coprod_cards.pdf.fonts import drawable
from coprod_content.layout.font_metrics import FontMetrics, TextStyle
from coprod_content.text.sentences import joined
from coprod_content.text.spans import Text
from coprod_content.text.urls import url_fault

_PLAIN = re.compile(r"[A-Za-z0-9]")
_ZERO_WIDTH_SPACE = "\u200b"


@frozen
class TextRun:
    """Words of one kind, in pieces between which a line may break."""

    pieces: tuple[str, ...]
    strong: bool = False
    emphasis: bool = False
    url: str = ""


@frozen
class TextSetter:
    """How words are written: the metrics that they are measured by, and the names of the fonts."""

    face: FontMetrics
    names: tuple[str, ...]

    def line(self, words: str) -> str:
        """Words that stand on one line."""
        return drawable(words, self.names)

    def runs(self, text: Text, width: float, type_: TextStyle) -> tuple[TextRun, ...]:
        """The runs of a text in lines of `width` millimetres, without space at either end, which Typst would count.

        Links that `links.fault` refuses are plain words.
        """
        spans = shown(joined((text,)))
        words = "".join(span.text for span in spans)
        drawn = "".join(self.line(span.text) for span in spans)
        cuts = breaks(words, drawn, self.face, width, type_)
        runs, start = [], 0
        for span in spans:
            end = start + len(span.text)
            first, *others = cut(drawn[start:end], tuple(at - start for at in cuts if start <= at < end))
            url = span.url if span.url and span.text.strip() and not url_fault(span.url) else ""
            runs.append(TextRun((first, *map(_opened, others)), span.strong, span.emphasis, url))
            start = end
        return tuple(runs)


def _opened(piece: str) -> str:
    """A piece before which a line may break: by a character of its own where the rules of Unicode would not let it."""
    return piece if not piece or _PLAIN.match(piece) else _ZERO_WIDTH_SPACE + piece
