"""Merge the fields of an amend file into those of an item.

A mapping in the amend file changes only the fields that it names, and removes those listed after `remove`. Where the
item has a list, a mapping changes entries of the list: each key is the label of an entry to change, `remove` lists the
labels of entries to leave out, and `add` lists new entries for the end. Any other value replaces the one in the item,
and so does a mapping that changes the `kind` or `shape` of an entry.
"""

from functools import lru_cache

from attrs import field, frozen

from coprod_content.content.source import FieldPath, field_name
from coprod_content.files.amending.entry_labels import index_of, label_advice
from coprod_content.files.field_errors import found
from coprod_content.files.yaml_reader import ParsedYaml, YamlValue
from coprod_content.findings.finding import Finding, Place, nearest

ADD, REMOVE = "add", "remove"
_TAGS = ("kind", "shape")
"""Fields that decide which other fields an entry has."""


Parts = dict[FieldPath, tuple[ParsedYaml, FieldPath]]


def _part(parts: Parts, path: FieldPath) -> tuple[ParsedYaml, FieldPath]:
    end = next(end for end in range(len(path), -1, -1) if path[:end] in parts)
    parsed, at = parts[path[:end]]
    return parsed, (*at, *path[end:])


@frozen(eq=False)
class AmendedYaml(ParsedYaml):
    """The merged fields of an item, and where each is from.

    `base` contains the fields before they were changed, and `changes` is the amend file. `parts` maps the path of a
    merged value to its file (one of these two) and its path in that file. If a path is not in `parts`, the closest path
    above it is used.
    """

    base: ParsedYaml = field(repr=False, kw_only=True)
    changes: ParsedYaml = field(repr=False, kw_only=True)
    parts: Parts = field(repr=False, kw_only=True)

    def own_part(self, path: FieldPath) -> tuple[ParsedYaml, FieldPath]:
        """Return the source of a value (`changes` or `base`) and its path."""
        return _part(self.parts, path)

    def part(self, path: FieldPath) -> tuple[ParsedYaml, FieldPath]:
        """Return the file that contains a value, and its path there.

        If `base` is itself the result of an amend file, the file is one of those merged in it.
        """
        parsed, at = self.own_part(path)
        return parsed.part(at) if isinstance(parsed, AmendedYaml) else (parsed, at)

    def has(self, path: FieldPath) -> bool:
        """Return whether there is a merged value at a path."""
        parsed, at = self.part(path)
        return parsed.has(at)

    def is_placeholder(self, place: Place | None) -> bool:
        """Return whether the value at `place` is a placeholder.

        A placeholder is used as the value of YAML that was rejected.
        """
        return any(parsed.is_placeholder(place) for parsed, _ in self.parts.values())

    def place(self, path: FieldPath, *, key: bool = False) -> Place:
        """Return the place of a value in its file.

        If `key` is true, this is the place of the key before the value.
        """
        parsed, at = self.part(path)
        return parsed.place(at, key=key)


@lru_cache(maxsize=4096)
def amended_yaml(base: ParsedYaml, within: FieldPath, changes: ParsedYaml) -> AmendedYaml:
    """Return the fields of an item as an amend file changes them.

    `base` is the file with the item, and `within` is the path to the item in it. `changes` is the amend file. Findings
    in the result are only about the amend file.
    """
    value: YamlValue = base.value
    for key in within:
        value = value[key]  # type: ignore[index]  # the path was found in this file
    merge = _Merge(base, changes)
    merge.parts[()] = base, within
    merged = value
    if not isinstance(changes.value, dict) or not changes.value:
        what, fix = "expected the fields to change, each with its new value.", "For example: title: A new title"
        merge.report((), "mapping", what, fix, key=False)
    else:
        merged = merge.merged(value, changes.value, (), ())
    return AmendedYaml(changes.file, merged, tuple(merge.findings), base=base, changes=changes, parts=merge.parts)


