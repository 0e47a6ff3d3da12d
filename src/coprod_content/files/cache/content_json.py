"""Converting content and findings to JSON and back.

Whatever the JSON contains, reading it only creates paths and instances of `known_classes`.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs

from coprod_content.content import about, drawing, library, lookup_errors, model, source
from coprod_content.content.model import people
from coprod_content.files import content_root
from coprod_content.findings import finding

_MODULES = (model, people, about, drawing, library, source, lookup_errors, finding, content_root)
_CLASS, _FILE_PATH = "", "/"
"""The key under which an object has the name of its class, and the name used for the class Path."""


class NotContent(Exception):
    """Error for a value that is not content, or for unusable JSON."""


def json_of(value: object) -> bytes:
    """Return a value as JSON.

    `value` consists of text, numbers, booleans, None, tuples, paths and instances of `known_classes`. Raises NotContent
    if it contains an object of any other class.
    """
    try:
        return json.dumps(value, default=_fields_of, separators=(",", ":")).encode()
    except (RecursionError, TypeError, ValueError) as error:
        raise NotContent(str(error)) from error


def value_of(data: bytes) -> Any:
    """Return the value that `json_of` converted to `data`.

    Raises NotContent if `data` is not such JSON.
    """
    try:
        return _whole(json.loads(data, object_hook=_instance))
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise NotContent(str(error)) from error


def _fields_of(value: object) -> dict[str, object]:
    """Return an instance's class name and constructor arguments, by key.

    Arguments that have their default value are left out. Raises TypeError for an instance of an unknown class.
    """
    if isinstance(value, Path):
        return {_CLASS: _FILE_PATH, "path": str(value)}
    name = type(value).__name__
    if known_classes().get(name) is not type(value):
        raise TypeError(f"{type(value)} is not a class of content")
    named: dict[str, object] = {_CLASS: name}
    for field, argument, default in _fields(name):
        part = getattr(value, field)
        if part is not default:
            named[argument] = part
    return named


def _instance(named: dict[str, Any]) -> Any:
    name = named.pop(_CLASS)
    if name == _FILE_PATH:
        return Path(named["path"])
    for key, part in named.items():
        if part.__class__ is list:
            named[key] = _whole(part)
    return known_classes()[name](**named)


def _whole(part: Any) -> Any:
    """Return a value with its lists as tuples, at all levels."""
    return tuple(map(_whole, part)) if part.__class__ is list else part


@lru_cache(maxsize=1)
def known_classes() -> dict[str, type[Any]]:
    """Return the classes of content and findings, by name."""
    found = (cls for module in _MODULES for cls in vars(module).values() if _is_value_class(cls))
    return {cls.__name__: cls for cls in found}


def _is_value_class(cls: object) -> bool:
    return isinstance(cls, type) and attrs.has(cls) and cls.__module__.startswith("coprod_content.")


@lru_cache(maxsize=256)
def _fields(name: str) -> tuple[tuple[str, str, Any], ...]:
    """Return each field's name, constructor argument and default value."""
    fields = (each for each in attrs.fields(known_classes()[name]) if each.init)
    return tuple((each.name, each.alias or each.name, each.default) for each in fields)
