"""Line breaks that Typst must be allowed to make.

Fitting assumes line breaks that Unicode's rules, which Typst follows, do not allow. Without these breaks, text could
take more lines than fit in its frame.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from coprod_cards.fonts import is_combining
from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle
from coprod_content.text.spans import Span, Text

_NOT_SPACE = "[^ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]"
_AFTER_PUNCTUATION = re.compile(r"(?<=[/?&=#._%+~:@-])(?=[A-Za-z0-9])")
_AFTER_HYPHEN = re.compile("(?<=[\u2010\u2013\u2014-])(?=[^ \u2010\u2013\u2014-])")
_HYPHEN_IN_WORD = re.compile("[A-Za-z][\u2010\u2013\u2014-][A-Za-z]")
_SPACE = re.compile(r"[^\sA-Za-z0-9.,;:!?)\"'%] +(?=\S)|\S +(?=[^\sA-Za-z0-9(\"'&])")
_WIDEST_ASCII, _WIDEST = 1.05, 1.3
_OPENING, _CLOSING = ("Ps", "Pi", "Pf"), ("Pe", "Pi", "Pf")
_CAN_START_LINE = "\"'#%&*@\\·¡¿§¶†‡•…‰"


def break_offsets(words: str, drawn: str, metrics: FontMetrics, width: float, style: TextStyle) -> tuple[int, ...]:
    """Return the offsets at which a line must be able to break.

    The offsets are sorted. `drawn` is `words` as the fonts can draw it, and `width` is the line width in millimetres.
    """
    if drawn.isascii() and drawn.isalnum() and metrics.width(drawn, style, strong=True) <= width:
        return ()
    found = {*_after_hyphens(drawn), *_after_spaces(drawn)}
    for _, offsets in _breaks_in_long_words(words, metrics, width, style):
        found |= set(offsets)
    if words != drawn:
        found |= {at for at, pair in enumerate(zip(words, drawn, strict=True)) if pair[0] != pair[1] and at}
    return tuple(sorted(found))


def with_bracketed_citations(text: Text) -> Text:
    """Put citations in square brackets, as printed."""
    return tuple(evolve(span, text=f"[{span.text}]") if span.citation else span for span in text)


def with_breaks_in_long_words(text: Text, metrics: FontMetrics, width: float, style: TextStyle) -> Text:
    """Return the text for measuring, with spaces inside long words.

    A space is added wherever a word wider than a line breaks after punctuation.
    """
    spans = with_bracketed_citations(text)
    words = "".join(span.text for span in spans)
    at = [at for soft, offsets in _breaks_in_long_words(words, metrics, width, style) if soft for at in offsets]
    if not at:
        return text
    spaced, start = [], 0
    for span in spans:
        end = start + len(span.text)
        pieces = split_at(span.text, tuple(offset - start for offset in at if start <= offset < end))
        spaced.append(Span(" ".join(pieces), strong=span.strong))
        start = end
    return tuple(spaced)


def split_at(words: str, offsets: tuple[int, ...]) -> tuple[str, ...]:
    """Split a string at the given sorted offsets."""
    return tuple(words[start:end] for start, end in zip((0, *offsets), (*offsets, len(words)), strict=True))


def _breaks_in_long_words(
    words: str, metrics: FontMetrics, width: float, style: TextStyle
) -> Iterator[tuple[bool, tuple[int, ...]]]:
    """Yield the breaks within each word wider than a line.

    Each item says whether the word breaks after punctuation, and gives the offsets of its breaks. A word that would
    still have a part wider than a line can instead break before any non-combining character.
    """
    em = style.size * MM_PER_PT * (_WIDEST_ASCII if words.isascii() else _WIDEST)
    for word in _words_longer_than(int(width / em)).finditer(words):
        if metrics.width(word[0], style, strong=True) <= width:
            continue
        soft = tuple(match.start() for match in _AFTER_PUNCTUATION.finditer(word[0]))
        widest = max(metrics.width(piece, style, strong=True) for piece in split_at(word[0], soft))
        fits = bool(soft) and widest <= width
        offsets = soft if fits else tuple(at for at in range(1, len(word[0])) if not is_combining(word[0][at]))
        yield fits, tuple(word.start() + at for at in offsets)


@lru_cache(maxsize=256)
def _words_longer_than(characters: int) -> re.Pattern[str]:
    return re.compile(f"{_NOT_SPACE}{{{max(1, characters)},}}")


def _after_hyphens(words: str) -> Iterator[int]:
    """Yield offsets after hyphens and dashes.

    Those between letters are left out, because Unicode already allows a break there.
    """
    for match in _AFTER_HYPHEN.finditer(words):
        at = match.start()
        if not _HYPHEN_IN_WORD.match(words, max(0, at - 2)):
            yield at


def _after_spaces(words: str) -> Iterator[int]:
    """Yield offsets after spaces that follow opening or precede closing marks."""
    for match in _SPACE.finditer(words):
        if unicodedata.category(match[0][0]) in _OPENING or _is_closing(words[match.end()]):
            yield match.end()


def _is_closing(character: str) -> bool:
    """Return whether a character cannot begin a line."""
    category = unicodedata.category(character)
    return category in _CLOSING or (category == "Po" and character not in _CAN_START_LINE)
