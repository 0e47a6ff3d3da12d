"""Locating fields in their files, and reporting findings about them."""

from typing import TYPE_CHECKING

from coprod_content.content.source import FieldPath, Source, display_path, field_name
from coprod_content.files.text_file import UnreadableFile
from coprod_content.findings.finding import Finding, Level, Place

if TYPE_CHECKING:
    from coprod_content.files.yaml_reader import ParsedYaml


def finding_in(source: Source, path: FieldPath, code: str, what: str, fix: str, level: Level = "error") -> Finding:
    """Return a finding about a field, giving its place in the file.

    If an amend file changes the item but not this field, the advice also names the amend file.
    """
    where = place_of(source, path)
    if source.amends and where and where.file != (file := display_path(source.path)):
        fix = f"{fix} The item is amended by {file}.".lstrip()
    return Finding(code=code, level=level, where=where, field=field_name(path), what=what, fix=fix)


def place_of(source: Source, path: FieldPath) -> Place | None:
    """Return the place of a field in the file of its item.

    Returns None for an item without a file. If the content root is not known, as for an item read from JSON, the place
    has no line. Otherwise, the file is read again to find the line, which is left out if the file can no longer be
    read.
    """
    if not source.file:
        return None
    if not source.root:
        return Place(source.file)
    try:
        parsed, within = parsed_source(source)
        return parsed.place((*within, *path))
    except UnreadableFile:
        return Place(display_path(source.path))


def parsed_source(source: Source) -> "tuple[ParsedYaml, FieldPath]":
    """Return an item's parsed file, and the item's path in it.

    The path is empty unless the file contains several items. For an amended item, the merged fields are returned in
    place of a file. Raises UnreadableFile if a file cannot be read.
    """
    from coprod_content.files.amending.amended_yaml import amended_yaml  # not needed for content from the cache
    from coprod_content.files.yaml_reader import read_yaml

    parsed = read_yaml(source.path, display_path(source.path))
    if source.base is None or not source.amends:
        return parsed, source.within
    base, within = parsed_source(source.base)
    return amended_yaml(base, within, parsed), ()
