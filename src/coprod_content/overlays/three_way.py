"""Merge changes in the library with changes in a content root."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, Literal

from attrs import frozen

from coprod_content.files.amending.entry_labels import label_of
from coprod_content.files.yaml_reader import YamlValue

Choice = Literal["theirs", "ours", "undecided"]
Outcome = Literal["taken", "kept", "same", "conflict", "replaced"]
_TAGS = ("kind", "shape")


@frozen
class FieldDifference:
    """A field that differs from the version that was copied.

    `path` contains the names of fields and the labels of list entries. `was` is the value that was copied, `theirs` the
    library's current value, and `ours` the content root's. Each is None if there is no such value.

    `outcome` is `taken` if the library's value is taken, `kept` if the root's is kept, `same` if both changed in the
    same way, `conflict` if they changed differently, and `replaced` if an amend file replaces a value that has changed
    in the library. `choice` says how a conflict was decided.
    """

    path: tuple[str, ...]
    was: YamlValue | None
    theirs: YamlValue | None
    ours: YamlValue | None
    outcome: Outcome
    choice: Choice = "undecided"

    @property
    def name(self) -> str:
        """The path for messages, such as `steps › Talk › say`."""
        return " › ".join(self.path)


Decide = Callable[[FieldDifference], Choice]


@frozen
class MergedFields:
    """The result of a merge.

    `value` contains the merged fields. `base` contains the fields to pass as `was` to the next merge: the library's,
    but with the old value of any field that is undecided or that changed in the same way on both sides.
    """

    value: dict[str, YamlValue]
    base: dict[str, YamlValue]
    differences: tuple[FieldDifference, ...]


def merged_fields(
    was: dict[str, YamlValue], theirs: dict[str, YamlValue], ours: dict[str, YamlValue], decide: Decide
) -> MergedFields:
    """Merge the fields of an item.

    `was` are the fields that were copied, `theirs` the library's current ones, and `ours` the content root's. `decide`
    is called with each conflict, and returns whose value to use.
    """
    merge = _Merge(decide)
    value, base = merge.fields((), was, theirs, ours)
    return MergedFields(value, base, tuple(merge.differences))


class _Merge:
    """A merge that records the differences it finds.

    Its methods return the merged value and the value to compare with next time. None stands for a missing value.
    """

    def __init__(self, decide: Decide) -> None:
        self.decide = decide
        self.differences: list[FieldDifference] = []

    def values(self, path: tuple[str, ...], was: Any, theirs: Any, ours: Any) -> tuple[Any, Any]:
        if _same(ours, theirs):
            if not _same(was, theirs):
                self.add(path, was, theirs, ours, "same")
            return ours, was
        if _same(theirs, was):
            self.add(path, was, theirs, ours, "kept")
            return ours, was
        if _same(ours, was):
            self.add(path, was, theirs, ours, "taken")
            return theirs, theirs
        if all(isinstance(each, dict) for each in (was, theirs, ours)) and _one_kind(was, theirs, ours):
            return self.fields(path, was, theirs, ours)
        if all(isinstance(each, list) for each in (was, theirs, ours)):
            return self.entries(path, was, theirs, ours)
        return self.conflict(path, was, theirs, ours)

    def add(self, path: tuple[str, ...], was: Any, theirs: Any, ours: Any, outcome: Outcome) -> None:
        self.differences.append(FieldDifference(path, was, theirs, ours, outcome))

    def conflict(self, path: tuple[str, ...], was: Any, theirs: Any, ours: Any) -> tuple[Any, Any]:
        choice = self.decide(FieldDifference(path, was, theirs, ours, "conflict"))
        self.differences.append(FieldDifference(path, was, theirs, ours, "conflict", choice))
        return {"theirs": (theirs, theirs), "ours": (ours, theirs), "undecided": (ours, was)}[choice]

    def fields(self, path: tuple[str, ...], was: Any, theirs: Any, ours: Any) -> tuple[Any, Any]:
        value: dict[str, YamlValue] = {}
        base: dict[str, YamlValue] = {}
        for key in [*theirs, *(key for key in {**was, **ours} if key not in theirs)]:
            new, old = self.values((*path, key), was.get(key), theirs.get(key), ours.get(key))
            value |= {} if new is None else {key: new}
            base |= {} if old is None else {key: old}
        return value, base

    def entries(self, path: tuple[str, ...], was: Any, theirs: Any, ours: Any) -> tuple[Any, Any]:
        """Merge lists by the labels of their entries."""
        labels = [[label_of(entry) for entry in entries] for entries in (was, theirs, ours)]
        if not any(any(each) for each in labels) and len(was) == len(theirs) == len(ours):
            labels = [[str(at) for at in range(1, len(was) + 1)]] * 3
        order = _merged_order(*labels) if all(_unique(each) for each in labels) else None
        if order is None:
            return self.conflict(path, was, theirs, ours)
        old, new, own = (dict(zip(*pair, strict=True)) for pair in zip(labels, (was, theirs, ours), strict=True))
        for label, entry in old.items():
            if (label not in new and not _same(own.get(label, entry), entry)) or (
                label not in own and not _same(new.get(label, entry), entry)
            ):
                return self.conflict(path, was, theirs, ours)
        made = {
            label: self.values((*path, label), old[label], new[label], own[label])
            for label in order
            if label in old and label in new and label in own
        }
        self.changed_order(path, labels, (was, theirs, ours))
        value = [made[label][0] if label in made else own.get(label, new.get(label)) for label in order]
        return value, [made[label][1] if label in made else entry for label, entry in new.items()]

    def changed_order(self, path: tuple[str, ...], labels: list[list[str]], lists: tuple[Any, Any, Any]) -> None:
        """Record which side added, removed or moved entries."""
        was, theirs, ours = labels
        if theirs != was:
            self.add(path, *lists, "taken")
        if ours != was:
            self.add(path, *lists, "kept")


def _merged_order(was: list[str], theirs: list[str], ours: list[str]) -> list[str] | None:
    """Return the labels of a merged list, or None.

    `was` contains the labels of the copied version, `theirs` those in the library, and `ours` those in the root.
    None means a conflict. If both sides add entries in one place, the entries of the library come first.
    """
    if was in (theirs, ours):
        return ours if theirs == was else theirs
    kept = [label for label in was if label in theirs and label in ours]
    if [label for label in theirs if label in kept] != kept or [label for label in ours if label in kept] != kept:
        return None
    if any(label in ours and label not in kept for label in theirs):
        return None  # both sides added it
    order: list[str] = []
    gaps = zip(*(_gaps(each, kept) for each in (was, theirs, ours)), strict=True)
    for label, (old, new, own) in zip([*kept, ""], gaps, strict=True):
        if old in (new, own):
            order += own if new == old else new
        elif old:
            return None
        else:
            order += [*new, *own]
        order += [label] if label else []
    return order


def _gaps(labels: Sequence[str], kept: Sequence[str]) -> list[list[str]]:
    """Return the labels before, between and after those that are kept."""
    at = [-1, *(index for index, label in enumerate(labels) if label in kept), len(labels)]
    return [list(labels[start + 1 : end]) for start, end in pairwise(at)]


def _unique(labels: Sequence[str]) -> bool:
    return all(labels) and len(set(labels)) == len(labels)


def _one_kind(*values: dict[str, YamlValue]) -> bool:
    return all(len({str(value.get(tag)) for value in values}) == 1 for tag in _TAGS)


def _same(one: Any, other: Any) -> bool:
    """Return whether two values are the same, except for spaces in text."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other or one.split() == other.split()
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    return bool(one == other)
