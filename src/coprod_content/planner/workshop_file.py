"""Read and write a workshop as a single YAML file."""

import re
from pathlib import Path

from attrs import evolve

from coprod_content.checks.library import workshop_errors
from coprod_content.content.field_types import suggested_id
from coprod_content.content.library import Items, Library
from coprod_content.content.model import Workshop
from coprod_content.content.source import NOWHERE, FieldPath
from coprod_content.files.converter import CONVERTER, converted
from coprod_content.files.pictures.photos import with_photos
from coprod_content.files.text_file import UnreadableFile, decode_utf8
from coprod_content.files.yaml_reader import ParsedYaml, parse_yaml
from coprod_content.files.yaml_writer import yaml_text
from coprod_content.findings.finding import ContentError, Finding, Place, in_order

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def workshop_text(workshop: Workshop) -> str:
    """Return a workshop as YAML that `read_workshop` reads back unchanged."""
    return yaml_text(
        {key: entry for key, entry in CONVERTER.unstructure(workshop).items() if key not in ("id", "source")}
    )


def read_workshop(data: bytes, name: str, library: Library, folder: Path | None = None) -> Workshop:
    """Read a workshop from bytes, and check it against a library.

    The workshop's id is made from `name`, the file name. Photos are read from `folder`, if given. Raises ContentError
    with all the problems found.
    """
    try:
        parsed = parse_yaml(decode_utf8(data, name), name)
    except UnreadableFile as error:
        raise ContentError([error.finding]) from error
    findings = list(parsed.findings)
    given = {"id": id_from_name(name), "source": NOWHERE}
    workshop = converted(Workshop, parsed.value, given, parsed, (), findings)
    if workshop and folder:
        workshop = with_photos(workshop, parsed, folder / Path(name).name, folder, findings)
    if workshop:
        findings += (_placed(finding, parsed) for finding in workshop_errors(workshop, library))
    if workshop is None or findings:
        raise ContentError(in_order(findings))
    return workshop


def id_from_name(name: str) -> str:
    """Make an id from a name or title, falling back to `workshop`."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".yaml").removesuffix(".yml")
    return suggested_id(stem) or "workshop"


def with_workshop(library: Library, workshop: Workshop) -> Library:
    """Return a library with a workshop added.

    It replaces any workshop with the same id.
    """
    others = (item for item in library.workshops.values() if item.id != workshop.id)
    return evolve(library, workshops=Items((*others, workshop)))


def _placed(finding: Finding, parsed: ParsedYaml) -> Finding:
    where = parsed.place(_path(finding.field)) if finding.field else Place(parsed.file, 1, 1)
    return evolve(finding, where=where)


def _path(field: str) -> FieldPath:
    """Parse a field path written by `source.field_name`."""
    return tuple(int(index) - 1 if index else name for name, index in _STEP.findall(field))
