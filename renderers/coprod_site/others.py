"""The pages that belong to no kind: search, what this library is, and what to do about a page that is not there."""

from collections.abc import Iterator
from itertools import groupby

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.content.phrases import date_in_words
from coprod_content.text.spans import Text, text_of
from coprod_site import addresses, words
from coprod_site.lists import alphabetical, everything, themes
from coprod_site.tiles import Tile
from coprod_site.view import Step, View, home_step


@frozen(kw_only=True)
class Letter:
    """The items whose titles begin with a letter. `id` is where links to it lead."""

    id: str
    title: str
    tiles: tuple[Tile, ...]


@frozen(kw_only=True)
class About:
    """What the library says of itself, and the day that its content carries."""

    paragraphs: tuple[Text, ...]
    day: str


@frozen(kw_only=True)
class Lost:
    """Where to go from an address that leads nowhere."""

    themes: tuple[Tile, ...]


def views(library: Library) -> Iterator[View]:
    """Search, about, and not found."""
    numbers = tuple(theme.number for theme in library.themes.values())
    yield View(
        path=addresses.SEARCH,
        template="search.html",
        title=words.SEARCH,
        about=words.SEARCH,
        area="search",
        themes=numbers,
        trail=(home_step(), Step(words.SEARCH, addresses.SEARCH)),
        scripts=("search-index.js", "search.js"),
        body=_letters(library),
    )
    about = library.about
    yield View(
        path=addresses.ABOUT,
        template="about.html",
        title=words.ABOUT,
        about=about.title,
        area="about",
        themes=numbers,
        trail=(home_step(), Step(words.ABOUT, addresses.ABOUT)),
        body=About(
            paragraphs=tuple(map(text_of, (about.statement, about.credit, about.basis, about.licence))),
            day=date_in_words(about.date),
        ),
    )
    yield View(
        path=addresses.NOT_FOUND,
        template="lost.html",
        title=words.NOT_FOUND,
        themes=numbers,
        body=Lost(themes=themes(library)),
    )


def _letters(library: Library) -> tuple[Letter, ...]:
    grouped = groupby(everything(library), key=lambda tile: alphabetical(tile.title)[:1].upper())
    return tuple(
        Letter(id=f"letter-{at}", title=letter, tiles=tuple(tiles)) for at, (letter, tiles) in enumerate(grouped, 1)
    )
