"""Anchors on a page.

An anchor is the part of a URL after the #. The same document always gets the same anchors.
"""

import re
import unicodedata

from attrs import define, field

_LONGEST = 60
MAIN = "main"


def slug(words: str) -> str:
    """Convert text to lower-case letters, digits and hyphens.

    Accents are removed. A slug over 60 characters is cut, at the end of a word if possible. If no letters or digits
    remain, the slug is the word `part`.
    """
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", letters.replace("'", ""))
    name = "-".join(parts)
    if len(name) > _LONGEST:
        name = name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    return name or "part"


def reference_anchor(number: object) -> str:
    """Return the anchor of a numbered reference, such as `reference--3`.

    No slug contains a double hyphen, so the anchor differs from that of any heading.
    """
    return f"reference--{slug(str(number))}"


@define
class AnchorNames:
    """Factory for anchors that never returns the same anchor twice."""

    _given: set[str] = field(factory=lambda: {MAIN})

    def of(self, title: str) -> str:
        """Return a title's slug, made unique by a number if necessary."""
        base = name = slug(title)
        at = 1
        while name in self._given:
            at += 1
            name = f"{base}-{at}"
        self._given.add(name)
        return name
