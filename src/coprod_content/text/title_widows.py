"""Keeping titles from ending in a line of one short word."""

_LEAST, _FROM = 10, 20  # characters: in the last line, and in a title that may take several lines
_NO_BREAK_SPACE = "\u00a0"


def without_widow(title: str) -> str:
    """Return a title with no-break spaces between its last words.

    They join at least ten characters, but never more than half of the title, so that narrow columns can still break it.
    """
    words = title.split(" ")
    tail = words.pop()
    if len(title) < _FROM or not title.strip():
        return title
    while words and len(tail) < _LEAST:
        tail = f"{words.pop()}{_NO_BREAK_SPACE}{tail}"
    return f"{' '.join(words)} {tail}" if words and 2 * len(tail) <= len(title) else title
