"""The wording that web pages add to a document's own text."""

import re

from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.document import Section

CONTENTS = "Contents"
SKIP = "Skip to the content"
FOR_THE_FACILITATOR = "For the facilitator"
PICTURE = "Picture, which may be wider than the screen"
STEP = "Step"
ABOUT_WORK = "About this work"
_LONGEST_WHOLE = 15


def time(section: Section) -> str:
    """Return a section's duration, or an empty string if already labelled."""
    if section.minutes is None or re.search(rf"\b{section.minutes}\s*min", section.label, re.IGNORECASE):
        return ""
    return minutes_in_words(section.minutes)


def count(section: Section) -> str:
    """Return a section's number, or an empty string if already labelled."""
    if section.number is None or section.label.casefold() == f"{STEP} {section.number}".casefold():
        return ""
    return f"{STEP} {section.number}" if section.role == "step" else str(section.number)


def pieces(title: str) -> tuple[tuple[str, bool], ...]:
    """Split a title into words, each with whether to keep it whole.

    Short hyphenated words such as `co-production` are kept whole. Spaces are returned as separate pieces.
    """
    return tuple((word, "-" in word and len(word) <= _LONGEST_WHOLE) for word in re.split(r"( +)", title) if word)
