"""Curly quotation marks in a document."""

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
    return _with_curly_fields(value) if has(type(value)) else value


def _with_curly_fields(value: Any) -> Any:
    names = [each.name for each in fields(type(value)) if each.init]
    made = {name: _curly(getattr(value, name), words=name in _WORDS) for name in names}
    changes = {name: new for name, new in made.items() if new is not getattr(value, name)}
    return evolve(value, **changes) if changes else value
