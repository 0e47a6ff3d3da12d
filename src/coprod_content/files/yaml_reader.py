"""Reading a YAML file into plain values, with the place of every one of them.

No scalar is typed: `no`, `1.10` and `12:30` stay text, and the content model decides what they are. Anchors, aliases,
tags, merge keys, duplicate keys and nesting beyond `DEEPEST` are refused.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import yaml
from attrs import field, frozen
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from coprod_content.content.source import FieldPath
from coprod_content.files.yaml_plain import CONTROL, DEEPEST, Odd, Value, events_of, plain
from coprod_content.findings.finding import Finding, Place

LARGEST = 1 << 20
_STAND_IN = ("alias", "key", "merge-key")
"""Codes of what has no value or name of its own. What the model says of the stand-in would be the same fault again."""


class Unreadable(Exception):
    """A file that cannot be read as YAML at all."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(str(finding))


@frozen
class Reading:
    """The value of a file, and what was refused. Where things stand is found out when it is asked for."""

    file: str
    value: Value
    findings: tuple[Finding, ...] = ()
    text: str = field(default="", repr=False)

    @property
    def values(self) -> dict[FieldPath, tuple[int, int]]:
        """Where each value stands: line and column, from one."""
        return self._read.values

    @property
    def keys(self) -> dict[FieldPath, tuple[int, int]]:
        """Where each key stands: line and column, from one."""
        return self._read.keys

    @cached_property
    def _read(self) -> "_Reader":
        reader = _Reader(self.file)
        reader.document(events_of(self.text))
        return reader

    def unread(self, place: Place | None) -> bool:
        """Whether what is written at a place was refused, so that the value there is only a stand-in for it."""
        return any(finding.where == place for finding in self.findings if finding.code in _STAND_IN)

    def place(self, path: FieldPath, *, key: bool = False) -> Place:
        """Where a field stands, or the nearest thing around it that is written down."""
        if key and path in self.keys:
            return Place(self.file, *self.keys[path])
        while path and path not in self.values:
            path = path[:-1]
        return Place(self.file, *self.values.get(path, (1, 1)))


def read(path: Path, file: str) -> Reading:
    """The content of a YAML file. `file` is the name by which findings call it.

    Raises Unreadable for a file that is missing, too large, not UTF-8 or not YAML.
    """
    return parse(decoded(read_bytes(path, file), file), file)


def parse(text: str, file: str) -> Reading:
    """The content of YAML text. Raises Unreadable where it is not YAML."""
    bad = CONTROL.search(text)
    if bad:
        raise Unreadable(_control_character(text, bad.start(), file))
    try:
        return Reading(file, plain(text), text=text)
    except Odd:
        return _odd(text, file)
    except yaml.YAMLError as error:
        raise Unreadable(_not_yaml(error, file)) from error


def _odd(text: str, file: str) -> Reading:
    """The reading of what has something odd in it, with what is refused."""
    reader = _Reader(file)
    try:
        value = reader.document(events_of(text))
    except yaml.YAMLError as error:
        raise Unreadable(_not_yaml(error, file)) from error
    return Reading(file, value, tuple(reader.findings), text)


