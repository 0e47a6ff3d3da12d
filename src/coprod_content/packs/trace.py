"""Trace faults in documents and files back to the content items."""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from coprod_content.checks.document import document_faults
from coprod_content.content.item_texts import texts as words_in
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.source import FieldPath, field_name
from coprod_content.document.document import Document, Section, words_of
from coprod_content.files.field_positions import place_of
from coprod_content.findings.fault import Fault, finding_of
from coprod_content.findings.finding import Finding
from coprod_content.plugins.inspectors import UnknownInspector, faults_of
from coprod_content.text.quotation_marks import straight
from coprod_content.text.spans import plain, text_of

_COUNTED = re.compile(r" \(\d+ of \d+\)$")
_FEWEST = 3
"""The fewest characters of faulty text to search for. Shorter strings occur almost everywhere."""


def traced_findings(document: Document, data: bytes, suffix: str, library: Library) -> tuple[Finding, ...]:
    """Return the faults in a document and its file as findings.

    Only the document is checked if no inspector reads files with `suffix`. Raises InspectorError if the inspector
    fails.
    """
    faults = [(fault, fault.heading) for fault in document_faults(document)]
    known = {(fault.code, _normalised(fault.words)) for fault, _ in faults}
    try:
        in_file = faults_of(data, suffix)
    except UnknownInspector:
        in_file = ()
    # A fault already found in the document is not reported again from the file.
    faults += ((f, f"{f.spot} of the {suffix} file") for f in in_file if (f.code, _normalised(f.words)) not in known)
    return tuple(traced_finding(fault, spot, document, library) for fault, spot in faults)


def traced_finding(
    fault: Fault, spot: str, document: Document, library: Library, others: Iterable[Item] = ()
) -> Finding:
    """Return a finding that locates a fault in the content.

    The finding gives the field that contains the fault's words, or only the item if no field does. If no item is known,
    the finding gives only `spot`, which says where the fault is. The document's own items are searched first, then the
    items that they refer to, and then `others`.
    """
    finding = evolve(finding_of(fault, ""), where=None)
    cause = _cause(fault, document, library, tuple(others))
    if cause is None:
        return evolve(finding, field=spot)
    item, path = cause
    joined = spot if spot.startswith("under ") else f"in {spot}"
    what = f"{fault.what.removesuffix('.')}, {joined}." if spot else fault.what
    return evolve(finding, where=place_of(item.source, path), field=field_name(path), what=what)


def _cause(
    fault: Fault, document: Document, library: Library, others: tuple[Item, ...]
) -> tuple[Item, FieldPath] | None:
    """Return the item and the field path that a fault comes from.

    The path is empty if no field contains the fault's words. Returns None if no item is known.
    """
    sought = _normalised(fault.words)
    near = _sections(fault, document)
    items = [item for section in near for item in _items(section, library)]
    everything = [item for _, section in document.walk() for item in _items(section, library)] if near else []
    linked = [other for item in dict.fromkeys((*items, *everything)) for other in library.links(item).all]
    known = tuple(dict.fromkeys((*items, *everything, *linked, *others)))
    if len(sought) >= _FEWEST:
        fields = [(item, path, prose) for item in known for path, prose in words_in(item)]
        for item, path, prose in fields:
            if sought in _normalised(plain(text_of(prose))) or sought in _normalised(prose):
                return item, path
        # A heading or a cell can be made of a field and other words.
        inside = [each for each in fields if len(each[2]) >= _FEWEST and _normalised(plain(text_of(each[2]))) in sought]
        if inside:
            item, path, _ = max(inside, key=lambda each: len(each[2]))
            return item, path
    return (known[0], ()) if known else None


def _sections(fault: Fault, document: Document) -> list[Section]:
    """Return the sections that may contain a fault, most likely first."""
    sections = [section for _, section in document.walk()]
    heading, sought = _normalised(fault.heading), _normalised(fault.words)
    titled = [section for section in sections if heading and heading in _titles(section)]
    titled = titled or [section for section in sections if heading and any(t in heading for t in _titles(section))]
    holding = [section for section in sections if len(sought) >= _FEWEST and sought in _section_words(section)]
    both = [section for section in titled if section in holding]
    return [*both, *titled, *holding]


def _titles(section: Section) -> tuple[str, str]:
    """Return a section's title with and without any "(2 of 3)" suffix."""
    return _normalised(section.title), _normalised(_COUNTED.sub("", section.title))


def _section_words(section: Section) -> str:
    alone = Document(title="-", language="en", sections=(evolve(section, sections=()),))
    return _normalised(" ".join(words_of(alone)))


def _items(section: Section, library: Library) -> Iterator[Item]:
    for id_ in section.items:
        if item := library.get(id_):
            yield item


def _normalised(words: str) -> str:
    return " ".join(straight(words).split()).casefold()
