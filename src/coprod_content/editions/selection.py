"""What a selection of ids stands for."""

from typing import TypeVar

from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Postcard, PostcardSlot, Theme, Tool, ToolSlot, Workshop

T = TypeVar("T", bound=Item)


class SelectionError(ValueError):
    """An id of a kind that an edition cannot be made from, or none where one is needed."""


def only(library: Library, ids: tuple[str, ...], type_: type[T], what: str) -> tuple[T, ...]:
    """The items of the ids, all of one kind. Raises UnknownId and SelectionError."""
    items = [library[id_] for id_ in ids]
    for item in items:
        if not isinstance(item, type_):
            raise SelectionError(f"'{item.id}' is a {kind_of(item).name}, and this edition is made from {what}.")
    return tuple(item for item in items if isinstance(item, type_))


def selected_postcards(library: Library, ids: tuple[str, ...]) -> tuple[Postcard, ...]:
    """The postcards of the ids, which may be those of postcards, themes or workshops; without ids all."""
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
                raise _wrong(item, "postcards, themes or workshops")
        chosen |= {card.id: card for card in found}
    return tuple(chosen.values()) if ids else library.postcards.items_in_order


def selected_tools(library: Library, ids: tuple[str, ...]) -> tuple[Tool, ...]:
    """The tools of the ids, which may be those of tools, themes or workshops; without ids all."""
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
                raise _wrong(item, "tools, themes or workshops")
        chosen |= {tool.id: tool for tool in found}
    return tuple(chosen.values()) if ids else library.tools.items_in_order


def _wrong(item: Item, what: str) -> SelectionError:
    return SelectionError(f"'{item.id}' is a {kind_of(item).name}, and this edition is made from {what}.")
