"""The items that a selection of ids refers to."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from coprod_content.content.kinds import KINDS, kind_of
from coprod_content.content.library import Items, Library
from coprod_content.content.model import Item, Postcard, PostcardSlot, Theme, Tool, ToolSlot, Workshop

ItemT = TypeVar("ItemT", bound=Item)
CardT = TypeVar("CardT", Postcard, Tool)


class SelectionError(ValueError):
    """An id that is missing or of the wrong kind."""


def selected_items(library: Library, ids: tuple[str, ...], type_: type[ItemT]) -> tuple[ItemT, ...]:
    """Return the items with these ids. Raises UnknownId and SelectionError."""
    found: list[ItemT] = []
    for item in (library[id_] for id_ in ids):
        if not isinstance(item, type_):
            raise _wrong_kind(item, next(kind.plural for kind in KINDS if kind.type is type_))
        found.append(item)
    return tuple(found)


def selected_postcards(library: Library, ids: tuple[str, ...]) -> tuple[Postcard, ...]:
    """Return the postcards of a selection, or all of them.

    The ids are those of postcards, themes or workshops.
    """
    return _selected(library, ids, "postcards", library.postcards, _postcard_ids)


def selected_tools(library: Library, ids: tuple[str, ...]) -> tuple[Tool, ...]:
    """Return the tools of a selection, or all of them.

    The ids are those of tools, themes or workshops.
    """
    return _selected(library, ids, "tools", library.tools, _tool_ids)


def _postcard_ids(workshop: Workshop) -> tuple[str, ...]:
    slots = (slot for slot in workshop.agenda if isinstance(slot, PostcardSlot))
    return tuple(id_ for slot in slots for id_ in slot.postcards)


def _tool_ids(workshop: Workshop) -> tuple[str, ...]:
    return tuple(slot.tool for slot in workshop.agenda if isinstance(slot, ToolSlot))


def _selected(
    library: Library,
    ids: tuple[str, ...],
    kind: str,
    items: Items[CardT],
    of_workshop: Callable[[Workshop], Iterable[str]],
) -> tuple[CardT, ...]:
    chosen: dict[str, None] = {}
    for item in (library[id_] for id_ in ids):
        if item.id in items:
            chosen[item.id] = None
        elif isinstance(item, Theme):
            chosen |= dict.fromkeys(each.id for each in items.values() if each.theme == item.id)
        elif isinstance(item, Workshop):
            chosen |= dict.fromkeys(of_workshop(item))
        else:
            raise _wrong_kind(item, f"{kind}, themes or workshops")
    return tuple(items[id_] for id_ in chosen) if ids else items.items_in_order


def _wrong_kind(item: Item, accepted: str) -> SelectionError:
    return SelectionError(f"'{item.id}' is a {kind_of(item).name}, but this edition is made from {accepted}.")
