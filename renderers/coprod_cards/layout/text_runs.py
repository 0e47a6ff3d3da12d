"""Divide text into runs for Typst, and mark where lines can break.

Text is measured before Typst sets it. The measurements break lines in some places where Typst, which follows Unicode's
rules, would not. These places are marked for Typst; otherwise, text could take up more lines than were measured.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from attrs import evolve, frozen

from coprod_cards.fonts import drawable, is_combining, word_fonts
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle
from coprod_content.text.languages import FIXED, LEFT_TO_RIGHT_MARK, is_english, language_runs, runs_from_right
from coprod_content.text.sentences import joined
from coprod_content.text.spans import Span, Text
from coprod_content.text.urls import url_fault

_NOT_SPACE = "[^ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]"
_AFTER_PUNCTUATION = re.compile(r"(?<=[/?&=#._%+~:@-])(?=[A-Za-z0-9])")
_HYPHENS = "\u2010\u2013\u2014"
_BETWEEN_LETTERS = f"(?<=[A-Za-z][{_HYPHENS}])(?=[A-Za-z])"  # where Unicode's rules already allow a break
_AFTER_HYPHEN = re.compile(f"(?<=[{_HYPHENS}])(?=[^ {_HYPHENS}])(?!{_BETWEEN_LETTERS})")
_SPACE = re.compile(r"[^\sA-Za-z0-9.,;:!?)\"'%] +(?=\S)|\S +(?=[^\sA-Za-z0-9(\"'&])")
_WIDEST_ASCII, _WIDEST = 1.05, 1.3
_OPENING, _CLOSING = ("Ps", "Pi", "Pf"), ("Pe", "Pi", "Pf")
_CAN_START_LINE = "\"'#%&*@\\·¡¿§¶†‡•…‰"
_LETTER_OR_DIGIT = re.compile(r"[A-Za-z0-9]")
_ZERO_WIDTH_SPACE = "\u200b"
_NO_BREAK_SPACE = "\u00a0"


@frozen
class TextRun:
    """A run of text in one style.

    The text is divided into `pieces`, and lines can break between them. `font` is the name of the font for words that
    the usual font cannot draw, and is empty for other words. `language` is the language tag of words that are not in
    the language of the document, and is empty for other words.
    """

    pieces: tuple[str, ...]
    strong: bool = False
    emphasis: bool = False
    url: str = ""
    font: str = ""
    language: str = ""


Runs = tuple[TextRun, ...]


@frozen
class TextSetter:
    """Converts text to runs for the given metrics, fonts and language.

    `language` is the language of the document. If it is not English, `fixed` contains the phrases in the document that
    are nevertheless in English. `places` pairs the id of each item that a link leads to with the section about it.
    """

    metrics: FontMetrics
    font_names: tuple[str, ...]
    language: str = FIXED
    fixed: frozenset[str] = frozenset()
    places: tuple[tuple[str, Section], ...] = ()

    def drawable(self, words: str) -> str:
        """Return `words`, with characters that cannot be drawn replaced."""
        return drawable(words, self.font_names)

    def runs(self, text: Text, width: float, style: TextStyle) -> Runs:
        """Return text as runs, without leading or trailing spaces.

        Lines are `width` millimetres wide. Links that `url_fault` rejects become plain text. For a link to a section of
        the document, the `url` of the run is `#` followed by the section's link label (see `label_of`).
        """
        spans = _glued(_composed(_with_bracketed_citations(joined((text,)))), self.metrics, width, style)
        words = "".join(span.text for span in spans)
        drawn = "".join(self.drawable(span.text) for span in spans)
        offsets = _break_offsets(words, drawn, self.metrics, width, style)
        parts = tuple(self._divided(spans, drawn))
        runs = []
        split = _split_spans(tuple(span for span, _, _ in parts), drawn, offsets)
        for (_, language, font), (span, (first, *others)) in zip(parts, split, strict=True):
            url = self._address(span) if span.text.strip() else ""
            pieces = (first, *map(_breakable, others))
            if language and runs_from_right(self.language) and not runs_from_right(language):
                pieces = (LEFT_TO_RIGHT_MARK + first, *pieces[1:])
                pieces = (*pieces[:-1], pieces[-1] + LEFT_TO_RIGHT_MARK)
            runs.append(TextRun(pieces, span.strong, span.emphasis, url, font, language))
        return tuple(runs)

    def _address(self, span: Span) -> str:
        place = self.label_of(span.item) if span.kind else ""
        return f"#{place}" if place else "" if not span.url or url_fault(span.url) else span.url

    def label_of(self, item: str | Section) -> str:
        """Return the link label of the section about an item, or "".

        Links to the section lead to this label in the PDF. It is not the label that is printed above the section's
        title. `item` is the id of the item, or a section that might be about one.
        """
        found = (at for at, place in enumerate(self.places) if item == place[0] or item is place[1])
        return next(map("item-{}".format, found), "")

    def _divided(self, spans: Text, drawn: str) -> Iterator[tuple[Span, str, str]]:
        """Divide spans where the language or the font changes.

        Yields each part with its language and font, as in `TextRun`. `drawn` is the text of all spans together, as
        returned by `drawable`.
        """
        if drawn.isascii() and is_english(self.language):
            yield from ((span, "", "") for span in spans)
            return
        found = language_runs(drawn, self.language, self.fixed)
        languages = [run.language for run in found for _ in run.text]
        marks = zip(languages, word_fonts(drawn, self.font_names), strict=True)
        for span in spans:
            for (language, font), group in groupby(zip(span.text, marks, strict=False), key=itemgetter(1)):
                yield evolve(span, text="".join(map(itemgetter(0), group))), language, font


def _breakable(piece: str) -> str:
    """Return a piece of text with a zero-width space before it.

    This allows Typst to break a line before the piece. A piece that begins with a letter or digit is returned
    unchanged, because Typst can break a line there anyway. So is an empty piece.
    """
    return piece if not piece or _LETTER_OR_DIGIT.match(piece) else _ZERO_WIDTH_SPACE + piece


def _break_offsets(words: str, drawn: str, metrics: FontMetrics, width: float, style: TextStyle) -> tuple[int, ...]:
    """Return the offsets at which a line must be able to break.

    The offsets are sorted. `drawn` is the result of `drawable` for `words`. `width` is the line width in millimetres.
    """
    if drawn.isascii() and drawn.isalnum() and metrics.width(drawn, style, strong=True) <= width:
        return ()
    found = {*(match.start() for match in _AFTER_HYPHEN.finditer(drawn)), *_after_spaces(drawn)}
    for _, offsets in breaks_in_long_words(words, metrics, width, style):
        found |= set(offsets)
    if words != drawn:
        found |= {at for at, pair in enumerate(zip(words, drawn, strict=True)) if pair[0] != pair[1] and at}
    return tuple(sorted(found))


def _with_bracketed_citations(text: Text) -> Text:
    return tuple(evolve(span, text=f"[{span.text}]") if span.citation else span for span in text)


def _composed(text: Text) -> Text:
    """Return text in which accents are combined with their letters (Unicode NFC)."""
    return tuple(
        span if span.text.isascii() else evolve(span, text=unicodedata.normalize("NFC", span.text)) for span in text
    )


def as_measured(text: Text, metrics: FontMetrics, width: float, style: TextStyle) -> Text:
    """Return text in the form in which its lines are counted.

    The last two words are joined if they must share a line. If a word is wider than a line, but can be broken after
    punctuation so that each part fits on a line, a space is added after each part but the last. `width` is the width of
    a line in millimetres.
    """
    spans = _glued(_with_bracketed_citations(text), metrics, width, style)
    words = "".join(span.text for span in spans)
    breaks = breaks_in_long_words(words, metrics, width, style)
    soft_offsets = tuple(at for soft, offsets in breaks if soft for at in offsets)
    if not soft_offsets:
        return tuple(evolve(span, citation="") if span.citation else span for span in spans)
    split = _split_spans(spans, words, soft_offsets)
    return tuple(Span(" ".join(pieces), strong=span.strong) for span, pieces in split)


def _glued(spans: Text, metrics: FontMetrics, width: float, style: TextStyle) -> Text:
    """Return text with a no-break space between the last two words.

    The text is returned unchanged if it has fewer than three words, or if its last two words are already joined or are
    together wider than a line.
    """
    words = "".join(span.text for span in spans)
    at = words.rstrip().rfind(" ")
    before = words.rfind(" ", 0, max(0, at))
    if (
        before < 0
        or _NO_BREAK_SPACE in words[at:]
        or metrics.width(words[before + 1 :].rstrip(), style, strong=True) > width
    ):
        return spans
    pieces = _split_spans(spans, f"{words[:at]}{_NO_BREAK_SPACE}{words[at + 1 :]}", ())
    return tuple(evolve(span, text=piece) for span, (piece,) in pieces)


def _split_spans(spans: Text, words: str, offsets: tuple[int, ...]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Yield each span with its part of `words`, divided into pieces.

    `words` is as long as the text of all spans together. `offsets` contains the sorted positions at which to divide
    `words`.
    """
    start = 0
    for span in spans:
        end = start + len(span.text)
        yield span, _split_at(words[start:end], tuple(at - start for at in offsets if start <= at < end))
        start = end


