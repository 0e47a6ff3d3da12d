"""Items linked to or from an item, grouped by kind."""

from attrs import frozen

from coprod_content.content.item_texts import pointers
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Theme
from coprod_content.editions.items.item_page import has_page
from coprod_site.interface_text import related_heading
from coprod_site.list_entries import ListEntry, list_entry

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
class RelatedGroup:
    """Related items of one kind, under a heading."""

    title: str
    kind: str
    entries: tuple[ListEntry, ...]


def related_groups(item: Item, library: Library) -> tuple[RelatedGroup, ...]:
    """Return the items linked to or from an item, grouped by kind.

    Cited works are omitted, as are themes if the page lists them as facts, because the page already links to both.
    """
    cited = {pointer.target for pointer in pointers(item) if pointer.kind == "reference"}
    linked = (other for other in library.links(item).all if has_page(other))
    others = [other for other in linked if other.id not in cited]
    if _lists_themes(item):
        others = [other for other in others if not isinstance(other, Theme)]
    kind = kind_of(item).name
    found = []
    for other_kind in _ORDER:
        entries = tuple(list_entry(other, library) for other in others if kind_of(other).name == other_kind)
        if entries:
            found.append(RelatedGroup(title=related_heading(kind, other_kind), kind=other_kind, entries=entries))
    return tuple(found)


def _lists_themes(item: Item) -> bool:
    """Return whether an item's page lists its themes as links."""
    return kind_of(item).name in {"tool", "workshop", "film", "diagram", "article", "resource"}
