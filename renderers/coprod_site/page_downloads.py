"""The downloads offered on each page."""

from attrs import frozen

from coprod_content.content.item_titles import title_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Case, Item, Postcard, Reference, Resource, Term, Tool
from coprod_content.editions import edition_named
from coprod_content.packs.downloads import LIBRARY, Download

_FOR_A_TOOL, _FOR_A_POSTCARD = ("theme-guide", "tool-cards"), ("postcards",)
_ON_LISTS = {"workshops": ("deck", "facilitator-guide"), "themes": ("theme-guide",)}
_ALL_OF_A_KIND = ("cases", "terms", "resources", "references")


@frozen(kw_only=True)
class DownloadGroup:
    """The files of one edition, to download from a page.

    `title` is the edition's name. `of` is the title of the item that the files are about. `of` is empty if the page is
    about that item, or about the whole list that the files contain.
    """

    title: str
    files: tuple[Download, ...]
    of: str = ""

    @property
    def named(self) -> str:
        """The title, followed by `of` if it is not empty."""
        return f"{self.title}: {self.of}" if self.of else self.title


def item_downloads(item: Item, library: Library, downloads: tuple[Download, ...]) -> tuple[DownloadGroup, ...]:
    """Return the downloads for an item's page.

    Tool and postcard pages offer files for the item's theme. Case, term, resource and reference pages offer files with
    all items of the kind. Other pages offer all files for the item itself.
    """
    match item:
        case Tool(theme=theme):
            return _groups(theme, downloads, _FOR_A_TOOL, library.themes[theme].title)
        case Postcard(theme=theme):
            return _groups(theme, downloads, _FOR_A_POSTCARD, library.themes[theme].title)
        case Case() | Term() | Resource() | Reference():
            return _groups(kind_of(item).plural, downloads)
        case _:
            return _groups(item.id, downloads)


def card_downloads(
    card: Postcard | Tool, library: Library, downloads: tuple[Download, ...]
) -> tuple[DownloadGroup, ...]:
    """Return the downloads for the page of a postcard or tool card.

    These are all the postcards, or all the tool cards, of its theme, so that people who have an old card can print a
    current set. Return an empty tuple if the library no longer has the theme.
    """
    theme = library.themes.get(card.theme)
    editions = _FOR_A_POSTCARD if isinstance(card, Postcard) else ("tool-cards",)
    return _groups(theme.id, downloads, editions, theme.title) if theme else ()


def kind_downloads(plural: str, library: Library, downloads: tuple[Download, ...]) -> tuple[DownloadGroup, ...]:
    """Return the downloads for the page that lists one kind of item.

    Lists of cases, terms, resources and references have files with all items. Lists of tools and postcards have files
    for each theme. The list of workshops has each workshop's deck and facilitator guide, and the list of themes has
    the guide to each theme. Other lists have all files for each item.
    """
    if plural in _ALL_OF_A_KIND:
        return _groups(plural, downloads)
    by_theme = {"tools": _FOR_A_TOOL, "postcards": _FOR_A_POSTCARD}.get(plural, ())
    editions = by_theme or _ON_LISTS.get(plural, ())
    items = library.of_kind("themes" if by_theme else plural).items_in_order
    return tuple(group for item in items for group in _groups(item.id, downloads, editions, title_of(item)))


def home_downloads(downloads: tuple[Download, ...]) -> tuple[DownloadGroup, ...]:
    """Return the home page's downloads: the introduction and complete lists."""
    return tuple(group for id_ in (LIBRARY, *_ALL_OF_A_KIND) for group in _groups(id_, downloads))


def _groups(
    id_: str, downloads: tuple[Download, ...], editions: tuple[str, ...] = (), of: str = ""
) -> tuple[DownloadGroup, ...]:
    """Return the downloads for one item or kind, grouped by edition.

    `id_` is an item's id, or the plural name of a kind for files with all items of that kind. If `editions` is empty,
    all editions are included. `of` is the title to add to each group, or an empty string.
    """
    files: dict[str, list[Download]] = {}
    for each in downloads:
        if each.item == id_ and (each.edition in editions or not editions):
            files.setdefault(each.edition, []).append(each)
    return tuple(
        DownloadGroup(title=edition_named(edition).caption, of=of, files=tuple(own)) for edition, own in files.items()
    )


def size_in_words(count: int) -> str:
    """Return a size in bytes as text, such as `340 kB`."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"
