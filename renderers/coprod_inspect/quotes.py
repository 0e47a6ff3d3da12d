"""Words of a file as messages quote them."""

_LONGEST = 60


def shortened(words: str) -> str:
    """Return words, cut with an ellipsis after about 60 characters."""
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 3].rstrip()}…"


def quoted(words: str) -> str:
    """Return shortened words in quotation marks."""
    return f"'{shortened(words)}'"
