"""A document reduced to one section of each kind."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.document.document import Document, Section


def one_of_each(document: Document) -> Document:
    """Return a document with one section of each kind, in order.

    Sections are of the same kind if they have the same role, depth, mode and types of blocks, and if both or neither
    have a label. A section is also kept if one of its subsections is.
    """
    seen: set[tuple[object, ...]] = set()
    return evolve(document, sections=tuple(_new_kinds(document.sections, 1, seen)))


def _new_kinds(sections: tuple[Section, ...], depth: int, seen: set[tuple[object, ...]]) -> Iterator[Section]:
    for section in sections:
        kind = (depth, section.role, bool(section.label), section.mode, *(type(block) for block in section.blocks))
        is_new = kind not in seen
        seen.add(kind)
        below = tuple(_new_kinds(section.sections, depth + 1, seen))
        if is_new or below:
            yield evolve(section, sections=below)
