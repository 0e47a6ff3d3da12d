"""Retiring items: what happens to the items that refer to them.

References that an item can do without are removed. An item that cannot do without one becomes unavailable.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import lru_cache
from typing import Any, TypeVar

import attrs
from attrs import evolve, frozen

from coprod_content.content.about import About
from coprod_content.content.field_types import IdOf, InlineText
from coprod_content.content.item_texts import marked_fields, pointers
from coprod_content.content.kinds import KINDS, kind_of
from coprod_content.content.lookup_errors import Unavailable
from coprod_content.content.model import Item
from coprod_content.findings.finding import Finding, Level, Place
from coprod_content.text.spans import text_of

T = TypeVar("T", Item, About)
_LABEL = r"(?:[^\[\]]|\[[^\[\]]*\])*"
"""Matches the words of a link, which can contain one level of brackets."""
_MOST_NAMED = 8
"""The maximum number of ids that a message lists."""


@frozen(kw_only=True)
class RootItem:
    """An item and the number of its content root, counted from 0.

    `pinned` contains pairs: an id to which an amend file of the item refers, and the number of the content root with
    that file.
    """

    item: Item
    root: int
    pinned: frozenset[tuple[str, int]] = frozenset()

    def amended(self, item: Item, ids: Iterable[str], root: int) -> "RootItem":
        """Return a copy whose item is amended by a content root.

        `item` is the amended item. `ids` are the ids to which the amend file in the root numbered `root` refers.
        """
        return evolve(self, item=item, pinned=self.pinned | {(id_, root) for id_ in ids})

    def loses(self, id_: str, retired_by: int) -> bool:
        """Return whether references to a retired id are removed from the item.

        `retired_by` is the number of the root that retires the id. References are removed only if this root comes after
        the root of the item, and after every root with an amend file that refers to the id.
        """
        return max((self.root, *(root for pinned, root in self.pinned if pinned == id_))) < retired_by


@frozen(kw_only=True)
class RetiredId:
    """An id that a `retire.yaml` lists.

    `root` is the number of the content root with that file, and `where` is the place of the id in it.
    """

    id: str
    root: int
    where: Place


@frozen(kw_only=True)
class ItemsAfterRetirement:
    """The items that can still be used after others are retired.

    `unavailable` contains the items that cannot be used, because they need a retired item. `findings` reports these and
    any removed references.
    """

    items: tuple[Item, ...]
    unavailable: tuple[Unavailable, ...]
    findings: tuple[Finding, ...]


def after_retirement(items: Iterable[RootItem], retired: Iterable[RetiredId]) -> ItemsAfterRetirement:
    """Remove references to retired items from the other items.

    An item that needs a retired or unavailable item becomes unavailable itself. Only items from roots before the one
    that retires an id are changed. References in that root and later ones stay. The checks of the library report them,
    because the authors of those roots can correct them.
    """
    kept = {each.item.id: each for each in items}
    causes = {each.id: each for each in retired}
    lost: dict[RetiredId, dict[str, None]] = defaultdict(dict)
    unavailable: dict[RetiredId, list[Unavailable]] = defaultdict(list)
    count = -1
    while count != len(causes):
        count = len(causes)
        for each in tuple(kept.values()):
            item = each.item
            gone = [id_ for _, _, id_, _ in pointers(item) if id_ in causes and each.loses(id_, causes[id_].root)]
            if not gone:
                continue
            left = without_references(item, gone)
            if left is None:
                needed = next((id_ for id_ in gone if without_references(item, (id_,)) is None), gone[0])
                cause = causes[item.id] = causes[needed]
                unavailable[cause].append(Unavailable(item, _why(item, needed, cause)))
                del kept[item.id]
            else:
                kept[item.id] = evolve(each, item=left)
                for id_ in gone:
                    lost[causes[id_]][item.id] = None
    return ItemsAfterRetirement(
        items=tuple(each.item for each in kept.values()),
        unavailable=tuple(each for group in unavailable.values() for each in group),
        findings=(
            *(finding for cause, group in unavailable.items() for finding in _unavailable(cause, group)),
            *_lost(lost, kept),
        ),
    )


def _why(item: Item, needed: str, cause: RetiredId) -> str:
    kind = kind_of(item).name
    reason = (
        f"'{needed}', which was retired"
        if needed == cause.id
        else f"'{needed}', and that needs '{cause.id}', which was retired"
    )
    copy = f" To use it, copy it into your content root with `coprod adopt {item.id}`, and change it there."
    return f"The {kind} '{item.id}' is not available, because it needs {reason} in {cause.where}.{copy}"


def _unavailable(cause: RetiredId, group: Iterable[Unavailable]) -> Iterator[Finding]:
    """Yield one warning for each kind of item that is unavailable.

    `group` contains the items that are unavailable because `cause` is retired.
    """
    ids: dict[str, list[str]] = defaultdict(list)
    for each in group:
        ids[kind_of(each.item).name].append(each.item.id)
    for kind in KINDS:
        if found := ids[kind.name]:
            many = f"these {kind.plural} are" if len(found) > 1 else f"this {kind.name} is"
            what = f"{many} not available without '{cause.id}': {_named(found)}."
            fix = "Retire them too, or copy each into your content root with `coprod adopt`, and change it there."
            if len(found) == 1:
                way = f"copy it into your content root with `coprod adopt {found[0]}`"
                fix = f"Retire it too, or {way}, and change it there."
            yield _finding(cause, "unavailable", what, fix, "warning")


def _lost(lost: Mapping[RetiredId, Iterable[str]], kept: Collection[str]) -> Iterator[Finding]:
    for cause, ids in lost.items():
        if found := [id_ for id_ in ids if id_ in kept]:
            many = "this item no longer refers" if len(found) == 1 else "these items no longer refer"
            what = f"{many} to '{cause.id}': {_named(found)}."
            yield _finding(cause, "retired-reference", what, "You need not do anything.", "advice")


def _named(ids: list[str]) -> str:
    more = f" and {len(ids) - _MOST_NAMED} more" if len(ids) > _MOST_NAMED else ""
    return ", ".join(ids[:_MOST_NAMED]) + more


def _finding(cause: RetiredId, code: str, what: str, fix: str, level: Level) -> Finding:
    return Finding(code=code, level=level, where=cause.where, field="retire", what=what, fix=fix)


class _Needed(Exception):
    """Error raised if a required field refers only to retired items."""


def without_references(item: T, retired: Collection[str]) -> T | None:
    """Return an item without its references to the retired ids, or None.

    Ids are removed from lists and optional fields, and citations from text. A link becomes its words. An optional part
    that needs a retired item, such as an easy-read text that needs a picture, is removed as a whole. So is an entry of
    an optional list, such as a person in a film. The result is None if the item itself needs a retired item.
    """
    try:
        left: T = _without(item, frozenset(retired))
    except _Needed:
        return None
    return left


def _without(value: Any, retired: frozenset[str]) -> Any:
    changes = {}
    for name, marker in marked_fields(value.__class__):
        before, default = getattr(value, name), _defaults(value.__class__)[name]
        try:
            after = _kept(before, marker, retired)
        except _Needed:
            optional = default is not attrs.NOTHING and isinstance(before, tuple)
            after = tuple(_usable(before, marker, retired)) if optional else None
        if after == before:
            continue
        if not after and default is attrs.NOTHING:
            raise _Needed
        changes[name] = after or default
    return evolve(value, **changes) if changes else value


def _usable(entries: tuple[object, ...], marker: object, retired: frozenset[str]) -> Iterator[object]:
    """Yield the entries that can do without the retired items.

    References to those items are removed from the entries.
    """
    for entry in entries:
        with suppress(_Needed):
            yield _kept(entry, marker, retired)


@lru_cache(maxsize=128)
def _defaults(cls: type) -> dict[str, object]:
    return {field.name: field.default for field in attrs.fields(cls)}


def _kept(value: object, marker: object, retired: frozenset[str]) -> object:
    """Return a field's value without references to retired ids.

    Returns None if no value is left. Raises _Needed if a required field inside the value would be left empty.
    """
    match value, marker:
        case str(), IdOf():
            return None if value in retired else value
        case str(), InlineText(markup=True) if "[" in value:
            return _unlinked(_uncited(value, retired), retired) or None
        case ((str() | None), _):
            return value
        case tuple(), _:
            return tuple(left for entry in value if (left := _kept(entry, marker, retired)) is not None)
        case _:
            return _without(value, retired)


def _uncited(prose: str, retired: frozenset[str]) -> str:
    for id_ in dict.fromkeys(span.citation for span in text_of(prose)):
        if id_ in retired:
            prose = re.sub(rf"\s*(?<!\\)\[@{re.escape(id_)}\]", "", prose).strip()
    return prose


def _unlinked(prose: str, retired: frozenset[str]) -> str:
    """Return text with each link to a retired item reduced to words."""
    for link in dict.fromkeys(span for span in text_of(prose) if span.kind and span.item in retired):
        prose = re.sub(rf"(?<!\\)\[({_LABEL})\]\({link.kind}:{link.item}\)", r"\1", prose)
    return prose
