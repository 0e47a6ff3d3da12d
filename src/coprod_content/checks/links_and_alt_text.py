"""Checks on link text and alternative text in a Library."""

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
"""An item, its source, and every text and id in it."""


def walked_items(library: Library, about: Source) -> tuple[WalkedItem, ...]:
    """Return a library's items and its About, with their texts."""
    written: list[tuple[Item | About, Source]] = [*((item, item.source) for item in library), (library.about, about)]
    return tuple((item, source, tuple(text_fields(item))) for item, source in written)


def link_and_alt_errors(walked: Iterable[WalkedItem]) -> Iterator[Finding]:
    """Yield errors for link text and alternative text that are unclear alone."""
    for item, source, found in walked:
        seen: dict[str, str] = {}
        title = str(getattr(item, "title", ""))
        for path, prose in texts_in(found):
            if path[-1] == "alt" and (code := alt_text_fault(prose, title)):
                yield _finding(code, f"the alternative text is '{prose[:40]}'.", path, source)
            if "[" in prose:
                yield from _links(prose, seen, path, source)


def _links(prose: str, seen: dict[str, str], path: FieldPath, source: Source) -> Iterator[Finding]:
    """Check the links in a prose field.

    `seen` maps the text of the item's earlier links to their addresses.
    """
    for words, url in links_of(text_of(prose)):
        code = link_text_fault(words) if words.strip() else ""
        first = seen.setdefault(words.strip().casefold(), url)
        if code:
            yield _finding(code, f"the link says '{words[:40]}'.", path, source)
        elif first != url:
            what = f"an earlier link on '{words[:40]}' in this item leads to another address, '{first[:60]}'."
            yield _finding("link-same-words", what, path, source)


def _finding(code: str, what: str, path: FieldPath, source: Source) -> Finding:
    rule = rule_of(code)
    assert rule is not None, f"no rule {code}"
    return finding_in(source, path, code, what, rule.fix, rule.level)
