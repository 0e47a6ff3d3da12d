"""Splitting a Text at the ends of its sentences."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from coprod_content.text import Span, Text

_END = re.compile(r"(?<=[.!?…])(?=\s)|(?<=[.!?…][\"')\]’”])(?=\s)|(?<=[。！？])")


def sentences(text: Text) -> tuple[Text, ...]:
    """The sentences of a text, each with the spans that it is made of and the space before it."""
    done: list[Text] = []
    held: list[Span] = []
    for span in text:
        *ended, rest = [span.text] if span.citation else _END.split(span.text)
        for piece in ended:
            done.append((*held, evolve(span, text=piece)))
            held = []
        if rest:
            held.append(evolve(span, text=rest))
    return tuple(done) if not held else (*done, tuple(held))


def joined(pieces: Sequence[Text]) -> Text:
    """Sentences put together again, without space at either end."""
    return tuple(_trimmed([span for piece in pieces for span in piece]))


def _trimmed(spans: list[Span]) -> Iterator[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and not span.citation and evolve(merged[-1], text=span.text) == span:
            merged[-1] = evolve(span, text=merged[-1].text + span.text)
        else:
            merged.append(span)
    for at, span in enumerate(merged):
        words = span.text.lstrip() if at == 0 else span.text
        yield evolve(span, text=words.rstrip() if at == len(merged) - 1 else words)
