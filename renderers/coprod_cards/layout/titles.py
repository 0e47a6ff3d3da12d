"""Titles as printed on cards."""

import re

from coprod_content.text.title_widows import without_widow

TITLE_PART = re.compile(r"(.*) \((\d+) of (\d+)\)", re.DOTALL)


def printed_title(title: str) -> str:
    """Return a title without a one-word last line, unless it is numbered."""
    return title if TITLE_PART.fullmatch(title) else without_widow(title)
