"""Breaks: the places where `measure` counts on a line to break and the rules of Unicode, which Typst keeps, do not let
it. Without them a text could take more lines than its frame has.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from coprod_cards.pdf.fonts import joins
from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle
from coprod_content.text.spans import Span, Text

_UNBROKEN = "[^ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]"
_SOFT = re.compile(r"(?<=[/?&=#._%+~:@-])(?=[A-Za-z0-9])")
_HYPHEN = re.compile("(?<=[\u2010\u2013\u2014-])(?=[^ \u2010\u2013\u2014-])")
_LETTERS = re.compile("[A-Za-z][\u2010\u2013\u2014-][A-Za-z]")
_SPACE = re.compile(r"[^\sA-Za-z0-9.,;:!?)\"'%] +(?=\S)|\S +(?=[^\sA-Za-z0-9(\"'&])")
_WIDEST_ASCII, _WIDEST = 1.05, 1.3
_OPENING, _CLOSING = ("Ps", "Pi", "Pf"), ("Pe", "Pi", "Pf")
_MAY_BEGIN = "\"'#%&*@\\·¡¿§¶†‡•…‰"


def breaks(words: str, drawn: str, face: FontMetrics, width: float, type_: TextStyle) -> tuple[int, ...]:
    """Offsets into words at which a line has to be allowed to break, in order. `drawn` are the same words as they are
    drawn, `width` is that of the line in millimetres.
    """
    if drawn.isascii() and drawn.isalnum() and face.width(drawn, type_, strong=True) <= width:
        return ()
    found = {*_at_hyphens(drawn), *_at_spaces(drawn)}
    for _, offsets in _wide_tokens(words, face, width, type_):
        found |= set(offsets)
    if words != drawn:
        found |= {at for at, pair in enumerate(zip(words, drawn, strict=True)) if pair[0] != pair[1] and at}
    return tuple(sorted(found))


def shown(text: Text) -> Text:
    """A text with its citations in square brackets, as they are printed."""
    return tuple(evolve(span, text=f"[{span.text}]") if span.citation else span for span in text)


def loosened(text: Text, face: FontMetrics, width: float, type_: TextStyle) -> Text:
    """A text to be measured: with a space where words that are wider than a line are broken after punctuation."""
    spans = shown(text)
    words = "".join(span.text for span in spans)
    at = [at for soft, offsets in _wide_tokens(words, face, width, type_) if soft for at in offsets]
    if not at:
        return text
    loose, start = [], 0
    for span in spans:
        end = start + len(span.text)
        pieces = cut(span.text, tuple(offset - start for offset in at if start <= offset < end))
        loose.append(Span(" ".join(pieces), strong=span.strong))
        start = end
    return tuple(loose)


def _wide_tokens(
    words: str, face: FontMetrics, width: float, type_: TextStyle
) -> Iterator[tuple[bool, tuple[int, ...]]]:
    """Each word that is wider than a line, and where it is broken: after punctuation if its parts then fit a line, else
    between any two characters.
    """
    em = type_.size * MM_PER_PT * (_WIDEST_ASCII if words.isascii() else _WIDEST)
    for token in _longer_than(int(width / em)).finditer(words):
        if face.width(token[0], type_, strong=True) <= width:
            continue
        soft = tuple(match.start() for match in _SOFT.finditer(token[0]))
        fits = bool(soft) and max(face.width(piece, type_, strong=True) for piece in cut(token[0], soft)) <= width
        inside = soft if fits else tuple(at for at in range(1, len(token[0])) if not joins(token[0][at]))
        yield fits, tuple(token.start() + at for at in inside)


@lru_cache(maxsize=256)
def _longer_than(characters: int) -> re.Pattern[str]:
    return re.compile(f"{_UNBROKEN}{{{max(1, characters)},}}")


def _at_hyphens(words: str) -> Iterator[int]:
    """After hyphens and dashes, but for those between letters, where every rule allows it."""
    for match in _HYPHEN.finditer(words):
        at = match.start()
        if not _LETTERS.match(words, max(0, at - 2)):
            yield at


def _at_spaces(words: str) -> Iterator[int]:
    """After spaces that follow an opening mark or precede a closing one."""
    for match in _SPACE.finditer(words):
        if unicodedata.category(match[0][0]) in _OPENING or _closes(words[match.end()]):
            yield match.end()


def _closes(character: str) -> bool:
    """Whether no line may begin with a character, even after a space."""
    category = unicodedata.category(character)
    return category in _CLOSING or (category == "Po" and character not in _MAY_BEGIN)


def cut(words: str, at: tuple[int, ...]) -> tuple[str, ...]:
    """Words in pieces, cut at offsets that are in order."""
    return tuple(words[start:end] for start, end in zip((0, *at), (*at, len(words)), strict=True))