def read_bytes(path: Path, file: str) -> bytes:
    """The bytes of a file, of which no more are read than it takes to see that it is too large. Raises Unreadable."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(
            Finding(code="not-readable", where=Place(file), what=f"cannot be read: {error.strerror}.")
        ) from error


def decoded(data: bytes, file: str) -> str:
    """The text of a file. Raises Unreadable where it is too large or not UTF-8."""
    if len(data) > LARGEST:
        what = "is larger than 1 MiB, which no content item needs."
        raise Unreadable(
            Finding(code="too-large", where=Place(file), what=what, fix="Split it or remove what is in it.")
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode()) + 1
        place = Place(file, before.count(b"\n") + 1, column)
        raise Unreadable(
            Finding(code="not-utf-8", where=place, what="is not UTF-8 text.", fix="Save the file again as UTF-8.")
        ) from error


def _not_yaml(error: yaml.YAMLError, file: str) -> Finding:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return Finding(
        code="not-yaml",
        where=Place(file, mark.line + 1, mark.column + 1) if mark else Place(file),
        what=f"this is not YAML: {getattr(error, 'problem', None) or error}.",
        fix="Check the indentation, and put quotes round a text that holds ': ' or starts with a sign.",
    )


def _control_character(text: str, at: int, file: str) -> Finding:
    line = text.count("\n", 0, at) + 1
    return Finding(
        code="control-character",
        where=Place(file, line, at - text.rfind("\n", 0, at)),
        what=f"holds the control character U+{ord(text[at]):04X}.",
        fix="Delete it; it is often left over from copying out of another document.",
    )


class _Reader:
    """Builds the value of a document from its events; notes places and what is refused on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values: dict[FieldPath, tuple[int, int]] = {}
        self.keys: dict[FieldPath, tuple[int, int]] = {}
        self.findings: list[Finding] = []

    def document(self, events: Iterator[Event]) -> Value:
        value: Value = {}
        documents = 0
        for event in events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "several-documents", "a second document starts here.", "Use one file an item.")
            elif isinstance(event, ScalarEvent | CollectionStartEvent | AliasEvent):
                inner = self._value(event, events, () if documents == 1 else ("a second document",))
                value = inner if documents == 1 else value
        return value

    def _value(self, event: Event, events: Iterator[Event], path: FieldPath) -> Value:
        self.values[path] = _spot(event)
        if not isinstance(event, ScalarEvent | CollectionStartEvent):
            name = getattr(event, "anchor", "")
            self._refuse(event, "alias", f"the alias '*{name}' is not allowed.", "Write the text out.")
            return ""
        if event.anchor:
            self._refuse(event, "anchor", f"the anchor '&{event.anchor}' is not allowed.", "Delete it.")
        if event.tag:
            self._refuse(
                event, "tag", f"the tag '{event.tag}' is not allowed.", "Delete it; the field has its own type."
            )
        if isinstance(event, ScalarEvent):
            return str(event.value)
        if len(path) > DEEPEST:
            raise Unreadable(
                Finding(code="too-deep", where=self._at(event), what=f"is nested more than {DEEPEST} levels deep.")
            )
        if isinstance(event, MappingStartEvent):
            return self._mapping(events, path)
        return self._sequence(events, path)

    def _mapping(self, events: Iterator[Event], path: FieldPath) -> Value:
        value: dict[str, Value] = {}
        for event in events:
            if isinstance(event, CollectionEndEvent):
                break
            key = self._key(event, events, path)
            below = (*path, key)
            fresh = key not in value
            if not fresh:
                first = self.keys[below][0]
                self._refuse(
                    event, "duplicate-key", f"the key '{key}' is already on line {first}.", "Keep one of the two."
                )
                below = (*path, f"{key} again")
            else:
                self.keys[below] = _spot(event)
            inner = self._value(next(events), events, below)
            if fresh:
                value[key] = inner
        return value

    def _key(self, event: Event, events: Iterator[Event], path: FieldPath) -> str:
        if not isinstance(event, ScalarEvent):
            self._refuse(event, "key", "a key has to be a word.", "Write the key as plain text before the colon.")
            self._value(event, events, (*path, "?"))
            return "?"
        if event.value == "<<" and event.implicit[0]:
            self._refuse(event, "merge-key", "the merge key '<<' is not allowed.", "Write the fields out.")
        hidden = CONTROL.search(event.value)
        if hidden:
            what = f"the key holds the control character U+{ord(hidden[0]):04X}."
            self._refuse(event, "control-character", what, "Write the key in plain letters.")
        return str(event.value)

    def _sequence(self, events: Iterator[Event], path: FieldPath) -> Value:
        value: list[Value] = []
        for event in events:
            if isinstance(event, CollectionEndEvent):
                break
            value.append(self._value(event, events, (*path, len(value))))
        return value

    def _at(self, event: Event) -> Place:
        return Place(self.file, *_spot(event))

    def _refuse(self, event: Event, code: str, what: str, fix: str) -> None:
        self.findings.append(Finding(code=code, where=self._at(event), what=what, fix=fix))


def _spot(event: Event) -> tuple[int, int]:
    """The line and the column at which an event starts, from one."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
