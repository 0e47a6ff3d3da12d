"""Checks, locations and quotations shared by all inspectors."""

import re
from collections.abc import Iterator

from attrs import frozen

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import is_file_name, link_text_fault

_LONGEST_QUOTE = 60
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def shortened(words: str) -> str:
    """Return text, shortened with an ellipsis if it exceeds 60 characters."""
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 3].rstrip()}…"


def quoted(words: str) -> str:
    """Return shortened text in quotation marks."""
    return f"'{shortened(words)}'"


@frozen
class Spot:
    """A location in a file, and the heading above it.

    `name` is what messages call the location, such as `page 2`. `line` is a line number, or 0 if there is none.
    """

    name: str
    heading: str = ""
    line: int = 0

    def fault(self, code: str, what: str, words: str = "") -> Fault:
        """Return a fault at this location.

        `code`, `what` and `words` are fields of `Fault`.
        """
        return Fault(code=code, spot=self.name, line=self.line, what=what, words=words, heading=self.heading)


def title_faults(title: str, spot: Spot) -> Iterator[Fault]:
    """Yield a fault if a title is empty or a file name."""
    if not title:
        yield spot.fault("no-title", "the file has no title.")
    elif is_file_name(title):
        yield spot.fault("title-file-name", f"the title {quoted(title)} is a file name.", title)


def language_faults(tag: str, spot: Spot) -> Iterator[Fault]:
    """Yield a fault if a language tag is missing or malformed."""
    if not tag:
        yield spot.fault("no-language", "no language is set for the file as a whole.")
    elif not _LANGUAGE_TAG.fullmatch(tag):
        yield spot.fault("language-tag", f"{quoted(tag)} is not a valid language tag.")


def heading_jump(level: int, before: int, words: str) -> str:
    """Return a message if a heading skips a level.

    Return an empty string otherwise. `before` is the level of the previous heading, or 0 for the first heading. `words`
    is the text of the heading, or an empty string if the text is unknown.
    """
    if level <= before + 1:
        return ""
    subject = f"the heading {quoted(words)}" if words else "a heading"
    contrast = f"the heading before it has level {before}" if before else "it is the first heading"
    return f"{subject} has level {level}, but {contrast}."


class LinkTexts:
    """A checker of link texts that remembers each text's first target."""

    def __init__(self) -> None:
        self._targets: dict[str, str] = {}

    def faults(self, words: str, target: str, spot: Spot) -> Iterator[Fault]:
        """Yield the faults in a link's text, and remember the link's target.

        `words` is the link's text. A fault is also yielded if an earlier link with this text had a different target.
        """
        text = " ".join(words.split())
        if not text:
            yield spot.fault("link-no-words", f"the link to {quoted(target)} has no text.", target)
            return
        code = link_text_fault(text)
        if code:
            yield spot.fault(code, f"the link says {quoted(text)}.", text)
        before = self._targets.setdefault(text.casefold(), target)
        if before != target and not code:
            what = f"the link {quoted(text)} leads to {quoted(target)}, but an earlier one leads to {quoted(before)}."
            yield spot.fault("link-same-words", what, text)


def direction_problem(words: str) -> str:
    """Return a message about right-to-left text in a left-to-right paragraph."""
    return f"{quoted(' '.join(words.split()))} is in a right-to-left script, but its paragraph runs from left to right."
