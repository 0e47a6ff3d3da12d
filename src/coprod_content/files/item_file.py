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
    """Return the content root that contains a file, judging by names only.

    A file in a folder for a kind of item, such as `tools/`, belongs to the root above that folder. A file with a name
    that only a root has, such as `about.yaml`, belongs to the root that is its folder. For any other file, return None.
    """
    placed = file if file.parent.name else file.absolute()
    if placed.parent.name in FOLDERS:
        return placed.parent.parent
    return file.parent if file.name in SINGLE_FILES else None


def read_item_file(file: Path) -> ContentRoot:
    """Read one item from a file outside any content root.

    The kind of item is inferred from the fields in the file. The result has the form of a content root with this item
    only, or with no items if the file could not be read as one.
    """
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
    """Return the kind of item whose fields best match a parsed file.

    `value` is the content of the file. Each required field of a kind that the file lacks counts against that kind.
    Return None if `value` is not a mapping or is empty, or if fewer than half of its keys are fields of the best kind.
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
