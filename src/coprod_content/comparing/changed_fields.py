"""Find the fields of items that people changed in a file."""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import Factory, define, evolve, frozen

from coprod_content.comparing.differences import Difference
from coprod_content.comparing.patched_text import patched
from coprod_content.comparing.section_matches import comparable
from coprod_content.content.field_types import InlineText
from coprod_content.content.item_texts import text_fields
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.content.source import FieldPath, field_name
from coprod_content.document.document import Document
from coprod_content.files.amending.writing_back import FieldChange
from coprod_content.text.quotation_marks import straight
from coprod_content.text.spans import plain, text_of

_SHORTEST = 8
"""The fewest characters for finding a field inside a longer text, or a text inside a longer field."""
_REASONS = {
    "moved": "no field sets the order of texts",
    "heading-added": "no field belongs to a heading that is added to a file",
    "heading-removed": "removing a heading from a file does not remove it from the content",
    "section-added": "it is new, so no field belongs to it",
    "section-copied": "the content contains each text only once",
    "section-removed": "leaving it out of a file does not delete it from the content",
    "section-moved": "no field sets the order of sections",
    "pictures": "only text can be taken back",
}


@frozen
class LeftDifference:
    """A difference that cannot be taken back, and the reason."""

    difference: Difference
    why: str

    def __str__(self) -> str:
        return f"{self.difference} Not taken back, because {self.why}."


@define
class TakenBack:
    """Changes to fields, and the differences that cannot be taken back.

    `changes` gives the new values of fields, by item id and field path; None stands for a field that was removed.
    `added` gives the texts that people added to lists, by item id, and by the list's path and the index of the entry
    before them, which is -1 at the beginning. `taken` describes each change in words, and `left` are the differences
    that cannot be taken back.
    """

    changes: dict[str, dict[FieldPath, str | None]] = Factory(dict)
    added: dict[str, dict[tuple[FieldPath, int], list[str]]] = Factory(dict)
    taken: list[str] = Factory(list)
    left: list[LeftDifference] = Factory(list)

    def of(self, item: Item) -> Iterator[FieldChange]:
        """Yield the changes to one item."""
        changes, added = self.changes.get(item.id, {}), self.added.get(item.id, {})
        grown = dict.fromkeys(path for path, _ in added)
        yield from (FieldChange(path, value) for path, value in changes.items() if path[:-1] not in grown)
        for path in grown:
            entries = [*added.get((path, -1), ())]
            for at, entry in enumerate(_value(item, path)):
                value = changes.get((*path, at), entry)
                entries += [*(() if value is None else (value,)), *added.get((path, at), ())]
            yield FieldChange(path, list(entries))


@frozen
class _Target:
    """A field that contains a text, or is contained in it.

    `prose` is the value of the field. `markup` is true if the field can contain markup, and `exact` if its words are
    those of the text.
    """

    item: Item
    path: FieldPath
    prose: str
    markup: bool
    exact: bool


def take_back(found: Iterable[Difference], document: Document, library: Library, made: TakenBack) -> None:
    """Turn differences into changes to fields, and record them in `made`.

    Differences that cannot be taken back are added to `made.left`.
    """
    for difference in found:
        what = "section-copied" if difference.copied else difference.what
        take = _taken_addition if what == "added" else _taken
        why = _REASONS.get(what) or take(difference, document, library, made)
        if why:
            made.left.append(LeftDifference(difference, why))


def _taken(difference: Difference, document: Document, library: Library, made: TakenBack) -> str:
    """Take one difference back, or return the reason why not.

    Returns an empty string if it was taken back.
    """
    targets = _targets(difference, document, library)
    values: dict[_Target, str | None]
    if difference.what == "removed":
        values = {each: None for each in targets if each.exact and isinstance(each.path[-1], int)}
        if any(len(_value(each.item, each.path[:-1])) == 1 for each in values):
            return f"it is the only entry of {_name(targets[0])}"
    else:
        values = {each: value for each in targets if (value := _new_value(each, difference, made)) is not None}
    if not values:
        where = f"it belongs to {_name(targets[0])}, which you can edit yourself" if targets else ""
        return where or "it is not one field: coprod made it from several texts"
    if len({(each.item.id, each.path) for each in values}) > 1:
        return f"the same text is in {' and in '.join(_name(each) for each in list(values)[:2])}"
    ((target, value),) = list(values.items())[:1]
    made.changes.setdefault(target.item.id, {})[target.path] = value
    line = f"{_name(target)}: {'removed' if value is None else value}"
    made.taken += [line] if line not in made.taken else []
    return ""


