"""Plan how to bring copied and amended items up to date."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from coprod_content.content.source import AMEND, Source, display_path
from coprod_content.files.amending.yaml_edits import rewritten
from coprod_content.files.content_root import read_root
from coprod_content.files.converter import converted
from coprod_content.files.text_file import decode_utf8, read_bytes
from coprod_content.files.yaml_reader import ParsedYaml, YamlValue, read_yaml
from coprod_content.findings.finding import ContentError, Finding
from coprod_content.overlays.adopt import stamp_of
from coprod_content.overlays.item_upgrade import ItemUpgrade, amended_upgrade
from coprod_content.overlays.raw_items import RawItem, amend_files, amendments, own_items, raw_items
from coprod_content.overlays.stamps import Stamp, read_stamp
from coprod_content.overlays.three_way import Choice, FieldDifference, merged_fields
from coprod_content.packs.writing.atomic_file_set import file_sha256

DecideItem = Callable[[str, FieldDifference], Choice]
_BOM = b"\xef\xbb\xbf"
_UNREADABLE = ("not-readable", "too-large", "not-utf-8", "not-yaml", "control-character", "too-deep", "no-root")
_ALIKE = 0.6
"""The share of fields that must be the same for an item to count as renamed."""


@frozen
class UpgradePlan:
    """What an upgrade of a content root does, item by item.

    `seen` contains the hash of each file of the root that was compared.
    """

    root: Path
    items: tuple[ItemUpgrade, ...]
    seen: tuple[tuple[str, str], ...]

    @property
    def undecided(self) -> int:
        """The number of conflicts that someone must decide."""
        return sum(len(item.undecided) for item in self.items)

    def files(self) -> dict[str, bytes]:
        """Return the files to write, by name. Raises UnreadableFile."""
        values: dict[str, dict[str, Any]] = {}
        for item in self.items:
            if item.changed is not None:
                name = item.source.file
                shared = values.get(name) or _value(self.root / name)
                values[name] = {**shared, item.id: item.changed} if item.source.within else item.changed
        made = {name: _rewritten(self.root / name, value) for name, value in values.items()}
        return made | {item.stamp.name: item.stamp.text.encode() for item in self.items if item.stamp}


def upgrade_plan(
    root: Path,
    library: Sequence[Path],
    decide: DecideItem = lambda _id, _difference: "undecided",
    *,
    was: Sequence[Path] = (),
    match: bool = False,
) -> UpgradePlan:
    """Compare a root with the library, and plan what to change.

    `library` contains the content roots that the library is read from. `decide` is called with an item's id and each
    conflict, and returns whose value to use. An item without a stamp is compared with the older library `was`, if that
    is given. With `match`, it is stamped as a copy of the current library's item. Raises ContentError with every error
    in the root's files.
    """
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.y*ml"))
    seen = tuple((name, file_sha256(root / name)) for name in names)
    items = raw_items(library)
    older = raw_items(was) if was else {}
    own = _sound_items(root)
    plan = []
    for item in own:
        base = read_stamp(root, item.id) or _older(item.id, older, was)
        if item.id not in items:
            plan += [_gone(item.source, base, items, own)] if base else []
        elif items[item.id].kind is item.kind:
            now = stamp_of(items[item.id], library)
            plan.append(_copied(item, base, now, partial(decide, item.id)) if base else _unmatched(item, now, match))
    for path in amend_files(root):
        base = read_stamp(root, path.stem)
        if path.stem not in items and base:
            plan.append(_gone(Source(root.as_posix(), f"{AMEND}/{path.name}"), base, items, own))
    for item in amendments(root, items):
        base = read_stamp(root, item.id) or _older(item.id, older, was)
        plan.append(amended_upgrade(item, base, stamp_of(items[item.id], library)))
    return UpgradePlan(root, tuple(plan), seen)


def _older(id_: str, older: dict[str, RawItem], was: Sequence[Path]) -> Stamp | None:
    return stamp_of(older[id_], was) if id_ in older else None


def _sound_items(root: Path) -> Sequence[RawItem]:
    """Return the items of a root.

    Raises ContentError for errors in its files. A field copied from an older library can be invalid now; this is not an
    error if the item's stamp has the same fault, because the upgrade can correct it.
    """
    errors = [each for each in read_root(root).findings if each.level == "error"]
    if any(each.code in _UNREADABLE for each in errors):
        raise ContentError(errors)
    own = own_items(root)
    files = {display_path(item.source.path): item for item in own if not item.source.within}
    known = {name: _errors_in_stamp(root, files[name]) for name in {_file(each) for each in errors} & files.keys()}
    errors = [each for each in errors if (each.code, each.field) not in known.get(_file(each), ())]
    if errors:
        raise ContentError(errors)
    return own


def _file(finding: Finding) -> str:
    return finding.where.file if finding.where else ""


def _errors_in_stamp(root: Path, item: RawItem) -> set[tuple[str, str]]:
    stamp = read_stamp(root, item.id)
    findings: list[Finding] = []
    if stamp:
        parsed = ParsedYaml(stamp.name, dict(stamp.fields))
        converted(item.kind.type, parsed.value, {"id": item.id, "source": item.source}, parsed, (), findings)
    return {(each.code, each.field) for each in findings}


def _copied(item: RawItem, base: Stamp, now: Stamp, decide: Callable[[FieldDifference], Choice]) -> ItemUpgrade:
    fields = item.fields
    merged = merged_fields(base.fields, now.fields, fields, decide)
    stamp = evolve(now, fields=merged.base)
    return ItemUpgrade(
        id=item.id,
        source=item.source,
        state="copied",
        differences=merged.differences,
        stamp=None if stamp.fields == base.fields and base.kind == now.kind and _is_stored(item, base) else stamp,
        changed=None if merged.value == fields else merged.value,
    )


def _is_stored(item: RawItem, stamp: Stamp) -> bool:
    return read_stamp(Path(item.source.root), item.id) == stamp


def _unmatched(item: RawItem, now: Stamp, match: bool) -> ItemUpgrade:
    made = ItemUpgrade(id=item.id, source=item.source, state="unmatched")
    return evolve(made, state="copied", stamp=now) if match or item.fields == now.fields else made


def _gone(source: Source, base: Stamp, items: dict[str, RawItem], own: Sequence[RawItem]) -> ItemUpgrade:
    """Describe an item that the library no longer has."""
    taken = {each.id for each in own}
    others = [each for each in items.values() if each.kind.name == base.kind and each.id not in taken]
    likeness, likely = max(((_likeness(base.fields, each.fields), each.id) for each in others), default=(0.0, ""))
    return ItemUpgrade(id=base.id, source=source, state="gone", renamed=likely if likeness >= _ALIKE else "")


def _likeness(one: dict[str, YamlValue], other: dict[str, YamlValue]) -> float:
    """Return the share of fields that are the same in two items."""
    return sum(other.get(key) == value for key, value in one.items()) / max(len(one), len(other), 1)


def _value(path: Path) -> dict[str, Any]:
    value = read_yaml(path, display_path(path)).value
    return value if isinstance(value, dict) else {}


def _rewritten(path: Path, value: dict[str, Any]) -> bytes:
    data = read_bytes(path, display_path(path))
    new = rewritten(decode_utf8(data, display_path(path)), value).encode()
    return _BOM + new if data.startswith(_BOM) else new
