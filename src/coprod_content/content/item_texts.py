"""The text, ids and links in an item, with their field paths."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Annotated, Any, Generic, NamedTuple, TypeVar, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from coprod_content.content import model
from coprod_content.content.about import About
from coprod_content.content.field_types import DecimalNumber, EmbeddedPhoto, IdOf, InlineText, WholeNumber
from coprod_content.content.kinds import counted_by_kind
from coprod_content.content.model import Item
from coprod_content.content.source import FieldPath
from coprod_content.text.spans import text_of

T = TypeVar("T", bound=Item)


class TextField(NamedTuple):
    """The value of a field that contains text or an id.

    `path` leads from the item to the field. `marker` is the marker on the type of the field, such as InlineText or
    IdOf.
    """

    path: FieldPath
    value: str
    marker: object


@lru_cache(maxsize=4096)  # Each check of a library walks through all of its items.
def text_fields(item: Any) -> tuple[TextField, ...]:
    """Return every field of an item that contains text or an id.

    Dates, times and links count as text. The order is that of the fields in the class of the item.
    """
    found: list[TextField] = []
    _gather(item, (), None, found)
    return tuple(found)


def _gather(value: Any, path: FieldPath, marker: object, found: list[TextField]) -> None:
    if isinstance(value, str):
        found.append(TextField(path, value, marker))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            _gather(entry, (*path, index), marker, found)
    elif value is not None:
        for name, inner in marked_fields(value.__class__):
            _gather(getattr(value, name), (*path, name), inner, found)


@lru_cache(maxsize=128)
def marked_fields(cls: type) -> tuple[tuple[str, object], ...]:
    """Return the fields of a class that can contain text or ids.

    Each is a pair of its name and the marker on its type. The marker is None for a field that contains instances of a
    class.
    """
    hints = get_type_hints(cls, include_extras=True)
    named = ((a.name, hints[a.name]) for a in attrs.fields(cls) if a.name != "source")
    return tuple((name, _marker(hint)) for name, hint in named if _may_hold_words(hint))


def _may_hold_words(hint: Any) -> bool:
    marker = _marker(hint)
    return (
        not isinstance(marker, WholeNumber | DecimalNumber | EmbeddedPhoto)
        if marker
        else attrs.has(hint) or any(map(_may_hold_words, get_args(hint)))
    )


def _marker(hint: Any) -> object:
    if get_origin(hint) is Annotated:
        return get_args(hint)[1]
    return next((found for found in map(_marker, get_args(hint)) if found is not None), None)


@lru_cache(maxsize=1)
def text_names() -> frozenset[str]:
    """Return the names of all fields that contain text for people."""
    names: set[str] = set()
    classes = [About, *Item.__subclasses__()]
    for cls in classes:
        for name, hint in get_type_hints(cls, include_extras=True).items():
            if isinstance(_marker(hint), InlineText):
                names.add(name)
            classes += [inner for inner in _classes(hint) if inner not in classes]
    return frozenset(names)


def _classes(hint: Any) -> Iterator[type]:
    """Yield the attrs classes in a type hint."""
    if isinstance(hint, type) and attrs.has(hint):
        yield hint
    for inner in get_args(hint):
        yield from _classes(inner)


class Pointer(NamedTuple):
    """A reference to another item, or a link to an address.

    `path` leads from the item to the field that contains the reference or link. `kind` is the kind of the other item,
    or "link". `target` is the id of the other item, or the address. `words` is the text of a link, and empty for any
    other reference. If running text links to an item, `kind` is as its author wrote it, so it might not be a valid
    kind.
    """

    path: FieldPath
    kind: str
    target: str
    words: str = ""


def pointers(item: Item | About) -> Iterator[Pointer]:
    """Yield an item's references to other items, and its links."""
    return pointers_in(text_fields(item))


def pointers_in(found: Iterable[TextField]) -> Iterator[Pointer]:
    """Yield the references to items, and the links, in the given fields.

    `found` contains the fields, as returned by `text_fields`.
    """
    for leaf in found:
        match leaf.marker:
            case IdOf(kind=kind):
                yield Pointer(leaf.path, kind, leaf.value)
            case InlineText(markup=True) if "[" in leaf.value:
                for span in text_of(leaf.value):
                    if span.citation:
                        yield Pointer(leaf.path, "reference", span.citation)
                    if span.kind:
                        yield Pointer(leaf.path, span.kind, span.item, span.text)
                    if span.url:
                        yield Pointer(leaf.path, "link", span.url, span.text)


def texts(item: Item | About) -> Iterator[tuple[FieldPath, str]]:
    """Yield the path and text of each human-readable field in an item."""
    return texts_in(text_fields(item))


def texts_in(found: Iterable[TextField]) -> Iterator[tuple[FieldPath, str]]:
    """Yield the path and text of each human-readable field.

    `found` contains the fields to choose from, as returned by `text_fields`.
    """
    for leaf in found:
        if isinstance(leaf.marker, InlineText):
            yield leaf.path, leaf.value


class _OfClass(Generic[T]):
    """An attribute of Links that contains the items of one class."""

    def __init__(self, class_: type[T]) -> None:
        self.class_ = class_

    def __get__(self, links: "Links", _: type) -> tuple[T, ...]:
        return tuple(item for item in links.all if isinstance(item, self.class_))


@frozen(repr=False)
class Links:
    """The items that one item refers to, or that refer to it.

    `all` contains every such item. Each of the other attributes contains the items of one kind.
    """

    all: tuple[Item, ...]

    themes = _OfClass(model.Theme)
    tools = _OfClass(model.Tool)
    postcards = _OfClass(model.Postcard)
    resources = _OfClass(model.Resource)
    films = _OfClass(model.Film)
    diagrams = _OfClass(model.Diagram)
    canvases = _OfClass(model.Canvas)
    pictures = _OfClass(model.Picture)
    people = _OfClass(model.Person)
    scenes = _OfClass(model.PeopleScene)
    series = _OfClass(model.Series)
    articles = _OfClass(model.Article)
    cases = _OfClass(model.Case)
    forms = _OfClass(model.Form)
    workshops = _OfClass(model.Workshop)
    programmes = _OfClass(model.Programme)
    purposes = _OfClass(model.Purpose)
    templates = _OfClass(model.Template)
    pronunciations = _OfClass(model.Pronunciation)
    terms = _OfClass(model.Term)
    references = _OfClass(model.Reference)

    def __repr__(self) -> str:
        return f"<Links: {counted_by_kind(self.all)}>"