def _taken_addition(difference: Difference, document: Document, library: Library, made: TakenBack) -> str:
    """Record an added text as a list entry, or return why not.

    The list is the one that contains the paragraph before or after the text. Returns an empty string if the text was
    recorded.
    """
    for words, step in ((difference.after, 0), (difference.before, -1)):
        beside = evolve(difference, old=words)
        entries = {
            (each.item.id, each.path): each
            for each in (_targets(beside, document, library) if words else ())
            if each.exact and isinstance(each.path[-1], int)
        }
        if len(entries) == 1:
            (target,) = entries.values()
            at = target.path[-1]
            assert isinstance(at, int)
            texts = made.added.setdefault(target.item.id, {}).setdefault((target.path[:-1], at + step), [])
            texts += [difference.new] if difference.new not in texts else []
            line = (
                f"{kind_of(target.item).name} {target.item.id}, {field_name(target.path[:-1])}: added {difference.new}"
            )
            made.taken += [line] if line not in made.taken else []
            return ""
    return "it is not beside an entry of a list, so no field belongs to it"


def _name(target: _Target) -> str:
    return f"{kind_of(target.item).name} {target.item.id}, {field_name(target.path)}"


def _targets(difference: Difference, document: Document, library: Library) -> list[_Target]:
    """Return the fields that a difference's old text can come from.

    They belong to the items nearest to the text. If some fields are equal to the text, only those are returned, and
    otherwise those that contain it or are contained in it. The list is empty if there are none.
    """
    old = comparable(difference.old)
    if not any(map(str.isalpha, old)):
        return []
    for distance, items in enumerate(_nearest_first(difference.title, document, library)):
        if distance and len(old) < _SHORTEST:
            break
        fields = [target for item in items for target in _fields(item, old)]
        exact = [target for target in fields if target.exact]
        if exact or fields:
            return exact or fields
    return []


def _nearest_first(title: str, document: Document, library: Library) -> Iterator[list[Item]]:
    sections = [section for _, section in document.walk()]
    near = [id_ for section in sections if comparable(section.title) == comparable(title) for id_ in section.items]
    everything = [id_ for section in sections for id_ in section.items]
    for ids in (near, everything):
        yield [item for id_ in dict.fromkeys(ids) if (item := library.get(id_))]
    known = (item for id_ in dict.fromkeys(everything) if (item := library.get(id_)))
    yield list(dict.fromkeys(other for item in known for other in library.links(item).all))


def _fields(item: Item, old: str) -> Iterator[_Target]:
    for path, prose, marker in text_fields(item):
        if not isinstance(marker, InlineText):
            continue
        words = comparable(plain(text_of(prose)) if marker.markup else prose)
        inside = min(len(words), len(old)) >= _SHORTEST and (words in old or old in words)
        if words == old or inside:
            yield _Target(item, path, prose, marker.markup, words == old)


def _new_value(target: _Target, difference: Difference, made: TakenBack) -> str | None:
    """Return a field's new text, or None if it is uncertain.

    If an earlier difference, perhaps in another file, has changed the field already, both changes are combined.
    """
    fresh = _changed(target, target.prose, difference)
    current = made.changes.get(target.item.id, {}).get(target.path, target.prose)
    return fresh if current in (target.prose, fresh, None) else _changed(target, current or "", difference)


def _changed(target: _Target, current: str, difference: Difference) -> str | None:
    shown = plain(text_of(current)) if target.markup else current
    old, new = difference.old, difference.new
    if straight(current) == current:  # files have curly quotation marks, and this field has none
        old, new = straight(old), straight(new)
    before, found, after = comparable(old).partition(comparable(shown))
    if found and (before or after):  # the field is a part of the text
        new = comparable(new)
        if not (new.startswith(before) and new.endswith(after) and len(new) > len(before) + len(after)):
            return None
        old, new = shown, new[len(before) : len(new) - len(after)]
    if current == shown and comparable(shown) == comparable(old):
        value = new
    elif current.count(old) == 1:
        value = current.replace(old, new)
    else:
        value = patched(current, old.split(), new.split())
    wanted = comparable(shown).replace(comparable(old), comparable(new), 1)
    return value if value and comparable(plain(text_of(value)) if target.markup else value) == wanted else None


def _value(value: Any, path: FieldPath) -> Any:
    for key in path:
        value = value[key] if isinstance(key, int) else getattr(value, key)
    return value


def changed_items(made: TakenBack, library: Library) -> Iterator[tuple[Item, tuple[FieldChange, ...]]]:
    """Yield each item that changes, with its changes."""
    for id_ in dict.fromkeys((*made.changes, *made.added)):
        item: Any = library[id_]
        yield item, tuple(made.of(item))
