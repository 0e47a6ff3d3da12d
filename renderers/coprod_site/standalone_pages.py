"""The home, search, about and not-found pages."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.content.phrases import date_in_words
from coprod_content.editions.items.item_page import has_page
from coprod_content.packs.downloads import Download
from coprod_content.text.spans import Text, text_of
from coprod_site import addresses, interface_text
from coprod_site.list_entries import ListEntry, letter_sections, list_entry, sort_key, theme_entries
from coprod_site.page_downloads import home_downloads
from coprod_site.site_page import PageLink, SitePage, home_link


@frozen(kw_only=True)
class HomeBody:
    """The themes, item counts and workshops on the home page.

    Workshops are sorted by length, shortest first.
    """

    themes: tuple[ListEntry, ...]
    counts: tuple[tuple[str, int], ...]
    workshops: tuple[ListEntry, ...]


@frozen(kw_only=True)
class AboutBody:
    """The text about the library, and the date of its content."""

    paragraphs: tuple[Text, ...]
    day: str


@frozen(kw_only=True)
class NotFoundBody:
    """The themes offered on the page for a missing address."""

    themes: tuple[ListEntry, ...]


def site_pages(library: Library, downloads: tuple[Download, ...]) -> Iterator[SitePage]:
    """Yield the home, search, about and not-found pages."""
    themes = tuple(theme.number for theme in library.themes.values())
    yield _home(library, downloads, themes)
    yield SitePage(
        path=addresses.SEARCH,
        template="search.html",
        title=interface_text.SEARCH,
        about=interface_text.SEARCH,
        area="search",
        themes=themes,
        breadcrumbs=(home_link(), PageLink(interface_text.SEARCH, addresses.SEARCH)),
        scripts=("search-index.js", "search.js"),
        body=letter_sections(a_to_z(library)),
    )
    about = library.about
    yield SitePage(
        path=addresses.ABOUT,
        template="about.html",
        title=interface_text.ABOUT,
        about=about.title,
        area="about",
        themes=themes,
        breadcrumbs=(home_link(), PageLink(interface_text.ABOUT, addresses.ABOUT)),
        body=AboutBody(
            paragraphs=tuple(map(text_of, (about.statement, about.credit, about.basis, about.licence))),
            day=date_in_words(about.date),
        ),
    )
    yield SitePage(
        path=addresses.NOT_FOUND,
        template="not_found.html",
        title=interface_text.NOT_FOUND,
        themes=themes,
        body=NotFoundBody(themes=theme_entries(library)),
    )


def a_to_z(library: Library) -> tuple[ListEntry, ...]:
    """Return every item that has a page, in alphabetical order."""
    entries = (list_entry(item, library) for item in library if has_page(item))
    return tuple(sorted(entries, key=lambda entry: (sort_key(entry.title), entry.path)))


def _home(library: Library, downloads: tuple[Download, ...], themes: tuple[int, ...]) -> SitePage:
    counts = ((plural, len(library.of_kind(plural))) for plural in interface_text.KINDS)
    workshops = sorted(library.workshops.values(), key=lambda each: (each.minutes, each.id))
    return SitePage(
        path=addresses.HOME,
        template="home.html",
        title=library.about.title,
        about=library.about.title,
        themes=themes,
        downloads=home_downloads(downloads),
        body=HomeBody(
            themes=theme_entries(library),
            counts=tuple((plural, count) for plural, count in counts if count),
            workshops=tuple(list_entry(each, library) for each in workshops),
        ),
    )
