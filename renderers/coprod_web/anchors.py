"""Names for parts of a page: what an address leads to after its #. The same document gives the same names."""

import re
import unicodedata

from attrs import define, field

_LONGEST = 60
MAIN = "main"


def slug(words: str) -> str:
    """Words as small letters, digits and hyphens, cut at a word; `part` where no such letter is left."""
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", letters.replace("'", ""))
    name = "-".join(parts)
    if len(name) > _LONGEST:
        name = name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    return name or "part"


def reference_anchor(number: object) -> str:
    """The name of a listed work. No slug has two hyphens in a row."""
    return f"reference--{slug(str(number))}"


@define
class AnchorNames:
    """Names that were given, so that none is given twice."""

    _given: set[str] = field(factory=lambda: {MAIN})

    def of(self, title: str) -> str:
        """A name for what has that title: its slug, from the second on with a counter."""
        base = name = slug(title)
        at = 1
        while name in self._given:
            at += 1
            name = f"{base}-{at}"
        self._given.add(name)
        return name
