"""Anchors on a page: the part of an address after its #.

The same document always gets the same anchors.
"""

import re
import unicodedata

from attrs import define, field

_LONGEST = 60
MAIN = "main"


def slug(words: str) -> str:
    """Return words as lower-case letters, digits and hyphens.

    A long slug is cut at a word. It is `part` if nothing usable is left.
    """
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", letters.replace("'", ""))
    name = "-".join(parts)
    if len(name) > _LONGEST:
        name = name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    return name or "part"


def reference_anchor(number: object) -> str:
    """Return the anchor of a listed work. No slug has double hyphens."""
    return f"reference--{slug(str(number))}"


@define
class AnchorNames:
    """The anchors given so far, so that none is given twice."""

    _given: set[str] = field(factory=lambda: {MAIN})

    def of(self, title: str) -> str:
        """Return an anchor for a title: its slug, numbered if already given."""
        base = name = slug(title)
        at = 1
        while name in self._given:
            at += 1
            name = f"{base}-{at}"
        self._given.add(name)
        return name
