"""Curly quotation marks and apostrophes."""

import re
from collections.abc import Iterator

from attrs import evolve

from coprod_content.text.spans import Text

_STRAIGHT = re.compile(r"""["']""")
_OPENS = re.compile(r"(?:^|[\s(\[{“‘—–/-])\Z")
"""Matches the text before an opening mark."""
_SHORTENED = re.compile(r"\d\ds?\b|(?:cause|em|til|tis|twas)\b", re.IGNORECASE)
"""Matches what follows an apostrophe at the beginning of a word, as in the '90s."""
_CURLY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


def curly(words: str) -> str:
    """Return words with curly quotation marks and apostrophes, not straight ones."""
    return "".join(_pieces(words)) if '"' in words or "'" in words else words


def straight(words: str) -> str:
    """Return words with straight quotation marks and apostrophes, not curly ones."""
    return words.translate(_CURLY)


def curly_text(text: Text) -> Text:
    """Return text with curly quotation marks and apostrophes.

    Each mark is chosen from its context, even if that is in another style, such as bold. Addresses and
    citations are unchanged.
    """
    if not any(_STRAIGHT.search(span.text) for span in text if not span.citation):
        return text
    made = curly("".join("x" * len(span.text) if span.citation else span.text for span in text))
    spans, start = [], 0
    for span in text:
        stop = start + len(span.text)
        spans.append(span if span.citation else evolve(span, text=made[start:stop]))
        start = stop
    return tuple(spans)


def _pieces(words: str) -> Iterator[str]:
    """Yield words with each mark replaced by the one for its place."""
    done, end = "", 0
    for found in _STRAIGHT.finditer(words):
        yield words[end : found.start()]
        done += words[end : found.start()]
        mark = _mark(done, found[0], words[found.end() :])
        yield mark
        done, end = done + mark, found.end()
    yield words[end:]


def _mark(before: str, mark: str, after: str) -> str:
    opens = _OPENS.search(before[-1:]) and after[:1].strip() and after[0] not in ".,;:!?)]}"
    if mark == '"':
        return "“" if opens else "”"
    return "‘" if opens and not _SHORTENED.match(after) else "’"
