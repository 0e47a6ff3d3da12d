"""The items that a selection of ids refers to."""

from typing import TypeVar

from coprod_content.content.kinds import KINDS, kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Postcard, PostcardSlot, Theme, Tool, ToolSlot, Workshop

ItemT = TypeVar("ItemT", bound=Item)


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
    chosen: dict[str, Postcard] = {}
    found: tuple[Postcard, ...]
    for item in (library[id_] for id_ in ids):
        match item:
            case Postcard():
                found = (item,)
            case Theme():
                found = tuple(card for card in library.postcards.values() if card.theme == item.id)
            case Workshop():
                slots = (slot for slot in item.agenda if isinstance(slot, PostcardSlot))
                found = tuple(library.postcards[id_] for slot in slots for id_ in slot.postcards)
            case _:
                raise _wrong_kind(item, "postcards, themes or workshops")
        chosen |= {card.id: card for card in found}
    return tuple(chosen.values()) if ids else library.postcards.items_in_order


def selected_tools(library: Library, ids: tuple[str, ...]) -> tuple[Tool, ...]:
    """Return the tools of a selection, or all of them.

    The ids are those of tools, themes or workshops.
    """
    chosen: dict[str, Tool] = {}
    found: tuple[Tool, ...]
    for item in (library[id_] for id_ in ids):
        match item:
            case Tool():
                found = (item,)
            case Theme():
                found = tuple(tool for tool in library.tools.values() if tool.theme == item.id)
            case Workshop():
                found = tuple(library.tools[slot.tool] for slot in item.agenda if isinstance(slot, ToolSlot))
            case _:
                raise _wrong_kind(item, "tools, themes or workshops")
        chosen |= {tool.id: tool for tool in found}
    return tuple(chosen.values()) if ids else library.tools.items_in_order


def _wrong_kind(item: Item, accepted: str) -> SelectionError:
    return SelectionError(f"'{item.id}' is a {kind_of(item).name}. This edition is composed from {accepted}.")
