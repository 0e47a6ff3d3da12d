"""Shorten and quote text from files for messages."""

_LONGEST = 60


def shortened(words: str) -> str:
    """Return text, shortened with an ellipsis if it exceeds 60 characters."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3].rstrip()}…"


def quoted(words: str) -> str:
    """Return shortened text in quotation marks."""
    return f"'{shortened(words)}'"
