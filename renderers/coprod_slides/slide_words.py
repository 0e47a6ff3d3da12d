"""Text added to slides, and title counts such as `(2 of 3)`."""

import re

from coprod_content.layout.title_widows import without_widow

STEP = "Step"
_COUNT = re.compile(r" \(\d+ of \d+\)$")


def minutes_and_unit(count: int) -> tuple[str, str]:
    """Return `count` as text, and its unit: `minute` or `minutes`."""
    return str(count), "minute" if count == 1 else "minutes"


def without_count(title: str) -> str:
    """Return a title without any final count, such as `(2 of 3)`."""
    return _COUNT.sub("", title)


def with_no_break_spaces(title: str) -> str:
    """Return a title with no-break spaces in its count or last words.

    A count such as `(1 of 3)` is not divided. Without a count, no short word is alone on the last line of a long title.
    """
    bare = without_count(title)
    if bare == title:
        return without_widow(title)
    return bare + " " + title[len(bare) + 1 :].replace(" ", "\u00a0")
