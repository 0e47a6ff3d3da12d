"""Preventing widows: short words alone on the last line of a title."""

_LEAST, _FROM = 10, 20  # characters: the fewest on the last line, and in a title that is changed
_NO_BREAK_SPACE = "\u00a0"


def without_widow(title: str) -> str:
    """Return a title with no-break spaces between its last words.

    The last words are joined until they contain at least ten characters. A title of fewer than twenty characters is
    returned unchanged. So is a title of which more than half would be joined, because such a long piece could be too
    wide for a narrow column.
    """
    words = title.split(" ")
    tail = words.pop()
    if len(title) < _FROM or not title.strip():
        return title
    while words and len(tail) < _LEAST:
        tail = f"{words.pop()}{_NO_BREAK_SPACE}{tail}"
    return f"{' '.join(words)} {tail}" if words and 2 * len(tail) <= len(title) else title
