"""Writing values as YAML that `yaml_reader` reads back unchanged."""

import json
import re

import yaml

_ENTRY = re.compile(r" [-*•▪◦‣●]")


def yaml_text(value: object) -> str:
    """Return a value of mappings, lists and scalars as YAML.

    Keys keep their order, and no anchors or aliases are written.
    """
    plain = json.loads(json.dumps(value))  # A copy made through JSON shares no tuples, so it needs no aliases.
    return yaml.safe_dump(plain, sort_keys=False, allow_unicode=True, width=width_of_lines(plain))


def width_of_lines(value: object) -> int:
    """Return the line width for writing a value as YAML.

    If a wrapped line could start like a list entry, the width is so large that no line is wrapped.
    """
    text = json.dumps(value, ensure_ascii=False)
    return len(text) if _ENTRY.search(text) else 110
