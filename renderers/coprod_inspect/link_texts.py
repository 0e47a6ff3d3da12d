"""Check link text."""

from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import link_text_fault
from coprod_inspect.quotes import quoted


class LinkTexts:
    """The link texts seen so far, each with its first target."""

    def __init__(self) -> None:
        self._targets: dict[str, str] = {}

    def faults(self, words: str, target: str, spot: str, heading: str) -> Iterator[Fault]:
        """Yield the faults in a link and remember its text."""
        text = " ".join(words.split())
        if not text:
            what = f"the link to {quoted(target)} has no words."
            yield Fault(code="link-no-words", spot=spot, what=what, words=target, heading=heading)
            return
        code = link_text_fault(text)
        if code:
            yield Fault(code=code, spot=spot, what=f"the link says {quoted(text)}.", words=text, heading=heading)
        before = self._targets.setdefault(text.casefold(), target)
        if before != target and not code:
            what = f"the link {quoted(text)} leads to {quoted(target)}, but an earlier one to {quoted(before)}."
            yield Fault(code="link-same-words", spot=spot, what=what, words=text, heading=heading)
