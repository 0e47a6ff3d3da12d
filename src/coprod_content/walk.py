"""Walking an item: every text, number and id in it, with the path to its field and the marker of its type."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from coprod_content.fields import Inline, RefTo
from coprod_content.model import About, Item
from coprod_content.source import FieldPath
from coprod_content.text import Span, text_of


@frozen
class Leaf:
    """A value of an item that holds no further values."""

    path: FieldPath
    value: str | int | float | bool
    marker: object


def leaves(item: Any, path: FieldPath = ()) -> Iterator[Leaf]:
    """Every leaf of an item, in the order of its fields."""
    cls: Any = type(item)
    for name, marker in _plan(cls):
        yield from _below(getattr(item, name), (*path, name), marker)


def _below(value: Any, path: FieldPath, marker: object) -> Iterator[Leaf]:
    if isinstance(value, str | int | float):
        yield Leaf(path, value, marker)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _below(entry, (*path, index), marker)
    elif value is not None:
        yield from leaves(value, path)


@lru_cache(maxsize=128)
def _plan(cls: type) -> tuple[tuple[str, object], ...]:
    hints = get_type_hints(cls, include_extras=True)
    return tuple((a.name, _marker(hints[a.name])) for a in attrs.fields(cls) if a.name != "source")


def _marker(hint: Any) -> object:
    if get_origin(hint) is Annotated:
        return get_args(hint)[1]
    return next((found for found in map(_marker, get_args(hint)) if found is not None), None)


def references(item: Item | About) -> Iterator[tuple[FieldPath, str, str]]:
    """Every pointer of an item to another: the path to its field, the kind and the id that it points to."""
    for leaf in leaves(item):
        if isinstance(leaf.marker, RefTo):
            yield leaf.path, leaf.marker.kind, str(leaf.value)
    for path, span in spans(item):
        if span.citation:
            yield path, "reference", span.citation


def spans(item: Item | About) -> Iterator[tuple[FieldPath, Span]]:
    """Every span of every text of an item that may hold markup, with the path to its field."""
    for leaf in leaves(item):
        if isinstance(leaf.marker, Inline) and leaf.marker.markup:
            for span in text_of(str(leaf.value)):
                yield leaf.path, span


def words(item: Item | About) -> Iterator[tuple[FieldPath, str]]:
    """Every text of an item that people read, as written, with the path to its field."""
    for leaf in leaves(item):
        if isinstance(leaf.marker, Inline):
            yield leaf.path, str(leaf.value)
