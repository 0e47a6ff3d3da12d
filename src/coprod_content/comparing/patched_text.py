"""Changing words in marked-up text."""

from difflib import SequenceMatcher


def patched(current: str, old: list[str], new: list[str]) -> str:
    """Return marked-up text with only the changed words replaced, or ""."""
    changed = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, a, b, c, d in reversed(changed):
        if tag != "equal":
            current = _replaced(current, old, (a, b), new[c:d])
    return current


def _replaced(current: str, old: list[str], changed: tuple[int, int], new: list[str]) -> str:
    """Return text with words replaced, found by the words around them."""
    a, b = changed
    for around in range(5):
        first, last = max(0, a - around), min(len(old), b + around)
        words = " ".join(old[first:last])
        if words and current.count(words) == 1:
            return current.replace(words, " ".join((*old[first:a], *new, *old[b:last])))
    return ""
