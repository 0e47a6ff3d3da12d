"""Why a file is made again: what has changed."""

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.source import display_path
from coprod_content.files.cache.digests import code_digest, packages_digest
from coprod_content.files.cache.kept_bytes import KeptBytes
from coprod_content.files.cache.value_digest import value_digest
from coprod_content.packs.build import BuiltFile, FileSpec
from coprod_content.packs.kept.kept_file import FilesState, KeptFile
from coprod_content.packs.writing.build_date import build_date

_MOST_SHOWN = 4
_NOT_COMPARED = ("id", "source")
Digests = Mapping[str, str]
"""Short digests of everything that a file was made from, by name. An item's field is named `id field`."""


def digests_of(built: BuiltFile, kept: KeptFile, state: FilesState) -> Digests:
    """Return digests of everything that a file was made from."""
    library, known = state.library, state.known_digests
    if not known:
        known[""] = _shared_digests(library, state.brand)
    found = {**known[""], "date": build_date(library.about.date), "document": kept.digest[:16]}
    for item in _items(built, kept, library):
        if item.id not in known:
            known[item.id] = {f"{item.id} {name}": digest for name, digest in _fields(item)}
        found |= known[item.id]
    return found


def _shared_digests(library: Library, brand: Brand) -> Digests:
    """Return digests of what all files are made from."""
    return {
        "program": _short(code_digest(), packages_digest(tuple(sys.path))),
        **{f"about.yaml {name}": digest for name, digest in _fields(library.about)},
        **{f"the file {name}": _short(data) for name, data in brand.files},
        **{f"brand.yaml {name}": digest for name, digest in _nested(attrs.evolve(brand, files=(), own_fields=()))},
    }


def _items(built: BuiltFile, kept: KeptFile, library: Library) -> tuple[Item, ...]:
    """Return a file's items, and those that they are linked to."""
    own = [item for id_ in (*kept.composed.select, *built.items) if (item := library.get(id_))]
    found = (*own, *(other for item in own for other in library.links(item).all))
    return tuple({item.id: item for item in found}.values())


def _short(*values: object) -> str:
    return value_digest(*values)[:16]


def _fields(value: Any) -> Iterator[tuple[str, str]]:
    for each in attrs.fields(type(value)):
        if each.name not in _NOT_COMPARED:
            yield each.name, _short(getattr(value, each.name))


def _nested(value: Any) -> Iterator[tuple[str, str]]:
    for each in attrs.fields(type(value)):
        inner = getattr(value, each.name)
        if attrs.has(type(inner)):
            yield from ((f"{each.name}.{name}", digest) for name, digest in _nested(inner))
        else:
            yield each.name, _short(inner)


def record_of(spec: FileSpec, library: Library) -> KeptBytes:
    """Return where the digests for a specification are kept.

    They are those of the last file that was made with it.
    """
    roots = dict.fromkeys(item.source.root for item in library)
    return KeptBytes("why", (value_digest(spec, tuple(roots)),), any_version=True)


def recorded_digests(record: KeptBytes) -> Digests | None:
    """Return the digests in a record.

    Returns None if there is none or it is damaged.
    """
    try:
        found = json.loads(record.read() or b"null")
    except ValueError:
        return None
    sound = isinstance(found, dict) and all(isinstance(each, str) for each in found.values())
    return found if sound else None


def reason(before: Digests | None, now: Digests, library: Library) -> str:
    """Return in words why a file is made again.

    `before` contains the digests from when it was last made, or is None if there are none.
    """
    if before is None:
        return "it was not made before."
    names = [name for name in now if before.get(name) != now[name]] + [name for name in before if name not in now]
    changes = tuple(dict.fromkeys(_change(name, before, now, library) for name in names if name != "document"))
    if not changes:
        return "other words changed." if names else "it was no longer in the cache."
    more = f"; {len(changes) - _MOST_SHOWN} more" if len(changes) > _MOST_SHOWN else ""
    return f"{'; '.join(changes[:_MOST_SHOWN])}{more}"


def _change(name: str, before: Digests, now: Digests, library: Library) -> str:
    """Return what happened to one thing that a file is made from."""
    if name in ("program", "date"):
        return f"the {name} changed"
    first, _, field = name.rpartition(" ")
    item = library.get(first)
    if item is None:
        gone = name not in now and not name.startswith(("about.yaml ", "the file ", "brand.yaml "))
        return f"{first} is no longer in it" if gone else f"{name} changed"
    if not any(each.startswith(f"{first} ") for each in before):
        return f"{display_path(item.source.path)} is new in it"
    if not any(each.startswith(f"{first} ") for each in now):
        return f"{display_path(item.source.path)} is no longer in it"
    from coprod_content.files.field_positions import place_of  # rarely needed

    where = place_of(item.source, (field,))
    return f"{where.file}:{where.line} {field} changed" if where and where.line else f"{first} {field} changed"
