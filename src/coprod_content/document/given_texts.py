"""Convert and check the strings and spans that blocks are made from."""

from collections.abc import Sequence

from attrs import Attribute

from coprod_content.text.spans import Span, Text, verbatim

_SPANS = {Span}


def as_text(words: str | Text) -> Text:
    """Convert a string to a text, or return a text unchanged.

    Raises TypeError for any other value.
    """
    if isinstance(words, tuple) and set(map(type, words)) <= _SPANS:
        return words
    if isinstance(words, str):
        return verbatim(words) if words else ()
    raise TypeError(f"expected a string or a tuple of spans, not {words!r:.60}")


def as_texts(entries: Sequence[str | Text]) -> tuple[Text, ...]:
    """Convert each entry of a tuple or list with `as_text`.

    Raises TypeError for any other value.
    """
    if isinstance(entries, tuple | list):
        return tuple(map(as_text, entries))
    raise TypeError(f"expected a tuple of texts, not {entries!r:.60}")


def as_rows(rows: Sequence[Sequence[str | Text]]) -> tuple[tuple[Text, ...], ...]:
    """Convert each row of a tuple or list with `as_texts`.

    Raises TypeError for any other value.
    """
    if isinstance(rows, tuple | list):
        return tuple(map(as_texts, rows))
    raise TypeError(f"expected a tuple of rows, not {rows!r:.60}")


def filled(_: object, attribute: "Attribute[str]", value: object) -> None:
    """Check that an attribute's value is a string and not blank.

    Raises TypeError if it is not a string, and ValueError if it is blank.
    """
    if not isinstance(value, str):
        raise TypeError(f"{attribute.name} must be a string, not {value!r:.60}")
    if not value.strip():
        raise ValueError(f"{attribute.name} must not be empty")
