"""Digests of values, such as documents and brands."""

import hashlib
import json
from pathlib import Path
from typing import Any

import attrs

_fields: dict[type[Any], tuple[str, ...]] = {}
"""The names of the fields of each class that was met."""


def value_digest(*values: object) -> str:
    """Return a digest of everything that values contain.

    The values consist of text, numbers, booleans, None, bytes, paths, tuples, sets and instances of attrs classes.
    Equal values have equal digests in every process. Raises TypeError if a value contains anything else.
    """
    try:
        text = json.dumps(values, default=_parts, separators=(",", ":"), check_circular=False)
    except (RecursionError, ValueError) as error:
        raise TypeError(str(error)) from error
    return hashlib.sha256(text.encode()).hexdigest()


def _parts(value: object) -> dict[str, object]:
    """Return an object's contents, by the name of its class.

    The object is one that JSON does not have.
    """
    match value:
        case bytes():
            return {"bytes": hashlib.sha256(value).hexdigest()}
        case frozenset() | set():
            return {"set": sorted(value_digest(each) for each in value)}
        case Path():
            return {"path": str(value)}
    cls = type(value)
    if cls not in _fields:
        _fields[cls] = _field_names(cls)
    return {f"{cls.__module__}.{cls.__qualname__}": [getattr(value, name) for name in _fields[cls]]}


def _field_names(cls: type[Any]) -> tuple[str, ...]:
    """Return the names of a class's fields.

    Raises TypeError unless it is an attrs class.
    """
    if not attrs.has(cls):
        raise TypeError(f"{cls} is not a class of values")
    return tuple(each.name for each in attrs.fields(cls))
