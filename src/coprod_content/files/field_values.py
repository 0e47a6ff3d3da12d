"""Converting single values according to the markers on their fields."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any, TypeGuard, get_args

from coprod_content.content import field_types
from coprod_content.content.kinds import kind_named
from coprod_content.files.field_errors import FieldError, found
from coprod_content.findings.finding import nearest
from coprod_content.text import urls
from coprod_content.text.invisible import invisible_character, is_visible, name_of
from coprod_content.text.markup_mistakes import TYPED_BULLET
from coprod_content.text.spans import one_line

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE, _NUMBER = re.compile(r"[0-9]{1,9}"), re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,6})?")
_MOST_MARKS = 4


def _whole(marker: field_types.WholeNumber) -> Callable[[object, object], int]:
    unit = f" {marker.unit}" if marker.unit else ""

    def structure(value: object, _: object) -> int:
        if isinstance(value, str) and _WHOLE.fullmatch(value):
            value = int(value)
        if isinstance(value, int) and not isinstance(value, bool) and marker.least <= value <= marker.most:
            return value
        what = f"expected a whole number from {marker.least} to {marker.most}{unit}, {found(value)}."
        raise FieldError(what, f"Write digits, for example {marker.example}.", "number")

    return structure


def _number(marker: field_types.DecimalNumber) -> Callable[[object, object], float]:
    def structure(value: object, _: object) -> float:
        if isinstance(value, str) and _NUMBER.fullmatch(value):
            value = float(value)
        if isinstance(value, int | float) and not isinstance(value, bool) and marker.least <= value <= marker.most:
            return float(value)
        raise FieldError(
            f"expected a number from {marker.least:g} to {marker.most:g}, {found(value)}.", "Write digits.", "number"
        )

    return structure


def _inline(marker: field_types.InlineText) -> Callable[[object, object], str]:
    def structure(value: object, _: object) -> str:
        words = value if _is_plain(value) else one_line(_words(value))
        if len(words) > marker.most:
            what = f"the text is {len(words):,} characters long. The limit is {marker.most:,}."
            raise FieldError(what, "Shorten it, or split it.", "too-long")
        if TYPED_BULLET.match(words):
            fix = "Delete the bullet. Write each entry of a list on a separate line."
            raise FieldError(f"the text starts with a typed bullet, {found(words)}.", fix, "fake-list")
        return words

    return structure


def _is_plain(value: object) -> TypeGuard[str]:
    """Return whether a value is ASCII text that needs no cleaning."""
    if not isinstance(value, str) or not value.isascii() or not value.isprintable():
        return False
    return value != "" and value[0] != " " and value[-1] != " " and "  " not in value


def _words(value: object) -> str:
    if not isinstance(value, str):
        quoted = "If it is meant to be text, put quotes round it."
        fix = "Write one piece of text here, without '- ' or '[' before it." if isinstance(value, list) else quoted
        raise FieldError(f"expected text, {found(value)}.", fix, "text")
    words = value.strip()
    if not any(map(is_visible, words)):
        only = f"only the {name_of(words[0])}" if words else "nothing"
        fix = "Write some text, or delete the line if the field is optional."
        raise FieldError(f"expected text, found {only}.", fix, "empty")
    if hidden := invisible_character(value):
        fix = "Delete it. It is often left over from copying and pasting."
        raise FieldError(f"the text contains the {name_of(hidden)}.", fix, "control-character")
    words = unicodedata.normalize("NFC", words)
    _refuse_stacked(words)
    return words


def _refuse_stacked(words: str) -> None:
    """Raise FieldError if a letter has more than four accents.

    More accents would be printed over the lines above and below.
    """
    marks = 0
    for character in "" if words.isascii() else words:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks > _MOST_MARKS:
            what = f"the text has a letter with more than {_MOST_MARKS} accents."
            raise FieldError(
                what, "Delete some of the accents. They would cover the lines above and below.", "control-character"
            )


def _pattern(marker: field_types.TextPattern) -> Callable[[object, object], str]:
    regex = re.compile(marker.regex)

    def structure(value: object, _: object) -> str:
        example = f"For example: {(marker.suggested and marker.suggested(str(value))) or marker.example}."
        if not isinstance(value, str) or not regex.fullmatch(value):
            raise FieldError(f"expected {marker.expected}, {found(value)}.", example, "form")
        if value in marker.reserved:
            what = f"'{value}' cannot be an id, because some computers or websites reserve this name."
            raise FieldError(what, example, "file-name")
        return value

    return structure


def _colour(value: object, _: object) -> str:
    words = value.strip().lower() if isinstance(value, str) else ""
    if re.fullmatch("#([0-9a-f]{3}|[0-9a-f]{6})", words):
        return words if len(words) == 7 else "#" + "".join(digit * 2 for digit in words[1:])
    example = f"#{words}" if re.fullmatch("[0-9a-f]{3}|[0-9a-f]{6}", words) else "#005eb8"
    fix = f'Write it in quotes, for example "{example}".'
    if value in ("", None):
        fix = f'Put the colour in quotes, for example "{example}". Without them, everything after # is a comment.'
    raise FieldError(f"expected a colour such as #005eb8 or #05b, {found(value)}.", fix, "form")


def _date(value: object, _: object) -> str:
    fix = 'For example: "2026-11-23".'
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        raise FieldError(f"expected a date in the form year-month-day, {found(value)}.", fix, "form")
    try:
        date.fromisoformat(value)
    except ValueError:
        raise FieldError(f"expected a real calendar date, {found(value)}.", fix, "form") from None
    return value


def _address(value: object, *, secure: bool) -> str:
    words = _words(value)
    if fault := urls.url_fault(words, secure=secure):
        raise FieldError(f"the link {fault}, {found(words)}.", "Write it as https://www.example.org/page.", "link")
    return words


def _reference(marker: field_types.IdOf) -> Callable[[object, object], str]:
    fix = f"`coprod list {kind_named(marker.kind).plural}` shows the ids."

    def structure(value: object, _: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise FieldError(f"expected the id of a {marker.kind}, {found(value)}.", fix, "text")
        return _words(value)

    return structure


def marker_hook(annotated: Any) -> Callable[[Any, Any], Any]:
    """Return the conversion hook for an annotated type, chosen by its marker."""
    marker = get_args(annotated)[1]
    match marker:
        case field_types.WholeNumber():
            return _whole(marker)
        case field_types.DecimalNumber():
            return _number(marker)
        case field_types.InlineText():
            return _inline(marker)
        case field_types.TextPattern():
            return _pattern(marker)
        case field_types.CalendarDate():
            return _date
        case field_types.IdOf():
            return _reference(marker)
        case field_types.HexColour():
            return _colour
        case _:
            return lambda value, _: _address(value, secure=marker.secure)


def literal_hook(literal: Any) -> Callable[[Any, Any], Any]:
    """Return the conversion hook for a `Literal` type."""
    choices = get_args(literal)

    def structure(value: object, _: object) -> object:
        if value in choices:
            return value
        near = nearest(value, choices) if isinstance(value, str) else ""
        fix = near or "Choose one of them."
        raise FieldError(f"expected one of {', '.join(choices)}, {found(value)}.", fix, "choice")

    return structure


def boolean(value: object, _: object) -> bool:
    """Convert `yes`, `no`, `true` or `false` to a boolean.

    Raises FieldError for any other value.
    """
    if value in (True, "true", "yes"):
        return True
    if value in (False, "false", "no"):
        return False
    raise FieldError(f"expected yes or no, {found(value)}.", "Write yes or no.", "choice")
