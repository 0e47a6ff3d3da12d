"""Checks of the words in a Library that have to work alone: of links, and of the texts that stand for pictures."""

from collections.abc import Iterable, Iterator

from coprod_content.content.about import About
from coprod_content.content.item_texts import TextField, text_fields, texts_in
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.source import FieldPath, Source
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.findings.rules import rule_of
from coprod_content.text.link_and_alt_text import alt_text_fault, link_text_fault
from coprod_content.text.spans import links_of, text_of

WalkedItem = tuple[Item | About, Source, tuple[TextField, ...]]
"""An item, where it was read from, and every text and id in it."""


def walked_items(library: Library, about: Source) -> tuple[WalkedItem, ...]:
    """Every item of a library walked, and what it says of itself, which was read from `about`."""
    written: list[tuple[Item | About, Source]] = [*((item, item.source) for item in library), (library.about, about)]
    return tuple((item, source, tuple(text_fields(item))) for item, source in written)


def link_and_alt_errors(walked: Iterable[WalkedItem]) -> Iterator[Finding]:
    """Links and alternative texts that say nothing on their own."""
    for item, source, found in walked:
        seen: dict[str, str] = {}
        title = str(getattr(item, "title", ""))
        for path, prose in texts_in(found):
            if path[-1] == "alt":
                yield from _alternative(prose, title, path, source)
            if "[" in prose:
                yield from _links(prose, seen, path, source)


def _alternative(alt: str, title: str, path: FieldPath, source: Source) -> Iterator[Finding]:
    code = alt_text_fault(alt, title)
    if code:
        yield _finding(code, f"the alternative text is '{alt[:40]}'.", path, source)


def _links(prose: str, seen: dict[str, str], path: FieldPath, source: Source) -> Iterator[Finding]:
    """The links of a text; `seen` is where the same words led before in the item."""
    for said, url in links_of(text_of(prose)):
        code = link_text_fault(said) if said.strip() else ""
        first = seen.setdefault(said.strip().casefold(), url)
        if code:
            yield _finding(code, f"the link says '{said[:40]}'.", path, source)
        elif first != url:
            what = f"the link on '{said[:40]}' leads elsewhere than before in this item, to '{first[:60]}'."
            yield _finding("link-same-words", what, path, source)


def _finding(code: str, what: str, path: FieldPath, source: Source) -> Finding:
    rule = rule_of(code)
    assert rule is not None, f"no rule {code}"
    return finding_in(source, path, code, what, rule.fix, rule.level)
