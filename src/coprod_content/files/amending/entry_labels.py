"""Labels with which amend files identify the entries of a list."""

from collections import Counter
from collections.abc import Iterable, Sequence

from coprod_content.findings.finding import nearest

_NAMES = ("title", "name", "term", "words", "text", "tool", "film", "person", "picture", "day")
"""Fields whose text can identify an entry, the most suitable first."""
_MOST_LISTED = 8


def label_of(entry: object) -> str:
    """Return the text that identifies an entry of a list, or ""."""
    if isinstance(entry, dict):
        entry = next((entry[name] for name in _NAMES if isinstance(entry.get(name), str)), "")
    return " ".join(entry.split()) if isinstance(entry, str) else ""


def labels(entries: Sequence[object]) -> tuple[str, ...]:
    """Return a label for each entry of a list.

    The label is the text of the entry if no other entry has the same text, and otherwise the number of the entry,
    counted from 1. A text that could be read as a number, or as `add` or `remove`, is not used.
    """
    texts = [label_of(entry) for entry in entries]
    counts = Counter(texts)
    return tuple(
        text if text and counts[text] == 1 and not is_number(text) and text not in ("add", "remove") else str(at)
        for at, text in enumerate(texts, start=1)
    )


def is_number(label: str) -> bool:
    """Return whether a label is a number instead of text."""
    return label.isascii() and label.isdigit() and len(label) < 6


def index_of(label: str, entries: Sequence[object]) -> int | None:
    """Return the index of the entry that a label identifies, or None.

    The result is None if no entry has this label, or several have it.
    """
    label = " ".join(label.split())
    if is_number(label):
        return int(label) - 1 if 0 < int(label) <= len(entries) else None
    found = [at for at, entry in enumerate(entries) if label_of(entry) == label]
    return found[0] if len(found) == 1 else None


def label_advice(label: str, entries: Sequence[object]) -> str:
    """Return advice on a label that does not identify any entry."""
    known = labels(entries)
    listed = _listed(known)
    return nearest(label, known) or f"Use the text or the number of an entry: {listed}."


def _listed(known: Iterable[str]) -> str:
    first, *others = (f"'{each[:40]}'" for each in known)
    more = f" and {len(others) - _MOST_LISTED} more" if len(others) > _MOST_LISTED else ""
    return ", ".join([first, *others[:_MOST_LISTED]]) + more