def _split_at(words: str, offsets: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(words[start:end] for start, end in zip((0, *offsets), (*offsets, len(words)), strict=True))


def breaks_in_long_words(
    words: str, metrics: FontMetrics, width: float, style: TextStyle
) -> Iterator[tuple[bool, tuple[int, ...]]]:
    """Yield where each word that is wider than a line can break.

    For each such word, yield a flag and the offsets of the breaks in `words`. If the parts of the word between
    punctuation all fit on a line, the flag is true and the word breaks only after punctuation. Otherwise, the flag is
    false and the word can break before any character that is not combining.
    """
    em = style.size * MM_PER_PT * (_WIDEST_ASCII if words.isascii() else _WIDEST)
    for word in _words_longer_than(int(width / em)).finditer(words):
        if metrics.width(word[0], style, strong=True) <= width:
            continue
        soft = tuple(match.start() for match in _AFTER_PUNCTUATION.finditer(word[0]))
        widest = max(metrics.width(piece, style, strong=True) for piece in _split_at(word[0], soft))
        fits = bool(soft) and widest <= width
        offsets = soft if fits else tuple(at for at in range(1, len(word[0])) if not is_combining(word[0][at]))
        yield fits, tuple(word.start() + at for at in offsets)


@lru_cache(maxsize=256)
def _words_longer_than(characters: int) -> re.Pattern[str]:
    return re.compile(f"{_NOT_SPACE}{{{max(1, characters)},}}")


def _after_spaces(words: str) -> Iterator[int]:
    """Yield offsets after spaces that follow opening punctuation or precede closing punctuation."""
    for match in _SPACE.finditer(words):
        after = words[match.end()]
        category = unicodedata.category(after)
        is_closing = category in _CLOSING or (category == "Po" and after not in _CAN_START_LINE)
        if is_closing or unicodedata.category(match[0][0]) in _OPENING:
            yield match.end()
