"""What is offered to download beside a page: the files of an item, of its theme, of all of a kind, of the library."""

from collections.abc import Iterator

from coprod_content.content.item_titles import title_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Postcard, Reference, Resource, Term, Tool
from coprod_content.packs import downloads as orders
from coprod_content.plugins.sites import Download
from coprod_site.view import Group, downloads_of

_WITH_A_TOOL, _WITH_A_POSTCARD = ("theme-guide", "tool-cards"), ("postcards",)
_ON_LISTS = {"workshops": ("deck", "facilitator-guide"), "themes": ("theme-guide",)}
_ALL_OF_A_KIND = ("terms", "resources", "references")


def of_item(item: Item, library: Library, downloads: tuple[Download, ...]) -> tuple[Group, ...]:
    """The files of an item; of a tool or a postcard those of its theme, by name; of a word, a resource or a published
    work that of all.
    """
    match item:
        case Tool(theme=theme):
            return downloads_of(theme, downloads, _WITH_A_TOOL, library.themes[theme].title)
        case Postcard(theme=theme):
            return downloads_of(theme, downloads, _WITH_A_POSTCARD, library.themes[theme].title)
        case Term() | Resource() | Reference():
            return downloads_of(kind_of(item).plural, downloads)
        case _:
            return downloads_of(item.id, downloads)


def of_card(card: Postcard | Tool, library: Library, downloads: tuple[Download, ...]) -> tuple[Group, ...]:
    """The cards of the theme of a card, to print instead of an old one."""
    theme = library.themes.get(card.theme)
    cards = _WITH_A_POSTCARD if isinstance(card, Postcard) else _WITH_A_TOOL[1:]
    return downloads_of(theme.id, downloads, cards, theme.title) if theme else ()


def of_kind(plural: str, library: Library, downloads: tuple[Download, ...]) -> tuple[Group, ...]:
    """The files beside the list of a kind: that of all, or those of each item or theme, by name."""
    if plural in _ALL_OF_A_KIND:
        return downloads_of(plural, downloads)
    return tuple(_of_each(plural, library, downloads))


def _of_each(plural: str, library: Library, downloads: tuple[Download, ...]) -> Iterator[Group]:
    by_theme = {"tools": _WITH_A_TOOL, "postcards": _WITH_A_POSTCARD}.get(plural, ())
    items = library.of_kind("themes" if by_theme else plural).items_in_order
    for item in items:
        yield from downloads_of(item.id, downloads, by_theme or _ON_LISTS.get(plural, ()), title_of(item))


def of_library(downloads: tuple[Download, ...]) -> tuple[Group, ...]:
    """What to read first, and the lists of everything, for the first page."""
    return tuple(group for id_ in (orders.LIBRARY, *_ALL_OF_A_KIND) for group in downloads_of(id_, downloads))
