"""Check a file's title and language."""

import re
from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import is_file_name
from coprod_inspect.quotes import quoted

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def title_faults(title: str, spot: str) -> Iterator[Fault]:
    """Yield the faults in a file's title."""
    if not title:
        yield Fault(code="no-title", spot=spot, what="the file has no title.")
    elif is_file_name(title):
        yield Fault(code="title-file-name", spot=spot, what=f"the title is {quoted(title)}.", words=title)


def language_faults(tag: str, spot: str) -> Iterator[Fault]:
    """Yield the faults in a file's language tag."""
    if not tag:
        yield Fault(code="no-language", spot=spot, what="no language is set for the whole file.")
    elif not _LANGUAGE_TAG.fullmatch(tag):
        yield Fault(code="language-tag", spot=spot, what=f"{quoted(tag)} is not a language tag.")
