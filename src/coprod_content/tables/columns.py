"""The columns and headings of tables of each kind of item."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import yaml
from attrs import field, frozen

from coprod_content.content.kinds import Kind, kind_named
from coprod_content.content.source import FieldPath
from coprod_content.findings.finding import nearest
from coprod_content.schema import description_of

_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_NOT_WORDS = re.compile(r"[\W_]+")
_COUNTED = re.compile(r" \d+$")


@frozen
class Column:
    """A column of a table, and the field that it fills.

    `about` is the description of the field. `hint` is the type of one value. A column of lists has several values in a
    cell. A column of parts, such as steps, has a value for each row of an item.
    `also` contains other headings that people use for the column.
    """

    heading: str
    also: tuple[str, ...]
    path: FieldPath
    about: str
    hint: Any = field(repr=False)
    is_required: bool = False
    is_list: bool = False
    is_of_part: bool = False

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from, or () if any text is allowed."""
        return get_args(self.hint) if get_origin(self.hint) is Literal else ()

    @property
    def marker(self) -> object:
        """The metadata in a value's Annotated type, such as `WholeNumber()`, or None."""
        return get_args(self.hint)[1] if get_origin(self.hint) is Annotated else None

    @property
    def is_range(self) -> bool:
        """Whether a value is a range, such as 10-30."""
        return attrs.has(self.hint)


@frozen
class TableColumns:
    """The columns that tables of one kind of item can have.

    `also` contains other names for the kind. `key` is the column that begins a new item.
    """

    kind: Kind
    also: tuple[str, ...]
    key: Column
    columns: tuple[Column, ...]

    def named(self, heading: str) -> Column | None:
        """Return the column that a heading stands for, or None.

        Capitals, punctuation, words in brackets and a number at the end do not matter.
        """
        known, words = _by_heading(self.kind.name), plain_words(heading)
        return known.get(words) or known.get(_COUNTED.sub("", words))

    def nearest(self, heading: str) -> str:
        """Return a question that suggests a similar heading, or an empty string."""
        near = nearest(plain_words(heading), _by_heading(self.kind.name), 0.75)
        column = self.named(near.removeprefix("Did you mean '").removesuffix("'?"))
        return f"Did you mean '{column.heading}'?" if column else ""

    def missing(self, present: Iterable[Column]) -> tuple[Column, ...]:
        """Return the required columns that are not present."""
        paths = {column.path for column in present}
        return tuple(
            column
            for column in self.columns
            if column.is_required and column.path not in paths and not any(p[:1] == column.path for p in paths)
        )


@cache
def table_columns() -> tuple[TableColumns, ...]:
    """Return the columns of every kind of item that tables can contain."""
    return tuple(_table_columns(kind_named(name), entry) for name, entry in column_data()["kinds"].items())


@cache
def column_data() -> dict[str, Any]:
    """Return the contents of `columns.yaml`."""
    text = Path(__file__).with_name("columns.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # both are safe
    return loaded


def columns_of(kind: Kind) -> TableColumns:
    """Return the columns of a kind that tables can contain."""
    return next(each for each in table_columns() if each.kind == kind)


def kind_for(word: str) -> Kind | None:
    """Return the kind that a word such as `cards` means, or None."""
    wanted = plain_words(word)
    return next((each.kind for each in table_columns() if wanted in (each.kind.name, *each.also)), None)


def known_headings(cells: Iterable[object]) -> int:
    """Return how many cells are headings of one kind of item.

    The kind is the one with the most of these headings.
    """
    words = [str(cell) for cell in cells if str(cell).strip()]
    return max(_known(each, words) for each in table_columns())


def likeliest_columns(cells: Iterable[object]) -> tuple[TableColumns, ...]:
    """Return the columns of the kind that headings fit best.

    `cells` contains the headings. Several kinds are returned if they fit equally well.
    """
    words = [str(cell) for cell in cells if str(cell).strip()]
    scores = {each.kind.name: _score(each, words) for each in table_columns()}
    best = max(scores.values())
    return tuple(each for each in table_columns() if scores[each.kind.name] == best)


def _score(columns: TableColumns, words: list[str]) -> tuple[int, int]:
    present = {column for column in map(columns.named, words) if column}
    required = sum(column.is_required for column in columns.columns)
    return (1000 * (required - len(columns.missing(present)))) // required, len(present)


def _known(columns: TableColumns, words: list[str]) -> int:
    return len({column for column in map(columns.named, words) if column})


def plain_words(heading: str) -> str:
    """Return a heading in lower case, without punctuation or words in brackets."""
    return _NOT_WORDS.sub(" ", _BRACKETS.sub("", heading).casefold()).strip()


@cache
def _by_heading(kind: str) -> Mapping[str, Column]:
    columns = next(each for each in table_columns() if each.kind.name == kind).columns
    names = ((column, (".".join(map(str, column.path)), *column.also, column.heading)) for column in columns)
    return {plain_words(name): column for column, each in names for name in each}


def _table_columns(kind: Kind, entry: dict[str, Any]) -> TableColumns:
    columns = tuple(_column(kind, path, names) for path, names in entry["columns"].items())
    key = next(column for column in columns if column.path == (entry["key"],))
    return TableColumns(kind, tuple(entry["also"]), key, columns)


def _column(kind: Kind, dotted: str, names: list[str]) -> Column:
    path: FieldPath = tuple(dotted.split("."))
    hint: Any = kind.type
    required, about = True, ""
    lists: list[bool] = []
    for name in path:
        attribute = attrs.fields_dict(hint)[str(name)]
        about = description_of(hint, str(name))
        required = required and attribute.default is attrs.NOTHING and not lists[:-1]
        hint, is_list = _entry_type(get_type_hints(hint, include_extras=True)[str(name)])
        lists.append(is_list)
    return Column(
        heading=names[0],
        also=tuple(names[1:]),
        path=path,
        about=_about(path, about),
        hint=hint,
        is_required=required and path != ("id",) and path[-1] not in ("least", "most"),
        is_list=lists[-1],
        is_of_part=any(lists[:-1]),
    )


def _about(path: FieldPath, about: str) -> str:
    if path == ("id",):
        return "A short name in lower case, such as who-decides. If it is left out, it is made from the text."
    return about


def _entry_type(hint: Any) -> tuple[Any, bool]:
    """Return the type of one value, and whether there can be several."""
    if get_origin(hint) in (Union, UnionType):
        return _entry_type(next(member for member in get_args(hint) if member is not NoneType))
    if get_origin(hint) is tuple:
        return get_args(hint)[0], True
    return hint, False
