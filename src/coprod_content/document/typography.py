"""Curly quotation marks in a document."""

from functools import lru_cache
from typing import Any

from attrs import evolve, fields, has

from coprod_content.document.document import Document
from coprod_content.text.languages import is_english
from coprod_content.text.quotation_marks import curly, curly_text
from coprod_content.text.spans import Span

_WORDS = frozenset((
    "title", "subtitle", "label", "caption", "alt", "text", "options", "answer", "imprint", "omits",
))  # fmt: skip
"""The fields whose strings are words to read. Strings in other fields are ids, addresses or names of roles."""


def with_curly_quotes(document: Document) -> Document:
    """Return an English document with curly quotation marks and apostrophes.

    Content is written with straight ones, and other languages have other marks, so theirs are left as typed.
    """
    return _curly(document, words=False) if is_english(document.language) else document


def _curly(value: Any, *, words: bool) -> Any:
    match value:
        case str():
            return curly(value) if words else value
        case tuple() if value and isinstance(value[0], Span):
            return curly_text(value)
        case tuple():
            made = tuple(_curly(each, words=words) for each in value)
            return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    return _with_curly_fields(value)


def _with_curly_fields(value: Any) -> Any:
    changes = {}
    for name, words in _field_names(type(value)):  # type: ignore[arg-type]  # a class is hashable
        old = getattr(value, name)
        if old and (words or not isinstance(old, str)):
            new = _curly(old, words=words)
            if new is not old:
                changes[name] = new
    return evolve(value, **changes) if changes else value


@lru_cache(maxsize=256)
def _field_names(type_: type) -> tuple[tuple[str, bool], ...]:
    """Return a class's field names, and whether their strings are words.

    Returns an empty tuple if the class was not made by attrs.
    """
    names = (each.name for each in fields(type_) if each.init) if has(type_) else ()
    return tuple((name, name in _WORDS) for name in names)
