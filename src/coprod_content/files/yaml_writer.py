"""Writing values as YAML that `yaml_reader` reads back unchanged."""

import json
import re
from collections.abc import Iterable
from typing import Any

import yaml

from coprod_content.files.yaml_reader import YamlValue

_ENTRY = re.compile(r" [-*•▪◦‣●]")
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?|yes|no|true|false")
_STRING = "tag:yaml.org,2002:str"
_WIDTH, _SHORT = 110, 24


def width_of_lines(value: object) -> int:
    """Return the line width for writing a value as YAML.

    If a wrapped line could look like a list entry, the width is so large that no lines are wrapped.
    """
    text = json.dumps(value, ensure_ascii=False)
    return max(len(text), 2) if _ENTRY.search(text) else _WIDTH


class _Dumper(yaml.SafeDumper):
    """A dumper that indents lists, and writes long text as folded blocks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # always indented
        super().increase_indent(flow, False)

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _text(dumper: _Dumper, value: str) -> yaml.Node:
    plain: Any = dumper  # its types lack `resolve`
    tag = plain.resolve(yaml.ScalarNode, value, (True, False)) if _NUMBER.fullmatch(value) else _STRING
    style = ">" if len(value) > _WIDTH - 20 and " " in value and value == " ".join(value.split()) else None
    return dumper.represent_scalar(tag, value, style)


def _mapping(dumper: _Dumper, value: dict[str, YamlValue]) -> yaml.Node:
    short = len(value) <= 4 and _length([*value, *value.values()]) < 2 * _SHORT
    return dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=short)


def _list(dumper: _Dumper, value: list[YamlValue]) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=_length(value) < 3 * _SHORT)


def _length(words: Iterable[YamlValue]) -> int:
    """Return the total length of values, for choosing a layout.

    A value that is not a single word counts as 999 characters, so that a mapping or list with such a value is not put
    on one line.
    """
    return sum(len(word) if isinstance(word, str) and " " not in word else 999 for word in words)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(list, _list)


class _Lines(dict[str, YamlValue]):
    """A mapping that is written with each field on a separate line."""


class _Entries(list[YamlValue]):
    """A list that is written with each entry on a separate line."""


_Dumper.add_representer(
    _Lines, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=False)
)
_Dumper.add_representer(
    _Entries, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=False)
)


class _FlowDumper(_Dumper):
    """A dumper that writes all mappings and lists in brackets."""


_FlowDumper.add_representer(
    dict, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value.items(), flow_style=True)
)
_FlowDumper.add_representer(
    list, lambda dumper, value: dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)
)


def yaml_text(value: object) -> str:
    """Return a value of mappings, lists and scalars as YAML.

    Keys keep their order, and no anchors or aliases are written. Short lists of single words, and short mappings of
    them inside `value`, are in brackets. Long text is in folded blocks.
    """
    plain = json.loads(json.dumps(value))  # A copy made through JSON has only these types, and no shared parts.
    return _dumped(_Lines(plain) if isinstance(plain, dict) else plain)


def entry_text(value: YamlValue) -> str:
    """Return a value as a YAML list entry, beginning with a dash."""
    return _dumped(_Entries([value]))


def _dumped(value: object) -> str:
    text: Any = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=width_of_lines(value))
    return str(text).removesuffix("...\n")


def flow_text(value: YamlValue) -> str:
    """Return a value as YAML on one line, for use inside brackets."""
    text: Any = yaml.dump(value, Dumper=_FlowDumper, sort_keys=False, allow_unicode=True, width=10**9)
    return str(text).removesuffix("...\n").rstrip("\n")
