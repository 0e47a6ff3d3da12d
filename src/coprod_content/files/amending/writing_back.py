"""Write changed fields back into the YAML files of a root."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content.content.model import Item
from coprod_content.content.source import AMEND, FieldPath, display_path
from coprod_content.files.amending.amended_yaml import ADD, REMOVE, AmendedYaml
from coprod_content.files.amending.entry_labels import index_of, labels
from coprod_content.files.amending.yaml_edits import rewritten
from coprod_content.files.field_positions import parsed_source
from coprod_content.files.text_file import decode_utf8, read_bytes
from coprod_content.files.yaml_reader import ParsedYaml, YamlValue


@frozen
class FieldChange:
    """A new value for one field of an item.

    `path` leads to the field from the item as it is before any of the changes, such as `("steps", 1, "say")`. `value`
    is text, or a list or dictionary of values. None removes the field. An index equal to the length of a list adds an
    entry to it.
    """

    path: FieldPath
    value: YamlValue | None


@frozen
class RootFile:
    """The name and new text of a file in a content root."""

    name: str
    text: str


def with_changes(item: Item, changes: Sequence[FieldChange], root: Path) -> RootFile:
    """Return the file that makes changes to an item.

    The file is in the content root whose folder is `root`, and the caller writes it. An item that is in this root is
    changed in its own file. An item of another root is changed by an amend file. Comments, layout and other fields of
    an existing file are kept. Raises UnreadableFile if a file cannot be read, or LookupError for a path that does not
    exist.
    """
    own = bool(item.source.root) and Path(item.source.root).resolve() == root.resolve()
    fields, within = parsed_source(item.source)
    if own and not item.source.amends:
        text, value = _text_and_value(fields, root / item.source.file)
        for change in _last_first(changes):
            _set(value, (*within, *change.path), change.value)
        return RootFile(item.source.file, rewritten(text, value))
    name, text, value = f"{AMEND}/{item.id}.yaml", "", {}
    if own and isinstance(fields, AmendedYaml):
        name = item.source.file
        text, value = _text_and_value(fields.changes, root / name)
    elif isinstance(fields, AmendedYaml):  # amended by another root, so the new file changes the result
        fields = ParsedYaml(fields.file, fields.value)
    for change in _last_first(changes):
        _amend(value, fields, within, change)
    return RootFile(name, rewritten(text, _pruned(value)))


def _pruned(value: Any) -> Any:
    """Return a mapping without the empty lists and mappings in it.

    Mappings inside it are pruned too. Any other value is returned unchanged.
    """
    if not isinstance(value, dict):
        return value
    return {key: kept for key, entry in value.items() if (kept := _pruned(entry)) not in ([], {})}


def _text_and_value(parsed: ParsedYaml, path: Path) -> tuple[str, dict[str, Any]]:
    value: Any = deepcopy(parsed.value)
    return decode_utf8(read_bytes(path, display_path(path)), display_path(path)), value


def _last_first(changes: Iterable[FieldChange]) -> list[FieldChange]:
    """Return changes in an order that keeps their indexes correct.

    Removals come last, and begin at the end of each list. Other changes stay in their order.
    """
    kept = [change for change in changes if change.value is not None]
    gone = [change for change in changes if change.value is None]
    return kept + sorted(gone, key=lambda change: [f"{step:0>6}" for step in change.path], reverse=True)


def _amend(value: dict[str, Any], fields: ParsedYaml, within: FieldPath, change: FieldChange) -> None:
    """Put a change into `value`, the contents of an amend file.

    If the amend file exists, `fields` is an AmendedYaml with its changes. Otherwise, `fields` is the file with the
    item, and `within` is the path to the item in it.
    """
    at: Any = value
    for index, step in enumerate(change.path):
        below, last = change.path[index + 1 :], index == len(change.path) - 1
        parsed, here = _origin(fields, (*within, *change.path[: index + 1]))
        if isinstance(fields, AmendedYaml) and parsed is fields.changes and parsed.has(here):
            if change.value is not None or below or here[-2:-1] == (ADD,):
                _set(value, (*here, *below), change.value)
                return
            at.pop(here[-1], None)
            parsed, here = fields.base, (*_origin(fields, change.path[:index])[1], here[-1])
            if not _exists(parsed, here):
                return
        if last and isinstance(step, int) and not _exists(parsed, here):
            at.setdefault(ADD, []).append(change.value)
            return
        key = _key(at, parsed, here)
        if not last:
            at = at.setdefault(key, {})
        elif change.value is None:
            at.setdefault(REMOVE, []).append(key)
        else:
            at[key] = change.value
            at[REMOVE] = [each for each in at.get(REMOVE, ()) if each != key]


def _origin(fields: ParsedYaml, path: FieldPath) -> tuple[ParsedYaml, FieldPath]:
    return fields.own_part(path) if isinstance(fields, AmendedYaml) else (fields, path)


def _exists(parsed: ParsedYaml, path: FieldPath) -> bool:
    try:
        _value_at(parsed.value, path)
    except (LookupError, TypeError):
        return False
    return True


def _key(at: dict[str, Any], parsed: ParsedYaml, path: FieldPath) -> str:
    """Return the key under which an amend file changes a value.

    `at` is the mapping that the key belongs to, and `path` is the path of the value in `parsed`. For an entry of a
    list, the key is a label. A label that is already in `at` is preferred.
    """
    step: Any = path[-1]
    if isinstance(step, str):
        return step
    entries: list[Any] = _value_at(parsed.value, path[:-1])
    known = (key for key in at if key not in (ADD, REMOVE) and index_of(key, entries) == step)
    return next(known, None) or labels(entries)[step]


def _value_at(value: Any, path: FieldPath) -> Any:
    for step in path:
        value = value[step]
    return value


def _set(value: Any, path: FieldPath, new: YamlValue | None) -> None:
    """Set the value at a path. Remove it if `new` is None.

    An index equal to the length of a list adds an entry. Lists and mappings on the way are added if they are missing.
    """
    for step, following in pairwise(path):
        inside: Any = value
        empty: YamlValue = [] if isinstance(following, int) else {}
        value = inside[step] if isinstance(value, list) else inside.setdefault(step, empty)
    last = path[-1]
    if new is None:
        del value[last]
    elif isinstance(value, list) and last == len(value):
        value.append(new)
    else:
        value[last] = new
