"""A YAML reader that records the line and column of each value.

Scalars stay text: `no`, `1.10` and `12:30` are converted later, according to the content model. Anchors, aliases, tags,
merge keys, duplicate keys, unquoted null, list entries inside text and nesting beyond `DEEPEST` levels are rejected.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Protocol

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
from coprod_content.files.text_file import UnreadableFile, decode_utf8, read_bytes
from coprod_content.files.yaml_errors import yaml_advice
from coprod_content.files.yaml_mistakes import bracket_comment, brief_findings, comment_finding, scalar_findings
from coprod_content.findings.finding import Finding, Place
from coprod_content.text.invisible import name_of

DEEPEST = 20
YamlValue = str | list["YamlValue"] | dict[str, "YamlValue"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_WITHOUT_VALUE = ("comment", "key", "merge-key", "null")
"""Codes of findings about rejected YAML that leaves a placeholder in place of a value. A second finding about the
placeholder would only repeat the first.
"""


class _Mark(Protocol):
    """A position in the text, with line and column counted from zero.

    PyYAML has a parser in C and one in Python, whose positions are of different classes.
    """

    index: int
    line: int
    column: int


@frozen(eq=False)
class ParsedYaml:
    """A parsed file: its value, the places of its parts, and findings.

    Two parsed files are equal only if they are the same object, so that results made from a file can be cached.
    """

    file: str
    value: YamlValue
    findings: tuple[Finding, ...] = ()
    _values: dict[FieldPath, _Mark | None] = field(factory=dict, repr=False)
    _keys: dict[FieldPath, _Mark | None] = field(factory=dict, repr=False)
    _aliases: frozenset[Place | None] = frozenset()

    @property
    def paths(self) -> tuple[FieldPath, ...]:
        """The paths of all values in the file."""
        return tuple(self._values)

    def has(self, path: FieldPath) -> bool:
        """Return whether the file has a value at a path."""
        return path in self._values

    def is_placeholder(self, place: Place | None) -> bool:
        """Return whether the value at `place` is a placeholder.

        A placeholder replaces YAML that was rejected with a finding, so it needs no finding.
        """
        found = (finding.where == place for finding in self.findings if finding.code in _WITHOUT_VALUE)
        return place in self._aliases or any(found)

    def place(self, path: FieldPath, *, key: bool = False) -> Place:
        """Return the place of a value in the file.

        If `key` is true, this is the place of the key before the value. If there is no such value, the place is that of
        the closest value around it.
        """
        if key and path in self._keys:
            return _place(self.file, self._keys[path])
        while path and path not in self._values:
            path = path[:-1]
        return _place(self.file, self._values.get(path))


def read_yaml(path: Path, file: str) -> ParsedYaml:
    """Parse a YAML file.

    `file` is its name in findings. Raises UnreadableFile if it cannot be read, is too large, or is not UTF-8 or YAML.
    """
    return parse_yaml(decode_utf8(read_bytes(path, file), file), file)


@lru_cache(maxsize=1024)  # The place of a finding is read from the file again, and many findings can be in one file.
def parse_yaml(text: str, file: str, most: int | None = None) -> ParsedYaml:
    """Parse YAML text. Raises UnreadableFile if it is not valid.

    `file` is the name of the file in findings. UnreadableFile is also raised if there are more than `most` values. If
    the same text is parsed again, the same object is returned, so callers must not change its value.
    """
    bad = _CONTROL.search(text)
    if bad:
        at = bad.start()
        where = Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        what = f"the file contains the {name_of(bad[0])}."
        fix = "Delete it. It is often left over from copying and pasting from another document."
        raise UnreadableFile("control-character", where, what, fix)
    builder = _Builder(file, text, iter(_LOADER(text).get_event, None), most)
    try:
        value = builder.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        where = _place(file, mark) if mark else Place(file)
        what = f"this is not YAML: {getattr(error, 'problem', None) or error}."
        raise UnreadableFile("not-yaml", where, what, yaml_advice(error, text)) from error
    aliases = frozenset(each.where for each in builder.findings if each.code == "alias")
    return ParsedYaml(file, value, tuple(brief_findings(builder.findings)), builder.values, builder.keys, aliases)


def _place(file: str, mark: _Mark | None) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)


class _Builder:
    """Builds a value from the events of the parser.

    It also records the position of each part of the value, and findings about rejected YAML.
    """

    def __init__(self, file: str, text: str, events: Iterator[Event], most: int | None) -> None:
        self.file = file
        self.text = text
        self.most = most
        self.events = events
        self.values: dict[FieldPath, _Mark | None] = {}
        self.keys: dict[FieldPath, _Mark | None] = {}
        self.findings: list[Finding] = []

    def document(self) -> YamlValue:
        value: YamlValue = {}
        documents = 0
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.refuse(event, "several-documents", "a second document starts here.", "Use one file per item.")
            elif isinstance(event, ScalarEvent | CollectionStartEvent | AliasEvent):
                inner = self.value(event, () if documents == 1 else ("a second document",))
                value = inner if documents == 1 else value
        return value

    def value(self, event: Event, path: FieldPath) -> YamlValue:
        self.values[path] = event.start_mark
        if self.most is not None and len(self.values) > self.most:
            what = f"the file has more than {self.most:,} values."
            raise UnreadableFile("too-many", _place(self.file, event.start_mark), what, "Remove some of them.")
        if not isinstance(event, ScalarEvent | CollectionStartEvent):
            name = getattr(event, "anchor", "")
            self.refuse(event, "alias", f"the alias '*{name}' is not allowed.", "Write the text out in full.")
            return ""
        if event.anchor:
            self.refuse(event, "anchor", f"the anchor '&{event.anchor}' is not allowed.", "Delete it.")
        if event.tag:
            what = f"the tag '{event.tag}' is not allowed."
            self.refuse(event, "tag", what, "Delete the tag. The type of each field is fixed.")
        if isinstance(event, ScalarEvent):
            key = next((key for key in reversed(path) if isinstance(key, str)), "")
            self.findings += scalar_findings(event, self.text, self.file, key)
            return str(event.value)
        self.check_bracket(event.start_mark)
        if len(path) > DEEPEST:
            what = f"this is nested more than {DEEPEST} levels deep."
            raise UnreadableFile("too-deep", _place(self.file, event.start_mark), what, "Use fewer levels of nesting.")
        return self.mapping(path) if isinstance(event, MappingStartEvent) else self.sequence(path)

    def mapping(self, path: FieldPath) -> YamlValue:
        value: dict[str, YamlValue] = {}
        for event in self.events:
            if isinstance(event, CollectionEndEvent):
                self.check_bracket(event.end_mark)
                break
            key = self.key(event, path)
            below = (*path, key)
            if key not in value:
                self.keys[below] = event.start_mark
                value[key] = self.value(next(self.events), below)
                continue
            what = f"the key '{key}' is already on line {_place(self.file, self.keys[below]).line}."
            self.refuse(event, "duplicate-key", what, "Keep one of the two.")
            self.value(next(self.events), (*path, f"{key} again"))
        return value

    def key(self, event: Event, path: FieldPath) -> str:
        if not isinstance(event, ScalarEvent):
            self.refuse(event, "key", "a key must be plain text.", "Write the key as plain text before the colon.")
            self.value(event, (*path, "?"))
            return "?"
        for mark, given in (("&", event.anchor), ("!", event.tag)):
            if given:
                fix = f"Delete '{mark}' and the word after it."
                self.refuse(event, "key", f"the key starts with '{mark}'.", fix)
        if event.value == "<<" and event.implicit[0]:
            self.refuse(event, "merge-key", "the merge key '<<' is not allowed.", "Write the fields out in full.")
        hidden = _CONTROL.search(event.value)
        if hidden:
            what = f"the key contains the {name_of(hidden[0])}."
            self.refuse(event, "control-character", what, "Delete that character from the key.")
        return str(event.value)

    def sequence(self, path: FieldPath) -> YamlValue:
        value: list[YamlValue] = []
        for event in self.events:
            if isinstance(event, CollectionEndEvent):
                self.check_bracket(event.end_mark)
                break
            value.append(self.value(event, (*path, len(value))))
        return value

    def check_bracket(self, mark: _Mark | None) -> None:
        if mark and (comment := bracket_comment(self.text, mark.index)):
            self.findings.append(comment_finding(comment, _place(self.file, mark)))

    def refuse(self, event: Event, code: str, what: str, fix: str) -> None:
        self.findings.append(Finding(code=code, where=_place(self.file, event.start_mark), what=what, fix=fix))
