"""Checks on the dates of changes to tools and postcards."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import Postcard, Tool
from coprod_content.content.source import FieldPath, Source
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding

_LAST_DAY = "9999-12-31"


def change_findings(library: Library, about: Source) -> Iterator[Finding]:
    """Check the dates in each tool's and postcard's list of changes.

    Each list must run from the newest date to the oldest. No date may be later than the library's own date, which the
    file `about` gives. Items that are not in the same content root as `about` are exempt from the second rule.
    """
    items: tuple[Tool | Postcard, ...] = (*library.tools.values(), *library.postcards.values())
    for item in items:
        last = library.about.date if about.root in ("", item.source.root) else _LAST_DAY
        for index, change in enumerate(item.changes):
            path: FieldPath = ("changes", index, "day")
            if change.day > last:
                known = "the date of the change above it" if index else "the date of the library"
                what = f"{change.day} is later than {known}, {last}."
                fix = "List changes from newest to oldest, and keep the date in about.yaml up to date."
                yield finding_in(item.source, path, "changes", what, fix)
            else:
                last = change.day
