"""Finding the content root or the kind of a single file."""

from pathlib import Path
from typing import Any

import attrs

from coprod_content.content.kinds import KINDS, Kind
from coprod_content.content.source import Source, display_path
from coprod_content.files.content_root import FOLDERS, SINGLE_FILES, ContentRoot
from coprod_content.files.converter import converted
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import read_yaml
from coprod_content.findings.finding import Finding

_NOT_WRITTEN = {"id", "source"}


def root_around(file: Path) -> Path | None:
    """Return the content root that contains a file.

    The root is inferred from the name of the file or its folder. Return None if neither name is known.
    """
    placed = file if file.parent.name else file.absolute()
    if placed.parent.name in FOLDERS:
        return placed.parent.parent
    return file.parent if file.name in SINGLE_FILES else None


def read_item_file(file: Path) -> ContentRoot:
    """Read an item from a file outside any root, inferring its kind."""
    try:
        parsed = read_yaml(file, display_path(file))
    except UnreadableFile as error:
        return ContentRoot(path=file.parent, findings=(error.finding,), broken=(file.stem,))
    findings = list(parsed.findings)
    kind = kind_by_fields(parsed.value)
    if kind is None:
        fix = "Put the file in the folder for its kind of item, for example tools/."
        what = "the fields do not match any kind of item."
        findings.append(Finding(code="mapping", where=parsed.place(()), what=what, fix=fix))
        item = None
    else:
        given = {"id": file.stem, "source": Source(file.parent.as_posix(), file.name)}
        item = converted(kind.type, parsed.value, given, parsed, (), findings)
    found = (item,) if item else ()
    return ContentRoot(path=file.parent, items=found, findings=tuple(findings), broken=() if item else (file.stem,))


def kind_by_fields(value: Any) -> Kind | None:
    """Return the kind whose fields best match the keys of a value.

    Missing required fields count against a kind. Return None if the kind's fields include fewer than half of the keys.
    """
    if not isinstance(value, dict) or not value:
        return None
    kinds = [kind for kind in KINDS if not kind.one_file]
    best = max(kinds, key=lambda kind: len(_fields(kind) & value.keys()) - len(_required(kind) - value.keys()))
    return best if 2 * len(_fields(best) & value.keys()) >= len(value) else None


def _fields(kind: Kind) -> set[str]:
    return {field.name for field in attrs.fields(kind.type)} - _NOT_WRITTEN


def _required(kind: Kind) -> set[str]:
    return {field.name for field in attrs.fields(kind.type) if field.default is attrs.NOTHING} - _NOT_WRITTEN
