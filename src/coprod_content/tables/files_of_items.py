"""The files of imported items, and what they would overwrite."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content.content.kinds import Kind, kind_of
from coprod_content.content.model import Item
from coprod_content.content.source import display_path
from coprod_content.files.root_files import single_file
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import ParsedYaml, parse_yaml, read_yaml
from coprod_content.files.yaml_writer import yaml_text
from coprod_content.packs.writing.output_errors import OutputError
from coprod_content.tables.imported_items import written_value


@frozen
class RootChange:
    """The files that an import writes, and what it would overwrite.

    `files` maps the names of files to their new text. `differing` are the names of files or entries that already exist
    with other values.
    """

    files: Mapping[str, str]
    differing: tuple[str, ...] = ()


def item_files(items: Iterable[Item]) -> dict[str, str]:
    """Return the text of each file that items have, by name.

    The names are those in a content root that contains no other items.
    """
    files: dict[str, str] = {}
    for item in items:
        kind = kind_of(item)
        if kind.one_file:
            name = f"{kind.plural}.yaml"
            files[name] = files.get(name, "") + yaml_text({item.id: written_value(item)})
        else:
            files[f"{kind.plural}/{item.id}.yaml"] = yaml_text(written_value(item))
    return files


def change_in_root(root: Path, items: Iterable[Item]) -> RootChange:
    """Return what changes in a root if items are written to it.

    In a file of several items, other entries and comments stay as they are. Raises OutputError if such a file cannot
    be changed.
    """
    files: dict[str, str] = {}
    differing = []
    shared: dict[Kind, dict[str, dict[str, Any]]] = {}
    for item in items:
        kind, value = kind_of(item), written_value(item)
        if kind.one_file:
            shared.setdefault(kind, {})[item.id] = value
            continue
        path = next((p for p in _paths(root, kind, item.id) if p.is_file()), None)
        name = f"{kind.plural}/{path.name if path else f'{item.id}.yaml'}"
        text = yaml_text(value)
        if path is None or not _same(path, text):
            files[name] = text
            differing += [name] if path else []
    for kind, entries in shared.items():
        path = single_file(root, kind.plural)
        text, changed = _with_entries(path, entries)
        differing += [f"{path.name}: {id_}" for id_ in changed]
        if text:
            files[path.name] = text
    return RootChange(files, tuple(differing))


def _paths(root: Path, kind: Kind, id_: str) -> Iterator[Path]:
    yield from (root / kind.plural / f"{id_}{suffix}" for suffix in (".yaml", ".yml"))


def _same(path: Path, text: str) -> bool:
    """Return whether the file at `path` has the same values as `text`."""
    try:
        return read_yaml(path, path.name).value == parse_yaml(text, path.name).value
    except UnreadableFile:
        return False


def _with_entries(path: Path, entries: Mapping[str, dict[str, Any]]) -> tuple[str, tuple[str, ...]]:
    """Return a file's text with entries added or replaced.

    The second result contains the ids of the entries that are replaced. The text is empty if nothing changes.
    """
    new = parse_yaml(yaml_text(entries), path.name).value
    assert isinstance(new, dict), "entries have ids"
    if not path.is_file():
        return yaml_text(entries), ()
    try:
        parsed = read_yaml(path, display_path(path))
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnreadableFile as error:
        raise OutputError(str(error)) from error
    old = parsed.value if isinstance(parsed.value, dict) else {}
    changed = tuple(id_ for id_ in new if id_ in old and old[id_] != new[id_])
    added = [id_ for id_ in new if id_ not in old]
    for id_ in sorted(changed, key=lambda id_: parsed.place((id_,), key=True), reverse=True):
        text = _replaced(text, parsed, id_, yaml_text({id_: entries[id_]}))
    if added:
        text = text.rstrip("\n") + "\n" * bool(text.strip()) + yaml_text({id_: entries[id_] for id_ in added})
    if not (changed or added):
        return "", ()
    if _value(text) != {**old, **new}:
        raise OutputError(
            f"{display_path(path)} cannot be updated. Write each id on a separate line, not in curly brackets."
        )
    return text, changed


def _replaced(text: str, parsed: ParsedYaml, id_: str, entry: str) -> str:
    """Return a file's text with one entry replaced."""
    lines = text.split("\n")
    value = parsed.value
    assert isinstance(value, dict), "it has ids"
    starts = sorted(parsed.place((key,), key=True).line - 1 for key in value)
    start = parsed.place((id_,), key=True).line - 1
    end = next((each for each in starts if each > start), len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return "\n".join((*lines[:start], *entry.rstrip("\n").split("\n"), *lines[end:]))


def _value(text: str) -> object:
    try:
        return parse_yaml(text, "x.yaml").value
    except UnreadableFile:
        return None
