"""Read and change values in a plan's YAML tree."""

import re

from coprod_content.content.source import FieldPath
from coprod_content.files.yaml_reader import YamlValue
from coprod_content.text.spans import one_line

_STEP = re.compile(r"([^.\[\]]+)|\[(\d{1,4})\]")
_WHOLE_NUMBER = re.compile(r"0|[1-9]\d{0,8}")


def field_path(name: str) -> FieldPath:
    """Parse a field name whose indices start at 1, such as `agenda[2].points`."""
    return tuple(int(index) - 1 if index else key for key, index in _STEP.findall(name))


def whole_number(text: str) -> int | None:
    """Parse a whole number of at most nine digits, or return None."""
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else None


def value_at(tree: YamlValue, path: FieldPath) -> YamlValue | None:
    """Return the value at a path, or None if it is missing."""
    found: YamlValue | None = tree
    for step in path:
        if isinstance(found, dict) and isinstance(step, str):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and 0 <= step < len(found):
            found = found[step]
        else:
            return None
    return found


def put_value(tree: dict[str, YamlValue], path: FieldPath, value: str | tuple[str, ...]) -> None:
    """Set the field at a path. An empty value removes the field.

    If the value is not empty, missing mappings are added, and replace any text in their place. If removing the field
    leaves its mapping empty, the mapping is removed too. Nothing changes if the path leads through text in a list, or
    through a list entry that does not exist.
    """
    *parents, last = path
    if not value and value_at(tree, path[:-1]) is None:
        return
    holder: YamlValue = tree
    for step in parents:
        if isinstance(holder, dict) and isinstance(step, str):
            if value and isinstance(holder.get(step), str):
                holder[step] = {}
            holder = holder.setdefault(step, {})
        elif isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder):
            holder = holder[step]
        else:
            return
    if not isinstance(holder, dict) or not isinstance(last, str):
        return
    if value:
        holder[last] = list(value) if isinstance(value, tuple) else value
    else:
        holder.pop(last, None)
    above = value_at(tree, path[:-2])
    if not holder and parents and isinstance(above, dict) and isinstance(parents[-1], str):
        above.pop(parents[-1], None)


def with_numbers(value: YamlValue) -> object:
    """Convert each string that is a whole number to an integer.

    The number is then written to YAML without quotation marks.
    """
    match value:
        case dict():
            return {key: with_numbers(entry) for key, entry in value.items()}
        case list():
            return [with_numbers(entry) for entry in value]
        case _:
            return value if (number := whole_number(value)) is None else number


def with_text(value: object) -> YamlValue:
    """Convert every key and scalar of a value to text."""
    match value:
        case dict():
            return {str(key): with_text(entry) for key, entry in value.items()}
        case list() | tuple():
            return [with_text(entry) for entry in value]
        case _:
            return one_line(str(value))
