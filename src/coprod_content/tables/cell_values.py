"""Turning the contents of cells into values of fields."""

import re
from collections.abc import Callable

from coprod_content.content.field_types import IdOf, WholeNumber
from coprod_content.tables.choices import chosen
from coprod_content.tables.columns import Column
from coprod_content.text.spans import one_line

_BULLET = re.compile(r"\s*(?:[-–—•*·‣◦●▪]|\(?\d{1,2}[.)])\s+")
_COMMAS = re.compile(r"[\n,;]+")
_UNIT = re.compile(r"(\d+)\s*(?:minutes|minute|mins|min|m|people|participants)?\.?", re.IGNORECASE)
_RANGE = re.compile(r"(\d+)\s*(?:-|–|—|to)\s*(\d+)")
_TRUE, _FALSE = ("yes", "y", "true", "1", "x", "✓", "✔"), ("no", "n", "false", "0", "-", "–")
_NUMBERED = re.compile(r"(?:theme\s*)?(\d+)(?:[.:)]|\b)\s*(.*)", re.IGNORECASE)

Names = Callable[[str, str], str]
"""A function that takes a kind and a title and returns the id, or the title if no item has that title."""


def cell_value(column: Column, words: str, names: Names) -> object:
    """Return the value of a cell that is not blank.

    `names` finds ids by title. For a column of lists, the value is a list. Words that do not suit the column are
    kept as they are, and are refused later, when the item is converted.
    """
    if column.is_list:
        return [_one(column, entry, names) for entry in _entries(column, words)]
    return _one(column, one_line(words), names)


def _entries(column: Column, words: str) -> list[str]:
    short = column.choices or isinstance(column.marker, IdOf)
    lines = _COMMAS.split(words) if short else words.splitlines()
    entries = [one_line(_BULLET.sub("", line, count=1) if _BULLET.match(line) else line) for line in lines]
    return [entry for entry in entries if entry]


def _one(column: Column, words: str, names: Names) -> object:
    if column.is_range:
        return _range(words)
    if column.choices:
        return chosen(column, words)
    if column.hint is bool:
        truth = words.casefold()
        return "yes" if truth in _TRUE else "no" if truth in _FALSE else words
    match column.marker:
        case WholeNumber():
            number = _UNIT.fullmatch(words)
            return number[1] if number else words
        case IdOf(kind=kind):
            return names(kind, words)
        case _:
            return words


def _range(words: str) -> object:
    """Return the ends of a range.

    Text that is not a range is returned as both ends.
    """
    plain = re.sub(r"\s*(?:minutes|minute|mins|min|people|participants)\.?$", "", words, flags=re.IGNORECASE)
    if found := _RANGE.fullmatch(plain):
        return {"least": found[1], "most": found[2]}
    return {"least": plain, "most": plain}


def without_number(words: str) -> tuple[str, str]:
    """Split a name such as `4. Sharing power` into number and words.

    The number is an empty string if the name has none.
    """
    found = _NUMBERED.fullmatch(words.strip())
    return (found[1], found[2].strip()) if found else ("", words.strip())
