"""Copy a reference deck's masters and layouts, with the parts they use."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from coprod_content.text.urls import url_fault
from coprod_office import PackagePart, relationships_part
from coprod_office.reading.deck import Deck
from coprod_office.reading.package import Relationship, part_name
from coprod_office.reading.xml import parse_xml

_ALLOWED = frozenset({"slideLayout", "slideMaster", "theme", "image", "notesMaster", "tags", "hyperlink"})
_REWRITTEN = ("slideLayout+xml", "slideMaster+xml", "notesMaster+xml")


def copied_parts(heads: list[tuple[Deck, str]], name: str) -> Iterator[PackagePart]:
    """Yield the given parts and all parts they refer to, with relationships.

    Raises ValueError for relationships that could run code or load external content, and for unsafe links.
    """
    waiting, seen = heads, set()
    while waiting:
        deck, part = waiting.pop(0)
        if part in seen:
            continue
        seen.add(part)
        relationships = deck.package.relationships(part)
        for each in relationships:
            if each.kind not in _ALLOWED or (each.external and (each.kind != "hyperlink" or url_fault(each.target))):
                raise ValueError(
                    f"A layout of the reference deck '{name}' contains a forbidden {each.kind}. Remove it."
                )
        waiting += [(deck, part_name(part, each.target)) for each in relationships if not each.external]
        data, content_type = deck.package.parts[part], deck.package.types[part]
        yield PackagePart(part, content_type, _rewritten(data, part) if content_type.endswith(_REWRITTEN) else data)
        if relationships:
            written = relationships_part(part, tuple(_target(each, part) for each in _by_number(relationships)))
            yield PackagePart(written.name, "", _rewritten(written.data, written.name))


def _rewritten(data: bytes, part: str) -> bytes:
    """Return XML parsed and serialised again, without anything the parser ignored."""
    return etree.tostring(parse_xml(data, part), encoding="UTF-8", standalone=True)


def _target(relationship: Relationship, source: str) -> tuple[str, str, str]:
    target = relationship.target
    if not relationship.external:
        target = posixpath.relpath(part_name(source, target), posixpath.dirname(source))
    return relationship.id, relationship.kind, target


def _by_number(relationships: tuple[Relationship, ...]) -> list[Relationship]:
    def number(relationship: Relationship) -> int:
        digits = relationship.id.removeprefix("rId")
        return int(digits) if digits.isdigit() else 0

    return sorted(relationships, key=lambda each: (number(each), each.id))
