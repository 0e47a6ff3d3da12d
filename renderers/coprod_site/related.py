"""What an item is linked with, both ways, in groups by kind."""

from attrs import frozen

from coprod_content.content.item_texts import pointers
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Theme
from coprod_content.editions.items.item_page import has_page
from coprod_site import words
from coprod_site.tiles import Tile, tile_of

_ORDER = (
    "purpose",
    "workshop",
    "tool",
    "postcard",
    "film",
    "diagram",
    "article",
    "term",
    "resource",
    "theme",
    "reference",
)


@frozen(kw_only=True)
class Group:
    """Items of one kind, under what they are to the item at hand."""

    title: str
    kind: str
    tiles: tuple[Tile, ...]


def groups(item: Item, library: Library) -> tuple[Group, ...]:
    """Every item that an item points to or that points to it, but for what its page names with a link anyway: the
    works that it lists, and the themes among its facts.
    """
    cited = {pointer.target for pointer in pointers(item) if pointer.kind == "reference"}
    linked = (other for other in library.links(item).all if has_page(other))
    others = [other for other in linked if other.id not in cited]
    if _names_themes(item):
        others = [other for other in others if not isinstance(other, Theme)]
    kind = kind_of(item).name
    found = []
    for other in _ORDER:
        tiles = tuple(tile_of(one, library) for one in others if kind_of(one).name == other)
        if tiles:
            found.append(Group(title=words.between(kind, other), kind=other, tiles=tiles))
    return tuple(found)


def _names_themes(item: Item) -> bool:
    """Whether the page of an item names its themes, each with a link to it."""
    return kind_of(item).name in {"tool", "workshop", "film", "diagram", "article", "resource"}
