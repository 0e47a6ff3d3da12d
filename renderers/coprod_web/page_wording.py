"""The wording that web pages add, and titles split into pieces."""

import re

CONTENTS = "Contents"
SKIP = "Skip to the content"
FOR_THE_FACILITATOR = "For the facilitator"
PICTURE = "Picture, which may be wider than the screen"
ROW = "row"
STEP = "Step"
ABOUT_WORK = "About this work"
_LONGEST_WHOLE = 15


def pieces(title: str) -> tuple[tuple[str, bool], ...]:
    """Split a title into words and the spaces between them.

    Each piece is paired with a flag that says whether to keep the piece on one line. The flag is true for hyphenated
    words of up to 15 characters, such as `co-production`.
    """
    return tuple((word, "-" in word and len(word) <= _LONGEST_WHOLE) for word in re.split(r"( +)", title) if word)
