"""What an upgrade does to one item."""

from collections.abc import Iterator
from typing import Any, Literal

from attrs import frozen

from coprod_content.content.source import Source, display_path
from coprod_content.files.amending.amended_yaml import ADD, REMOVE, amended_yaml
from coprod_content.files.amending.entry_labels import index_of, label_of
from coprod_content.files.yaml_reader import ParsedYaml, YamlValue, read_yaml
from coprod_content.findings.finding import Finding
from coprod_content.overlays.raw_items import RawItem
from coprod_content.overlays.stamps import Stamp
from coprod_content.overlays.three_way import FieldDifference

State = Literal["copied", "amended", "unmatched", "gone"]


@frozen(kw_only=True)
class ItemUpgrade:
    """What an upgrade does to one item of a root.

    `source` gives the item's file in the root. `state` is `copied` or `amended`, `unmatched` for an item without a
    stamp, or `gone` for an item that the library no longer has. `renamed` is the id that it probably has now. `stamp`
    is the new stamp, and `changed` the item's new fields, each None if nothing changes. `problems` say where an amend
    file no longer fits the item.
    """

    id: str
    source: Source
    state: State
    differences: tuple[FieldDifference, ...] = ()
    renamed: str = ""
    stamp: Stamp | None = None
    changed: dict[str, YamlValue] | None = None
    problems: tuple[Finding, ...] = ()

    @property
    def undecided(self) -> tuple[FieldDifference, ...]:
        """The conflicts that someone must decide."""
        return tuple(each for each in self.differences if each.outcome == "conflict" and each.choice == "undecided")


def amended_upgrade(item: RawItem, base: Stamp | None, now: Stamp) -> ItemUpgrade:
    """Report changes in the library to an item that a root amends.

    An upgrade never changes the text of the amend file. `base` is the stamp of the library's item when it was amended,
    or None if there is none, and `now` that of the current item.
    """
    changes = read_yaml(item.source.path, display_path(item.source.path))
    fits = amended_yaml(ParsedYaml(now.name, dict(now.fields)), (), changes)
    before = dict(_replaced(base.fields, changes.value)) if base else {}
    after = dict(_replaced(now.fields, changes.value)) if base else {}
    ours = dict(_replaced(changes.value, changes.value))
    differences = tuple(
        FieldDifference(path, value, after.get(path), ours.get(path), "replaced")
        for path, value in before.items()
        if after.get(path) != value
    )
    return ItemUpgrade(
        id=item.id,
        source=item.source,
        state="amended",
        differences=differences,
        stamp=now if base is None or base.fields != now.fields else None,
        problems=fits.findings,
    )


def _replaced(base: Any, changes: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the paths and values that an amend file replaces or removes.

    `base` contains the fields before they are amended, and `changes` those of the amend file.
    """
    if not isinstance(changes, dict) or not isinstance(base, dict | list):
        yield path, base
        return
    removed = changes.get(REMOVE)
    for name in removed if isinstance(removed, list) else ():
        yield (*path, str(name)), _entry(base, str(name))
    for key, value in changes.items():
        if key not in (ADD, REMOVE):
            entry = _entry(base, key)
            if isinstance(base, list) and label_of(entry) not in (key, ""):
                yield (*path, f"entry {key}"), label_of(entry)
            yield from _replaced(entry, value, (*path, key))


def _entry(base: Any, key: str) -> Any:
    if isinstance(base, dict):
        return base.get(key)
    at = index_of(key, base)
    return None if at is None else base[at]
