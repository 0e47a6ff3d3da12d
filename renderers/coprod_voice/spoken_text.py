"""Text as a voice should speak it."""

import re
from collections.abc import Iterable

from coprod_content.text.sentences import sentences
from coprod_content.text.spans import text_of, without_citations

Sayings = tuple[tuple[str, str], ...]
"""Pairs of a written word or phrase and how to say it."""
_TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": ",", "—": ",", "…": ".", "\u00a0": " "})


def spoken_sentences(prose: str) -> tuple[str, ...]:
    """Return the sentences of inline Markdown as plain text, without citations."""
    found = (without_citations(each).strip() for each in sentences(text_of(prose)))
    return tuple(each for each in found if each)


def as_spoken(words: str, sayings: Sayings) -> str:
    """Return words as a voice should read them.

    Words in `sayings` are replaced by how to say them. If several match in the same place, the longest is replaced.
    Curly quotation marks become straight, and dashes and ellipses become commas and full stops.
    """
    by_word = {word.casefold(): said for word, said in sayings}
    if by_word:
        words = _pattern(by_word).sub(lambda found: by_word[found[0].casefold()], words)
    return words.translate(_TYPOGRAPHIC)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
