"""The pages that list: the first page, one for each kind, and everything from A to Z."""

from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from coprod_content.content.item_titles import themes_of
from coprod_content.content.library import Library
from coprod_content.content.model import Item, Tool, Workshop
from coprod_content.editions.items.item_page import has_page
from coprod_content.plugins.sites import Download
from coprod_content.text.spans import Text, text_of
from coprod_site import addresses, offers, words
from coprod_site.tiles import Tile, tile_of
from coprod_site.view import Step, View, home_step

_TEMPLATES = {"tools": "tools.html", "workshops": "tools.html", "postcards": "postcards.html"}
_SCRIPTS = {"tools": ("filter.js",), "workshops": ("filter.js",), "postcards": ("postcards-data.js", "postcards.js")}
_BY_THEME = {"postcards", "resources"}
_BY_LETTER = {"terms", "references"}


@frozen(kw_only=True)
class Shelf:
    """Tiles under a heading, of a theme where they have one. `id` is where links to the heading lead."""

    id: str
    title: str
    theme: int | None
    tiles: tuple[Tile, ...]


@frozen(kw_only=True)
class Listing:
    """The items of a kind on shelves, and the themes and purposes to choose among."""

    plural: str
    count: int
    shelves: tuple[Shelf, ...]
    themes: tuple[Tile, ...]
    purposes: tuple[Tile, ...] = ()


@frozen(kw_only=True)
class Home:
    """What the first page shows: the themes, and how many there are of each kind."""

    themes: tuple[Tile, ...]
    counts: tuple[tuple[str, int], ...]
    workshops: tuple[Tile, ...]
    statement: Text


def views(library: Library, downloads: tuple[Download, ...]) -> Iterator[View]:
    """The first page and a page for each kind of which there is something."""
    yield _home(library, downloads)
    for plural in words.KINDS:
        if library.of_kind(plural):
            yield _listing(plural, library, downloads)


def everything(library: Library) -> tuple[Tile, ...]:
    """Every item that has a page, from A to Z."""
    tiles = (tile_of(item, library) for item in library if has_page(item))
    return tuple(sorted(tiles, key=lambda tile: (alphabetical(tile.title), tile.path)))


def alphabetical(title: str) -> str:
    """A title as it is put in order: without what stands before its first letter, small."""
    return title.casefold().lstrip("“\"'‘(")


def themes(library: Library) -> tuple[Tile, ...]:
    """The themes by number."""
    return tuple(tile_of(theme, library) for theme in library.themes.values())


def _home(library: Library, downloads: tuple[Download, ...]) -> View:
    counts = tuple((plural, len(library.of_kind(plural))) for plural in words.KINDS if library.of_kind(plural))
    shortest = sorted(library.workshops.values(), key=lambda each: (each.minutes, each.id))
    return View(
        path=addresses.HOME,
        template="home.html",
        title=library.about.title,
        about=library.about.title,
        themes=tuple(theme.number for theme in library.themes.values()),
        downloads=offers.of_library(downloads),
        body=Home(
            themes=themes(library),
            counts=counts,
            workshops=tuple(tile_of(each, library) for each in shortest),
            statement=text_of(library.about.statement),
        ),
    )


def _listing(plural: str, library: Library, downloads: tuple[Download, ...]) -> View:
    items = library.of_kind(plural).items_in_order
    path = addresses.index_of(plural)
    return View(
        path=path,
        template=_TEMPLATES.get(plural, "list.html"),
        title=words.KINDS[plural],
        about=words.LEADS[plural],
        area=plural,
        themes=tuple(theme.number for theme in library.themes.values()),
        trail=(home_step(), Step(words.KINDS[plural], path)),
        scripts=_SCRIPTS.get(plural, ()),
        downloads=offers.of_kind(plural, library, downloads),
        body=_shelved(plural, items, library),
    )


def _shelved(plural: str, items: tuple[Item, ...], library: Library) -> Listing:
    tiles = tuple(tile_of(item, library) for item in items)
    if plural in _BY_THEME:
        shelves = tuple(_of_theme(tiles, library))
    elif plural in _BY_LETTER:
        ordered = sorted(tiles, key=lambda tile: alphabetical(tile.title))
        letters = groupby(ordered, key=lambda tile: alphabetical(tile.title)[:1].upper())
        shelves = tuple(
            Shelf(id=f"letter-{at}", title=letter, theme=None, tiles=tuple(under))
            for at, (letter, under) in enumerate(letters, 1)
        )
    else:
        shelves = (Shelf(id="all", title="", theme=None, tiles=tiles),)
    serving = any(isinstance(item, Tool) and item.purposes for item in items)
    purposes = library.purposes.items_in_order if serving else ()
    return Listing(
        plural=plural,
        count=len(tiles),
        shelves=shelves,
        themes=themes(library),
        purposes=tuple(tile_of(each, library) for each in purposes),
    )


def _of_theme(tiles: tuple[Tile, ...], library: Library) -> Iterator[Shelf]:
    """Tiles under the theme that each names first."""
    for theme in library.themes.values():
        under = tuple(tile for tile in tiles if themes_of(tile.item)[:1] == (theme.id,))
        if under:
            yield Shelf(id=f"theme-{theme.number}", title=theme.title, theme=theme.number, tiles=under)


def room(item: Item) -> tuple[int, int, int, int, str] | None:
    """Least and most minutes, least and most people, and the setting of what can be filtered by these."""
    match item:
        case Tool():
            least = min(item.minutes.least, item.short.minutes or item.minutes.least)
            return least, item.minutes.most, item.people.least, item.people.most, item.setting
        case Workshop():
            return item.minutes, item.minutes, item.people.least, item.people.most, item.setting
        case _:
            return None
