"""The choices that a column offers, and other words for them."""

from collections.abc import Mapping
from functools import cache
from itertools import chain

from coprod_content.content.field_types import IdOf, InlineText, WholeNumber
from coprod_content.tables.columns import Column, column_data, plain_words


@cache
def _other_words() -> Mapping[str, tuple[str, ...]]:
    """Map each alternative word to the choices that it can stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for choice, others in column_data()["choices"].items():
        for other in others:
            found[plain_words(other)] = (*found.get(plain_words(other), ()), choice)
    return found


def chosen(column: Column, words: str) -> str:
    """Return the choice that words stand for, or the words themselves."""
    wanted = plain_words(words)
    exact = (choice for choice in column.choices if plain_words(choice) == wanted)
    others = (choice for choice in _other_words().get(wanted, ()) if choice in column.choices)
    return next(chain(exact, others), words)


def example_of(column: Column) -> str:
    """Return a short description of what can be written in a column."""
    if column.choices:
        return f"one of: {', '.join(column.choices)}" if not column.is_list else f"any of: {', '.join(column.choices)}"
    if column.is_range:
        return "one number, or two such as 10-30"
    match column.marker:
        case IdOf(kind=kind):
            return f"the title or id of a {kind}" + (", or several" if column.is_list else "")
        case WholeNumber():
            return "a number"
        case InlineText(question=True):
            return "questions, each on a separate line" if column.is_list else "a question"
        case _ if column.hint is bool:
            return "yes or no"
        case _:
            return "texts, each on a separate line" if column.is_list else "text"
