"""Checks on a Document for faults that its types cannot rule out."""

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
_Link = tuple[Section, str, str]
"""A link's section, text and address."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def document_findings(document: Document) -> tuple[Finding, ...]:
    """Return a document's faults as findings whose file name is empty."""
    return tuple(finding_of(fault, "") for fault in document_faults(document))


def document_faults(document: Document) -> tuple[Fault, ...]:
    """Return a document's faults, each with the title of its section."""
    found: list[Fault] = []
    if not _TAG.fullmatch(document.language):
        what = f"'{document.language[:20]}' is not a language tag."
        found.append(Fault(code="language-tag", spot=document.title, what=what))
    found += _titles(document.sections)
    links: list[_Link] = []
    for _, section in document.walk():
        found += _titles(section.sections)
        for block in (*section.blocks, *section.notes):
            if isinstance(block, Table | Figure):
                found += _block(block, section)
            own = [(section, words, url) for words, url in block_links(block)]
            found += _vague(own)
            links += own
    return (*found, *_same_words(links))


def _fault(code: str, section: Section, what: str, words: str = "") -> Fault:
    return Fault(code=code, spot=section.title, what=what, words=words, heading=section.title)


def _titles(sections: tuple[Section, ...]) -> Iterator[Fault]:
    """Check sibling sections for duplicate titles and titles without letters or digits."""
    count: Counter[str] = Counter()
    for section in sections:
        key = section.title.strip().casefold()
        count[key] += 1
        if count[key] == 2:
            what = "another section at this level has the same title."
            yield _fault("title-duplicate", section, what, section.title)
        if not any(character.isalnum() for character in section.title):
            yield _fault("title-blank", section, "the title has no letters or digits.", section.title)


def _block(block: Table | Figure, section: Section) -> Iterator[Fault]:
    if isinstance(block, Table):
        if not all(plain(cell).strip() for cell in block.header):
            what = f"the table '{block.caption[:40]}' has an empty header cell."
            yield _fault("table-header-empty", section, what, block.caption)
        if len(block.header) > MOST_COLUMNS:
            what = f"the table '{block.caption[:40]}' has {len(block.header)} columns, more than {MOST_COLUMNS}."
            yield _fault("table-too-wide", section, what, block.caption)
    elif code := alt_text_fault(block.alt, section.title):
        yield _fault(code, section, f"the alternative text is '{block.alt[:40]}'.", block.alt)


def _vague(links: list[_Link]) -> Iterator[Fault]:
    for section, words, _ in links:
        if words.strip() and (code := link_text_fault(words)):
            yield _fault(code, section, f"the link says '{words[:40]}'.", words)


def block_links(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the text and address of each link in a block."""
    if isinstance(block, Signpost):
        yield block.label, block.url
        return
    for text in block_texts(block):
        if any(span.url for span in text):
            yield from links_of(text)


def _same_words(links: list[_Link]) -> Iterator[Fault]:
    """Check that links with the same text have the same address.

    Links are compared only with those of sections about the same items.
    """
    seen: dict[tuple[tuple[str, ...], str], str] = {}
    for section, words, url in links:
        first = seen.setdefault((section.items, words.strip().casefold()), url)
        if first != url and not link_text_fault(words):
            what = f"the link '{words[:40]}' leads to '{url[:60]}', but an earlier one leads to '{first[:60]}'."
            yield _fault("link-same-words", section, what, words)
