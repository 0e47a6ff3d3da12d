"""Splitting text into sentences, joining sentences, and adding full stops."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, fields

from coprod_content.text.spans import Span, Text, plain

_KIND = tuple(field.name for field in fields(Span) if field.name != "text")
_END = re.compile(r"(?<=[.!?…])(?=\s)|(?<=[.!?…][\"')\]’”])(?=\s)|(?<=[。！？])")

_ENDED = re.compile(r"[.!?…。！？][\"')\]’”]*\s*\Z")


def with_full_stop(words: str) -> str:
    """Add a full stop to words unless they end with end punctuation."""
    return words if _ENDED.search(words) else f"{words}."


def text_with_full_stop(text: Text) -> Text:
    """Add a full stop to text unless it ends with end punctuation."""
    return text if _ENDED.search(plain(text)) else (*text, Span("."))


def sentences(text: Text) -> tuple[Text, ...]:
    """Split text into sentences, each with any space before it."""
    done: list[Text] = []
    held: list[Span] = []
    start, ends = 0, _ends(text)
    for span in text:
        stop = start + len(span.text)
        cuts = [end - start for end in ends if start < end < stop]
        pieces = [span.text[a:b] for a, b in pairwise([0, *cuts, len(span.text)])]
        for at, piece in enumerate(pieces, start=1):
            held += [_with_words(span, piece)] if piece else []
            if at < len(pieces) or stop in ends:
                done, held = [*done, tuple(held)], []
        start = stop
    return tuple(done) if not held else (*done, tuple(held))


def _ends(text: Text) -> tuple[int, ...]:
    """Return the offsets where sentences end, ignoring any inside citations."""
    words = "".join("x" * len(span.text) if span.citation else span.text for span in text)
    return tuple(match.start() for match in _END.finditer(words))


def joined(pieces: Sequence[Text]) -> Text:
    """Join sentences into one text, trimming space at both ends."""
    return tuple(_trimmed([span for piece in pieces for span in piece]))


def _trimmed(spans: list[Span]) -> Iterator[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and not span.citation and _same_kind(merged[-1], span):
            merged[-1] = evolve(span, text=merged[-1].text + span.text)
        else:
            merged.append(span)
    for at, span in enumerate(merged):
        words = span.text.lstrip() if at == 0 else span.text
        yield _with_words(span, words.rstrip() if at == len(merged) - 1 else words)


def _same_kind(one: Span, other: Span) -> bool:
    """Whether two spans differ only in their words."""
    return all(getattr(one, name) == getattr(other, name) for name in _KIND)


def _with_words(span: Span, words: str) -> Span:
    return span if words == span.text else evolve(span, text=words)  # usually equal, and fitting calls this often
