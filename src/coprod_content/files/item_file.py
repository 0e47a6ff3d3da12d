"""Reading an item from a single file, and finding its content root."""

from pathlib import Path

from coprod_content.content.kinds import kind_by_fields
from coprod_content.content.model import Workshop
from coprod_content.content.source import Source, display_path
from coprod_content.files.content_root import ContentRoot
from coprod_content.files.converter import converted
from coprod_content.files.pictures.photos import with_photos
from coprod_content.files.root_files import FOLDERS, SINGLE_FILES, is_yaml, unread_beside
from coprod_content.files.text_file import UnreadableFile
from coprod_content.files.yaml_reader import read_yaml
from coprod_content.findings.finding import Finding


def root_around(file: Path) -> Path | None:
    """Return the content root that contains a file, judging by names only.

    A file in a folder for a kind of item, such as `tools/`, belongs to the root above that folder. For a file with one
    of the fixed names in a root, such as `about.yaml`, the root is the folder that contains it. Returns None for any
    other file.
    """
    placed = file if file.parent.name else file.absolute()
    if placed.parent.name in FOLDERS:
        return placed.parent.parent
    return file.parent if file.stem in SINGLE_FILES and is_yaml(file) else None


def read_item_file(file: Path) -> ContentRoot:
    """Read one item from a file outside any content root.

    The kind of item is inferred from the fields in the file. The result is a content root that contains only this item,
    or no item if the file cannot be used. A workshop file can be anywhere. For any other file in the wrong folder of a
    content root, a finding says where it belongs.
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
        item = item and with_photos(item, parsed, file, file.parent, findings)
    if not isinstance(item, Workshop):
        findings += unread_beside(file)
    found = (item,) if item else ()
    return ContentRoot(path=file.parent, items=found, findings=tuple(findings), broken=() if item else (file.stem,))
