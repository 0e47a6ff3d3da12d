"""Captions with their times."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve, frozen

from coprod_film.timing.phrase_breaks import Lines, caption_texts
from coprod_film.timing.reading import MOST_LINES, reading_time, words_in

_TOO_SHORT = 1.5
"""A caption of one line that lasts less than this, in seconds, is joined with a neighbour of one line."""
_LINGER = 0.4
"""How long captions stay after their words have been spoken, in seconds."""


@frozen
class Caption:
    """A caption, shown from `start` to `end`, in seconds."""

    lines: Lines
    start: float
    end: float

    @property
    def words(self) -> str:
        """The caption's text as a single line."""
        return " ".join(self.lines)

    def later(self, seconds: float) -> "Caption":
        """Return the caption, shown `seconds` later."""
        return evolve(self, start=self.start + seconds, end=self.end + seconds)


def sentence_captions(sentence: str, start: float, end: float) -> tuple[Caption, ...]:
    """Return the captions of a sentence spoken from `start` to `end`.

    The times are in seconds.
    """
    texts = caption_texts(sentence)
    times = _times(tuple(" ".join(lines) for lines in texts), start, end)
    return tuple(Caption(lines, *span) for lines, span in zip(texts, pairwise(times), strict=True))


def _times(texts: tuple[str, ...], start: float, end: float) -> list[float]:
    """Return when each text begins, and when the last ends.

    The time is divided in proportion to the number of characters, but each text gets at least the time needed to read
    it or, if that is shorter, a share in proportion to its number of words.
    """
    whole, words = max(1, sum(map(len, texts))), sum(map(words_in, texts))
    needed = [min(reading_time(text), (end - start) * words_in(text) / max(1, words)) for text in texts]
    times, done = [start], 0
    for text, time in zip(texts, needed, strict=True):
        done += len(text)
        times.append(max(start + (end - start) * done / whole, times[-1] + time))
    times[-1] = end
    for at in range(len(texts) - 1, 0, -1):
        times[at] = min(times[at], times[at + 1] - needed[at])
    return times


def readable_captions(captions: tuple[Caption, ...], until: float) -> tuple[Caption, ...]:
    """Return captions that stay long enough to be read.

    A caption stays until there has been time to read it, and a little longer than its words are spoken, but never
    beyond the start of the next caption or, for the last, the time `until`. Two consecutive captions of one line each
    become one caption if either is shown only briefly.
    """
    joined = tuple(_joined(captions))
    starts = (*(each.start for each in joined[1:]), until)
    return tuple(
        evolve(each, end=min(next_, max(each.end + _LINGER, each.start + reading_time(each.words))))
        for each, next_ in zip(joined, starts, strict=True)
    )


def _joined(captions: tuple[Caption, ...]) -> Iterator[Caption]:
    held: Caption | None = None
    for each in captions:
        if held and len(held.lines) + len(each.lines) <= MOST_LINES and min(map(_lasts, (held, each))) < _TOO_SHORT:
            held = Caption((*held.lines, *each.lines), held.start, each.end)
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _lasts(caption: Caption) -> float:
    return caption.end - caption.start
