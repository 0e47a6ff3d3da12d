"""The gate: what is made is inspected before it is written, and each fault is traced to the content that caused it."""

import re
from collections.abc import Iterator

from attrs import evolve

from coprod_content.checks.document import document_faults
from coprod_content.content.item_texts import texts as words_in
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.source import FieldPath, field_name
from coprod_content.content.unknown_names import UnknownId
from coprod_content.document.document import Document, Section, words_of
from coprod_content.files.field_positions import place_of
from coprod_content.findings.fault import Fault, finding_of
from coprod_content.findings.finding import Finding
from coprod_content.plugins.inspectors import UnknownInspector, faults_of
from coprod_content.text.spans import plain, text_of

_COUNTED = re.compile(r" \(\d+ of \d+\)$")
_FEWEST = 3
"""Letters that words at fault need, to be looked for in fields: fewer stand nearly anywhere."""


def judged(document: Document, data: bytes, suffix: str, library: Library) -> tuple[Finding, ...]:
    """What is wrong with a document, and with the file that was made from it, at the content that caused it.

    A format that no inspector is for is only judged as a document. Raises InspectorError.
    """
    faults = [(fault, fault.heading) for fault in document_faults(document)]
    said = {(fault.code, _squeezed(fault.words)) for fault, _ in faults}
    try:
        in_file = faults_of(data, suffix)
    except UnknownInspector:
        in_file = ()
    # What the document says already at its section is not said once more at its place in the file.
    faults += ((f, f"{f.spot} of the {suffix} file") for f in in_file if (f.code, _squeezed(f.words)) not in said)
    return tuple(traced(fault, spot, document, library) for fault, spot in faults)


def traced(fault: Fault, spot: str, document: Document, library: Library) -> Finding:
    """A fault as a finding at the file, line and field that its words come from; at the item, where no field has them.

    A fault of what no item is behind has no file, and says only its spot.
    """
    finding = evolve(finding_of(fault, ""), where=None)
    cause = _cause(fault, document, library)
    if cause is None:
        return evolve(finding, field=spot)
    item, path = cause
    joined = spot if spot.startswith("under ") else f"in {spot}"
    what = f"{fault.what.removesuffix('.')}, {joined}." if spot else fault.what
    return evolve(finding, where=place_of(item, path), field=field_name(path), what=what)


def _cause(fault: Fault, document: Document, library: Library) -> tuple[Item, FieldPath] | None:
    """The item, and the field of it, that a fault comes from; the field is empty where none holds its words."""
    sought = _squeezed(fault.words)
    near = _sections(fault, document)
    items = [item for section in near for item in _items(section, library)]
    everything = [item for _, section in document.walk() for item in _items(section, library)] if near else []
    if len(sought) >= _FEWEST:
        for item in dict.fromkeys((*items, *everything)):
            for path, prose in words_in(item):
                if sought in _squeezed(plain(text_of(prose))) or sought in _squeezed(prose):
                    return item, path
    first = next(iter((*items, *everything)), None)
    return (first, ()) if first else None


def _sections(fault: Fault, document: Document) -> list[Section]:
    """The sections that a fault may stand in, those with its heading first, then those that hold its words."""
    sections = [section for _, section in document.walk()]
    heading, sought = _squeezed(fault.heading), _squeezed(fault.words)
    titled = [section for section in sections if heading and heading in _titles(section)]
    titled = titled or [section for section in sections if heading and any(t in heading for t in _titles(section))]
    holding = [section for section in sections if len(sought) >= _FEWEST and sought in _said(section)]
    both = [section for section in titled if section in holding]
    return [*both, *titled, *holding]


def _titles(section: Section) -> tuple[str, str]:
    return _squeezed(section.title), _squeezed(_COUNTED.sub("", section.title))


def _said(section: Section) -> str:
    alone = Document(title="-", language="en", sections=(evolve(section, sections=()),))
    return _squeezed(" ".join(words_of(alone)))


def _items(section: Section, library: Library) -> Iterator[Item]:
    for id_ in section.items:
        try:
            yield library[id_]
        except UnknownId:
            continue


def _squeezed(words: str) -> str:
    return " ".join(words.split()).casefold()
