"""Copies of a template's masters, in the colours of the themes."""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve

from coprod_office import PackagePart
from coprod_slides.template.deck_template import DeckTemplate

_ACCENT = re.compile(r"theme_([1-6])")
_TARGET = re.compile(rb'Target="([^"]+)"')
_RELATIONSHIP = re.compile(rb"<Relationship [^>]*/>")
_ID = re.compile(rb'\bId="([^"]+)"')
_LISTED_LAYOUT = re.compile(rb'<p:sldLayoutId\b[^>]*?\br:id="([^"]+)"[^>]*?/>')
_LAYOUT_ID = re.compile(rb'(<p:sldLayoutId\b[^>]*?\bid=")\d+')
_TEXT_2 = re.compile(rb'(<p:clrMap\b[^>]*?\btx2=")[^"]+')
_THEME_NAME = re.compile(rb'(<a:theme\b[^>]*?\bname=")([^"]*)')
_IDS_OF_A_COPY = 1000


def accent_number(accent: str) -> int:
    """Return the number of an accent such as `theme_3`, or 0.

    Accents without a number, such as `brand`, get 0.
    """
    found = _ACCENT.fullmatch(accent)
    return int(found[1]) if found else 0


@lru_cache(maxsize=32)
def with_theme_masters(template: DeckTemplate, accents: tuple[tuple[str, frozenset[str]], ...]) -> DeckTemplate:
    """Return a template with a copy of its masters for each accent.

    In a copy, the colour Text 2, which is the main colour of the layouts, is the colour of the accent. Each accent is
    given with the names of the layouts to copy.
    """
    found = template
    for accent, names in accents:
        found = _with_copies(found, *_with_layouts(template, names), accent)
    return found


def _with_layouts(template: DeckTemplate, names: frozenset[str]) -> tuple[dict[str, PackagePart], tuple[str, ...]]:
    """Return a template's parts by name, and the names of its masters.

    Layouts that are not among `names` are left out.
    """
    parts = {part.name: part for part in template.parts}
    unwanted = {layout.name for layout in parts.values() if layout.content_type.endswith("slideLayout+xml")}
    unwanted -= {layout.part for layout in template.layouts if layout.name in names}
    masters = {name: _without(parts[_relationships(name)], unwanted) for _, name in template.masters}
    kept = {name: part for name, part in parts.items() if name not in unwanted}
    kept |= {relationships.name: relationships for relationships, _ in masters.values()}
    kept |= {name: _without_ids(parts[name], ids) for name, (_, ids) in masters.items()}
    return kept, tuple(masters)


def _without(relationships: PackagePart, unwanted: set[str]) -> tuple[PackagePart, frozenset[bytes]]:
    """Return a master's relationships without `unwanted` layouts, and the removed ids."""
    folder = posixpath.dirname(posixpath.dirname(relationships.name))
    out: set[bytes] = set()

    def kept(found: re.Match[bytes]) -> bytes:
        (target,) = _TARGET.findall(found[0])
        if _resolved(folder, target.decode()) not in unwanted:
            return found[0]
        out.update(_ID.findall(found[0]))
        return b""

    return evolve(relationships, data=_RELATIONSHIP.sub(kept, relationships.data)), frozenset(out)


def _without_ids(master: PackagePart, ids: frozenset[bytes]) -> PackagePart:
    def kept(found: re.Match[bytes]) -> bytes:
        return b"" if found[1] in ids else found[0]

    return evolve(master, data=_LISTED_LAYOUT.sub(kept, master.data))


def _with_copies(
    template: DeckTemplate, parts: dict[str, PackagePart], masters: tuple[str, ...], accent: str
) -> DeckTemplate:
    number = accent_number(accent)
    names = dict(_new_names(masters, parts, number))
    made = [_copied(parts[name], to, names, number) for name, to in names.items()]
    first = max(int(id_) for id_, _ in template.masters) + _IDS_OF_A_COPY
    ids = {names[name]: first + at * _IDS_OF_A_COPY for at, name in enumerate(masters)}
    made = [_with_ids(part, ids[part.name]) if part.name in ids else part for part in made]
    return evolve(
        template,
        parts=(*template.parts, *made),
        masters=(*template.masters, *((str(id_), name) for name, id_ in ids.items())),
        copies=(*template.copies, *((accent, name, to) for name, to in names.items())),
    )


def _new_names(masters: tuple[str, ...], parts: dict[str, PackagePart], number: int) -> Iterator[tuple[str, str]]:
    """Yield the names of parts to copy, each with its copy's name.

    `number` is the number of the theme's accent.
    """
    for master in masters:
        for name in (master, *_related(parts[_relationships(master)])):
            if name.endswith(".xml") and name in parts:
                copy = re.sub(r"(\d*)\.xml$", lambda found: f"{number * 1000 + int(found[1] or 0)}.xml", name)
                yield name, copy
                if _relationships(name) in parts:
                    yield _relationships(name), _relationships(copy)


def _relationships(name: str) -> str:
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _related(relationships: PackagePart) -> Iterator[str]:
    folder = posixpath.dirname(posixpath.dirname(relationships.name))
    for target in _TARGET.findall(relationships.data):
        yield _resolved(folder, target.decode())


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")


def _copied(part: PackagePart, name: str, names: dict[str, str], number: int) -> PackagePart:
    data = part.data
    if name.endswith(".rels"):
        folder = posixpath.dirname(posixpath.dirname(name))

        def target(found: re.Match[bytes]) -> bytes:
            old = _resolved(folder, found[1].decode())
            return f'Target="/{names[old]}"'.encode() if old in names else found[0]

        data = _TARGET.sub(target, data)
    data = _TEXT_2.sub(rf"\g<1>accent{number}".encode(), data)
    data = _THEME_NAME.sub(rf"\g<1>\g<2>, theme {number}".encode(), data)
    return PackagePart(name, part.content_type, data)


def _with_ids(master: PackagePart, first: int) -> PackagePart:
    ids = iter(range(first + 1, first + _IDS_OF_A_COPY))
    return evolve(master, data=_LAYOUT_ID.sub(lambda found: found[1] + str(next(ids)).encode(), master.data))
