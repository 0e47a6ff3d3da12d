"""A workshop in a file of its own: what a plan is kept in, a person edits and a pack is made from."""

import re
from typing import Any

import yaml
from attrs import evolve

from coprod_content.checks.library import workshop_errors
from coprod_content.content.library import Items, Library
from coprod_content.content.model import Workshop
from coprod_content.content.source import NOWHERE, FieldPath
from coprod_content.files.conversion_findings import converted
from coprod_content.files.converter import CONVERTER
from coprod_content.files.text_file import UnreadableFile, decode_utf8
from coprod_content.files.yaml_reader import ParsedYaml, parse_yaml
from coprod_content.findings.finding import ContentError, Finding, Place, in_order

_WIDTH = 110
_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")


def workshop_text(workshop: Workshop) -> str:
    """A workshop as the YAML of its file, which `read_workshop` reads back to an equal one."""
    value = CONVERTER.unstructure(workshop)
    written = {key: _plain(entry) for key, entry in value.items() if key not in ("id", "source")}
    return yaml.safe_dump(written, sort_keys=False, allow_unicode=True, width=_WIDTH)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, list | tuple) else value


def read_workshop(data: bytes, name: str, library: Library) -> Workshop:
    """The workshop in the bytes of a file that is called `name`, which also gives it its id.

    It is checked against a library. Raises ContentError with everything that is wrong with it.
    """
    try:
        reading = parse_yaml(decode_utf8(data, name), name)
    except UnreadableFile as error:
        raise ContentError([error.finding]) from error
    findings = list(reading.findings)
    given = {"id": id_of(name), "source": NOWHERE}
    workshop = converted(Workshop, reading.value, given, reading, (), findings)
    if workshop:
        findings += (_placed(finding, reading) for finding in workshop_errors(workshop, library))
    if workshop is None or findings:
        raise ContentError(in_order(findings))
    return workshop


def id_of(name: str) -> str:
    """An id made from the name of a file or from a title: `workshop` where nothing else is left of it."""
    stem = name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".yaml").removesuffix(".yml").casefold()
    return _NOT_IN_AN_ID.sub("-", stem).strip("-")[:64].strip("-") or "workshop"


def with_workshop(library: Library, workshop: Workshop) -> Library:
    """A library in which there is a workshop more, or another one in place of that of the same id."""
    others = (item for item in library.workshops.values() if item.id != workshop.id)
    return evolve(library, workshops=Items((*others, workshop)))


def _placed(finding: Finding, reading: ParsedYaml) -> Finding:
    """A finding with the place of its field in the file."""
    where = reading.place(_path(finding.field)) if finding.field else Place(reading.file, 1, 1)
    return evolve(finding, where=where)


def _path(field: str) -> FieldPath:
    """The path that `source.field_name` wrote."""
    return tuple(int(index) - 1 if index else name for name, index in _STEP.findall(field))
