"""Titles that do not end in a line of one short word."""

_LEAST, _FROM = 10, 20  # characters: of the last line, and of titles that are long enough to have several lines
_HELD = "\u00a0"


def without_widow(title: str) -> str:
    """A title whose last words are held together by fixed spaces, until they have ten characters; else as it is.

    Where that would hold more than half of it, it stays as it is, so that narrow columns can still break it.
    """
    words = title.split(" ")
    tail = words.pop()
    if len(title) < _FROM or not title.strip():
        return title
    while words and len(tail) < _LEAST:
        tail = f"{words.pop()}{_HELD}{tail}"
    return f"{' '.join(words)} {tail}" if words and 2 * len(tail) <= len(title) else title
