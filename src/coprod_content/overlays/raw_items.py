"""Items of content roots as plain fields, valid or not."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from coprod_content.content.kinds import KINDS, Kind
from coprod_content.content.source import AMEND, FieldPath, Source, display_path
from coprod_content.files.field_positions import parsed_source
from coprod_content.files.root_files import entries, is_yaml, single_file
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import YamlValue, read_yaml


@frozen
class RawItem:
    """An item whose fields have not been converted. `source` is its file."""

    id: str
    kind: Kind
    source: Source

    @property
    def fields(self) -> dict[str, YamlValue]:
        """The fields as plain values. Raises UnreadableFile."""
        parsed, within = parsed_source(self.source)
        value = value_at(parsed.value, within)
        return value if isinstance(value, dict) else {}


def value_at(value: Any, path: FieldPath) -> Any:
    """Return the value at a path. Raises LookupError."""
    for step in path:
        value = value[step]
    return value


def raw_items(roots: Iterable[Path]) -> dict[str, RawItem]:
    """Return the items of content roots by id.

    Amendments are included, and retired items are left out. Raises UnreadableFile for a shared file that cannot be
    read.
    """
    found: dict[str, RawItem] = {}
    for root in roots:
        for id_ in retired_ids(root):
            found.pop(id_, None)
        found |= {item.id: item for item in own_items(root)}
        for item in amendments(root, found):
            found[item.id] = item
    return found


def own_items(root: Path) -> Sequence[RawItem]:
    """Return the items in the folders and shared files of one root."""
    items = []
    for kind in KINDS:
        if kind.one_file:
            path = single_file(root, kind.plural)
            value = _value(path)
            ids = value if isinstance(value, dict) else {}
            items += [RawItem(id_, kind, Source(root.as_posix(), path.name, (id_,))) for id_ in ids]
        else:
            names = [path for path in entries(root / kind.plural) if is_yaml(path)]
            sources = (Source(root.as_posix(), f"{kind.plural}/{path.name}") for path in names)
            items += [RawItem(path.stem, kind, source) for path, source in zip(names, sources, strict=True)]
    return items


def amendments(root: Path, below: dict[str, RawItem]) -> Sequence[RawItem]:
    """Return the items that a root amends.

    `below` contains the items of earlier roots by id.
    """
    return [
        evolve(below[path.stem], source=Source(root.as_posix(), f"{AMEND}/{path.name}", (), below[path.stem].source))
        for path in amend_files(root)
        if path.stem in below
    ]


def amend_files(root: Path) -> Sequence[Path]:
    """Return the amend files of a root."""
    return [path for path in entries(root / AMEND) if is_yaml(path)]


def retired_ids(root: Path) -> tuple[str, ...]:
    """Return the ids that a root retires."""
    try:
        value = _value(single_file(root, "retire"))
    except UnreadableFile:
        return ()
    listed = value.get("retire") if isinstance(value, dict) else None
    return tuple(map(str, listed)) if isinstance(listed, list) else ()


def _value(path: Path) -> YamlValue:
    return read_yaml(path, display_path(path)).value if path.is_file() else {}
