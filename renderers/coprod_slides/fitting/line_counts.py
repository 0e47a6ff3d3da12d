"""Count lines of slide text, allowing for differences between programs."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby

from attrs import evolve

from coprod_content.layout.font_metrics import FontMetrics, TextStyle
from coprod_content.text.spans import Span, Text

# LibreOffice measures type in whole hundredths of a millimetre and rounds the position of each letter. Across the whole
# content library, lines were up to 0.37% wider than the font's metrics suggest.
SAFE_WIDTH = 0.996
# Fallback fonts, used for missing characters, can be wider and taller. DejaVu Sans, which LibreOffice uses, is up to
# 20% wider than Arial, and lines in fonts for other scripts are up to 30% taller.
_FALLBACK_WIDTH, _FALLBACK_HEIGHT = 0.83, 1.3
_LONG_LINK, _LINK_PIECE = 40, 12
"""Links of more than 40 characters are cut into pieces of about 12, because LibreOffice never breaks a link."""
_WORD = re.compile(r"\s*\S+\s?|\s+")
# Replaces characters after which a line can break. The replacements prevent breaks and are at least as wide.
_UNBROKEN = str.maketrans({" ": "\u00a0", "-": "\u2011", "\u2010": "\u2011", "\u2013": "0", "\u2014": "@"})


@lru_cache(maxsize=65_536)
def line_count(text: Text, metrics: FontMetrics, width: float, style: TextStyle) -> tuple[int, float]:
    """Return a text's number of lines, and a factor for their height.

    `width` is the width of a line, in millimetres. If PowerPoint and LibreOffice break the text differently, the larger
    number is returned. The usual line height is multiplied by the factor, which is greater than 1 if some characters
    might need a fallback font, and otherwise 1.
    """
    fallback = needs_fallback_font(text, metrics)
    room = width * (_FALLBACK_WIDTH if fallback else SAFE_WIDTH)
    lines = metrics.lines(text, room, style)
    if any(span.url or span.kind for span in text):
        text = with_short_links(text)
        parts = _around_long_links(text, lambda span: metrics.width(span.text, style, strong=span.strong) > room)
        lines = max(lines, sum(metrics.lines(part, room, style) for part in parts))
    return lines, _FALLBACK_HEIGHT if fallback else 1.0


def needs_fallback_font(text: Text, metrics: FontMetrics) -> bool:
    """Return whether any character in a text might need a fallback font."""
    if all(span.text.isascii() for span in text):
        return False
    return _needs_fallback_font("".join([span.text for span in text]), metrics)


@lru_cache(maxsize=16_384)
def _needs_fallback_font(words: str, metrics: FontMetrics) -> bool:
    separate_marks = (c for c in unicodedata.normalize("NFC", words) if unicodedata.category(c) in ("Mn", "Me"))
    return bool(metrics.missing(words)) or next(separate_marks, None) is not None


def with_short_links(text: Text) -> Text:
    """Return a text with long links cut between words into several links."""
    return tuple(piece for span in text for piece in (_pieces(span) if len(span.text) > _LONG_LINK else (span,)))


def _pieces(link: Span) -> Iterator[Span]:
    if not (link.url or link.kind):
        yield link
        return
    piece = ""
    for word in _WORD.findall(link.text):
        if piece and len(piece) + len(word) > _LINK_PIECE:
            yield evolve(link, text=piece)
            piece = ""
        piece += word
    yield evolve(link, text=piece)


def _around_long_links(text: Text, is_long: Callable[[Span], bool]) -> Iterator[Text]:
    """Split a text before and after long links, which LibreOffice never breaks."""
    unbroken = (evolve(span, text=span.text.translate(_UNBROKEN)) if span.url or span.kind else span for span in text)
    for is_alone, spans in groupby(unbroken, key=lambda span: bool(span.url or span.kind) and is_long(span)):
        part = tuple(spans)
        yield from ((span,) for span in part) if is_alone else (part,)
