"""The few words that the format adds to those of the document."""

import re

STEP = "Step"
_COUNT = re.compile(r" \(\d+ of \d+\)$")


def minutes(count: int) -> tuple[str, str]:
    """How long something takes, as a number and its unit."""
    return str(count), "minute" if count == 1 else "minutes"


def bare(title: str) -> str:
    """A title without the count that splitting gives it."""
    return _COUNT.sub("", title)


def tied(title: str) -> str:
    """A title whose count does not break over lines."""
    count = title[len(bare(title)) :]
    return bare(title) + " " + count[1:].replace(" ", "\u00a0") if count else title
