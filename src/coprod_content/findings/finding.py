"""Findings about content."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

import attrs
from attrs import frozen

Level = Literal["error", "warning", "advice"]
_LONG_VALUE = re.compile(r"(?<!\w)'([^'\n]{79})[^'\n]{2,}'(?!\w)")
_LONGEST = 600
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def with_short_values(message: str) -> str:
    """Cut a message to 600 characters, and each quoted value to 80."""
    return shortened(_LONG_VALUE.sub(r"'\1…'", message), _LONGEST)


def shortened(words: str, most: int) -> str:
    """Return a text, cut to `most` characters with an ellipsis if longer."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


@frozen(order=True)
class Place:
    """A position in a file.

    `line` and `column` are counted from 1. If they are not known, they are 0.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


@frozen(kw_only=True)
class Finding:
    """A problem, with its location and a suggested fix."""

    code: str
    level: Level = "error"
    where: Place | None = None
    field: str = ""
    what: str = attrs.field(converter=with_short_values)
    fix: str = ""

    def __str__(self) -> str:
        lead = ": ".join(part for part in (str(self.where or ""), shortened(self.field, 80)) if part)
        return printable(" ".join(part for part in (f"{lead}:" if lead else "", self.what, self.fix) if part))


class ContentError(Exception):
    """Error for content that cannot be used, with all its findings."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = in_order(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))

    def __reduce__(self) -> tuple[type["ContentError"], tuple[tuple[Finding, ...]]]:
        """Pickle the error with its findings rather than its message."""
        return type(self), (self.findings,)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings sorted by place, without duplicates.

    Files stay in the order in which they first occur in `findings`. Findings without a place are last.
    """
    found = list(dict.fromkeys(findings))
    files = {file: at for at, file in enumerate(dict.fromkeys(each.where.file for each in found if each.where))}

    def position(finding: Finding) -> tuple[object, ...]:
        where = finding.where or Place("")
        file = files.get(where.file, len(files))
        return file, where, finding.field, finding.code, finding.what, finding.fix, finding.level

    return tuple(sorted(found, key=position))


def printable(words: str) -> str:
    """Replace characters that cannot be printed with U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", words)


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """Return a question that suggests the known word most like `word`.

    For example, "Did you mean 'deck'?" for `dek`. Capitals, spaces and underscores do not count as differences. Returns
    an empty string if no known word is similar. `cutoff` is the lowest similarity, from 0 to 1.
    """
    names = {_comparable(name): name for name in reversed(list(known))}
    close = get_close_matches(_comparable(word[:_LONGEST]), list(names), n=1, cutoff=cutoff)
    return f"Did you mean '{names[close[0]]}'?" if close else ""


def _comparable(word: str) -> str:
    return word.casefold().strip().replace(" ", "-").replace("_", "-")
