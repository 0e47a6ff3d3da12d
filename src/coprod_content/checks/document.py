"""Checks of a Document, whoever built it: what its types cannot forbid."""

import re
from collections import Counter
from collections.abc import Iterator

from coprod_content.document.blocks import Block, Figure, Signpost, Table, block_texts
from coprod_content.document.document import Document, Section
from coprod_content.findings.fault import Fault, finding_of
from coprod_content.findings.finding import Finding
from coprod_content.text.link_and_alt_text import alt_text_fault, link_text_fault
from coprod_content.text.spans import links_of, plain

MOST_COLUMNS = 6
Link = tuple[Section, str, str]
"""A link where it stands: in which section, on which words, to which address."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def document_findings(document: Document) -> tuple[Finding, ...]:
    """What is wrong with a document: each finding has the title of its section as field, and no file."""
    return tuple(finding_of(fault, "") for fault in document_faults(document))


def document_faults(document: Document) -> tuple[Fault, ...]:
    """What is wrong with a document, each fault with the title that it stands under as heading and spot."""
    found: list[Fault] = []
    if not _TAG.fullmatch(document.language):
        what = f"'{document.language[:20]}' is not a language."
        found.append(Fault(code="language-tag", spot=document.title, what=what))
    found += _titles(document.sections)
    links: list[Link] = []
    for _, section in document.walk():
        if section.sections:
            found += _titles(section.sections)
        for block in (*section.blocks, *section.notes):
            if isinstance(block, Table | Figure):
                found += _block(block, section)
            own = [(section, words, url) for words, url in block_links(block)]
            found += _vague(own) if own else ()
            links += own
    return (*found, *_same_words(links))


def _fault(code: str, section: Section, what: str, words: str = "") -> Fault:
    return Fault(code=code, spot=section.title, what=what, words=words, heading=section.title)


def _titles(sections: tuple[Section, ...]) -> Iterator[Fault]:
    """Titles beside each other that are the same, or that nobody can say."""
    count: Counter[str] = Counter()
    for section in sections:
        key = section.title.strip().casefold()
        count[key] += 1
        if count[key] == 2:
            yield _fault("title-duplicate", section, "another part beside it has this title.", section.title)
        if not any(character.isalnum() for character in section.title):
            yield _fault("title-blank", section, "the title has neither letter nor digit.", section.title)


def _block(block: Table | Figure, section: Section) -> Iterator[Fault]:
    if isinstance(block, Table):
        if not all(plain(cell).strip() for cell in block.header):
            what = f"the table '{block.caption[:40]}' has an empty header cell."
            yield _fault("table-header-empty", section, what, block.caption)
        if len(block.header) > MOST_COLUMNS:
            what = f"the table '{block.caption[:40]}' has {len(block.header)} columns."
            yield _fault("table-too-wide", section, what, block.caption)
    if isinstance(block, Figure):
        code = alt_text_fault(block.alt, section.title)
        if code:
            yield _fault(code, section, f"the figure has '{block.alt[:40]}'.", block.alt)


def _vague(links: list[Link]) -> Iterator[Fault]:
    for section, words, _ in links:
        code = link_text_fault(words) if words.strip() else ""
        if code:
            yield _fault(code, section, f"the link says '{words[:40]}'.", words)


def block_links(block: Block) -> Iterator[tuple[str, str]]:
    """The words and the address of each link of a block."""
    if isinstance(block, Signpost):
        yield block.label, block.url
        return
    for text in block_texts(block):
        for span in text:
            if span.url:
                yield from links_of(text)
                break


def _same_words(links: list[Link]) -> Iterator[Fault]:
    """Link words that lead to two places within what was made from one content item."""
    seen: dict[tuple[tuple[str, ...], str], str] = {}
    for section, words, url in links:
        first = seen.setdefault((section.items, words.strip().casefold()), url)
        if first != url and not link_text_fault(words):
            what = f"'{words[:40]}' leads to '{url[:60]}', and before to '{first[:60]}'."
            yield _fault("link-same-words", section, what, words)
