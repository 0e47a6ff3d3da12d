"""Splitting text into sentences, joining sentences, and adding full stops."""

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from coprod_content.text.spans import Span, Text, merged, plain

_END = re.compile(r"[.!?…][\"')\]’”]?(?=\s)|[。！？]")
_ENDED = re.compile(r"[.!?…。！？][\"')\]’”]*\s*\Z")


def with_full_stop(words: str) -> str:
    """Add a full stop to a string that has no terminal punctuation."""
    return words if _ENDED.search(words) else f"{words}."


def text_with_full_stop(text: Text) -> Text:
    """Add a full stop to text that has no terminal punctuation."""
    return text if _ENDED.search(plain(text)) else (*text, Span("."))


def sentences(text: Text) -> tuple[Text, ...]:
    """Split text into sentences, each keeping any space before it."""
    done: list[Text] = []
    held: Text = ()
    start, ends = 0, _ends(text)
    for span in text:
        stop = start + len(span.text)
        cuts = [end - start for end in ends if start < end < stop]
        pieces = [span.text[a:b] for a, b in pairwise([0, *cuts, len(span.text)])]
        for at, piece in enumerate(pieces, start=1):
            held += (_with_words(span, piece),) if piece else ()
            if at < len(pieces) or stop in ends:
                done, held = [*done, held], ()
        start = stop
    return (*done, held) if held else tuple(done)


def _ends(text: Text) -> tuple[int, ...]:
    """Return the offsets where sentences end, ignoring any inside citations."""
    words = "".join("x" * len(span.text) if span.citation else span.text for span in text)
    return tuple(match.end() for match in _END.finditer(words))


def joined(pieces: Sequence[Text]) -> Text:
    """Join pieces of text into one, trimming space at both ends."""
    spans = list(merged(span for piece in pieces for span in piece))
    if spans:
        spans[0] = _with_words(spans[0], spans[0].text.lstrip())
        spans[-1] = _with_words(spans[-1], spans[-1].text.rstrip())
    return tuple(spans)


def _with_words(span: Span, words: str) -> Span:
    return span if words == span.text else evolve(span, text=words)  # usually equal, and fitting calls this often
