"""Words that slides add, and titles with counts (`(2 of 3)`)."""

import re

STEP = "Step"
_COUNT = re.compile(r" \(\d+ of \d+\)$")


def minutes_and_unit(count: int) -> tuple[str, str]:
    """Return a number of minutes and its unit."""
    return str(count), "minute" if count == 1 else "minutes"


def without_count(title: str) -> str:
    """Return a title without the count that splitting adds."""
    return _COUNT.sub("", title)


def with_unbroken_count(title: str) -> str:
    """Return a title whose count does not break across lines."""
    bare = without_count(title)
    return bare + " " + title[len(bare) + 1 :].replace(" ", "\u00a0") if bare != title else title
