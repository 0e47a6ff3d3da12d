"""Titles as cards print them."""

import re

from coprod_content.text.title_widows import without_widow

TITLE_PART = re.compile(r"(.*) \((\d+) of (\d+)\)", re.DOTALL)


def printed_title(title: str) -> str:
    """Return a title without a lonely last word."""
    return title if TITLE_PART.fullmatch(title) else without_widow(title)
