"""Check heading levels."""

from coprod_inspect.quotes import quoted


def heading_jump(level: int, before: int, words: str) -> str:
    """Return the message for a skipped heading level, or an empty string.

    `before` is the level of the previous heading, or zero if there is none.
    """
    if level <= before + 1:
        return ""
    subject = f"the heading {quoted(words)}" if words else "a heading"
    contrast = f"the heading before it has level {before}" if before else "it is the first heading"
    return f"{subject} has level {level}, but {contrast}."