class _Merge:
    """Merges the fields of an amend file into those of an item.

    It records the file that each value is from, and findings about changes that are not possible.
    """

    def __init__(self, base: ParsedYaml, changes: ParsedYaml) -> None:
        self.base, self.changes = base, changes
        self.parts: Parts = {}
        self.findings: list[Finding] = []

    def merged(self, base: YamlValue | None, changes: YamlValue, at: FieldPath, here: FieldPath) -> YamlValue:
        """Return `base` with `changes` applied.

        `at` is the path of `base` among the merged fields, and `here` is the path of `changes` in the amend file.
        """
        if isinstance(base, dict) and isinstance(changes, dict) and not _other_kind(base, changes):
            return self.fields(base, changes, at, here)
        if isinstance(base, list) and isinstance(changes, dict):
            return self.entries(base, changes, at, here)
        if base is None and isinstance(changes, dict) and set(changes) == {ADD} and isinstance(changes[ADD], list):
            changes, here = changes[ADD], (*here, ADD)
        self.parts[at] = self.changes, here
        return changes

    def fields(
        self, base: dict[str, YamlValue], changes: dict[str, YamlValue], at: FieldPath, here: FieldPath
    ) -> YamlValue:
        merged = dict(base)
        for index, name in enumerate(self.listed(changes, REMOVE, here)):
            path = (*here, REMOVE, index)
            if str(name) in merged:
                del merged[str(name)]
                self.parts[(*at, str(name))] = self.changes, path
            else:
                self.report(path, "unknown-key", f"there is no '{name}' to remove here.", _fix(str(name), base))
        for key, value in changes.items():
            if key != REMOVE:
                merged[key] = self.merged(merged.get(key), value, (*at, key), (*here, key))
        return merged

    def entries(
        self, base: list[YamlValue], changes: dict[str, YamlValue], at: FieldPath, here: FieldPath
    ) -> YamlValue:
        left_out = {
            self.index(str(label), base, (*here, REMOVE, index), key=False)
            for index, label in enumerate(self.listed(changes, REMOVE, here))
        }
        amended: dict[int, str] = {}
        for label in changes:  # in their order, so that a mistake always has the same finding
            if label not in (ADD, REMOVE) and (index := self.index(label, base, (*here, label))) is not None:
                if index in left_out or index in amended:
                    self.report(
                        (*here, label),
                        "duplicate-key",
                        "this entry is already changed or removed.",
                        "Change or remove each entry only once.",
                    )
                amended[index] = label
        merged: list[YamlValue] = []
        inherited = _part(self.parts, at)
        for index, entry in enumerate(base):
            if index not in left_out:
                path = (*at, len(merged))
                self.parts[path] = inherited[0], (*inherited[1], index)
                key = amended.get(index)
                merged.append(self.merged(entry, changes[key], path, (*here, key)) if key else entry)
        for index, entry in enumerate(self.listed(changes, ADD, here)):
            self.parts[(*at, len(merged))] = self.changes, (*here, ADD, index)
            merged.append(entry)
        if not merged:
            self.parts[at] = self.changes, here
        return merged

    def listed(self, changes: dict[str, YamlValue], key: str, here: FieldPath) -> list[YamlValue]:
        value = changes.get(key, [])
        if isinstance(value, list):
            return value
        what = f"expected a list, {found(value)}."
        self.report((*here, key), "list", what, "Start each entry on a new line with '- '.", key=False)
        return []

    def index(self, label: str, base: list[YamlValue], here: FieldPath, *, key: bool = True) -> int | None:
        index = index_of(label, base)
        if index is None:
            self.report(
                here, "unknown-key", f"there is no entry '{label}' in this list.", label_advice(label, base), key=key
            )
        return index

    def report(self, here: FieldPath, code: str, what: str, fix: str, *, key: bool = True) -> None:
        where = self.changes.place(here, key=key)
        self.findings.append(Finding(code=code, where=where, field=field_name(here), what=what, fix=fix))


def _other_kind(base: dict[str, YamlValue], changes: dict[str, YamlValue]) -> bool:
    """Return whether `changes` makes an entry a different kind of entry."""
    return any(tag in changes and changes[tag] != base.get(tag) for tag in _TAGS if tag in base)


def _fix(name: str, known: dict[str, YamlValue]) -> str:
    return nearest(name, known) or f"Fields here: {', '.join(known)}."
