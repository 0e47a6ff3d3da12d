"""Changing words in marked-up text."""

from difflib import SequenceMatcher


def patched(current: str, old: list[str], new: list[str]) -> str:
    """Return marked-up text with only the changed words replaced.

    `old` and `new` are all its words without markup, before and after the change. Returns an empty string if a changed
    word cannot be found.
    """
    changed = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, a, b, c, d in reversed(changed):
        if tag != "equal":
            current = _replaced(current, old, (a, b), new[c:d])
    return current


def _replaced(current: str, old: list[str], changed: tuple[int, int], new: list[str]) -> str:
    """Return text with some words replaced, or an empty string.

    `changed` gives the start and end of the replaced words in `old`. As many of the words around them are used as are
    needed to find them in `current`. Returns an empty string if they are not found exactly once.
    """
    a, b = changed
    for around in range(5):
        first, last = max(0, a - around), min(len(old), b + around)
        words = " ".join(old[first:last])
        if words and current.count(words) == 1:
            return current.replace(words, " ".join((*old[first:a], *new, *old[b:last])))
    return ""
