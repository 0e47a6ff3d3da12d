"""Lookup of the items that selected ids refer to."""

from collections.abc import Iterable
from typing import Literal, TypeVar

from coprod_content.content.item_texts import pointers
from coprod_content.content.kinds import KINDS, kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Postcard, Theme, Tool, Workshop

ItemT = TypeVar("ItemT", bound=Item)


class SelectionError(ValueError):
    """Error raised if an edition cannot be made as requested.

    For example, no id is given, or an item is of the wrong kind or has no easy-read text.
    """


def selected_items(library: Library, ids: tuple[str, ...], type_: type[ItemT]) -> tuple[ItemT, ...]:
    """Return the items with the given ids.

    Raises UnknownId for an unknown id, and SelectionError for an item of another type.
    """
    found: list[ItemT] = []
    for item in (library[id_] for id_ in ids):
        if not isinstance(item, type_):
            raise wrong_kind(item, next(kind.plural for kind in KINDS if kind.type is type_))
        found.append(item)
    return tuple(found)


def selected_postcards(library: Library, ids: tuple[str, ...]) -> tuple[Postcard, ...]:
    """Return the selected postcards, or all postcards if `ids` is empty.

    The id of a theme or workshop selects its postcards. Raises UnknownId for an unknown id, and SelectionError for an
    item of any other kind.
    """
    return tuple(library.postcards[id_] for id_ in _selected_ids(library, ids, "postcard"))


def selected_tools(library: Library, ids: tuple[str, ...]) -> tuple[Tool, ...]:
    """Return the selected tools, or all tools if `ids` is empty.

    The id of a theme or workshop selects its tools. Raises UnknownId for an unknown id, and SelectionError for an item
    of any other kind.
    """
    return tuple(library.tools[id_] for id_ in _selected_ids(library, ids, "tool"))


def _selected_ids(library: Library, ids: tuple[str, ...], kind: Literal["postcard", "tool"]) -> Iterable[str]:
    items = library.of_kind(kind)
    chosen: dict[str, None] = {}
    for item in (library[id_] for id_ in ids):
        if item.id in items:
            chosen[item.id] = None
        elif isinstance(item, Theme):
            chosen |= dict.fromkeys(id_ for id_, each in items.items() if each.theme == item.id)
        elif isinstance(item, Workshop):
            chosen |= dict.fromkeys(pointer.target for pointer in pointers(item) if pointer.kind == kind)
        else:
            raise wrong_kind(item, f"{kind}s, themes or workshops")
    return chosen if ids else items


def wrong_kind(item: Item, accepted: str) -> SelectionError:
    """Return the error for an item that an edition does not accept.

    `accepted` says what the edition accepts, such as `forms`.
    """
    return SelectionError(f"'{item.id}' is {kind_of(item).with_article}, but this edition is made from {accepted}.")
