"""The home, search, about and not-found pages."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.editions.items.item_page import has_page
from coprod_content.packs.downloads import Download
from coprod_content.text.alphabet import sort_key
from coprod_content.text.spans import plain, text_of
from coprod_site import addresses
from coprod_site.interface_text import WORDS
from coprod_site.list_entries import ListEntry, letter_sections, list_entries, theme_numbers
from coprod_site.page_downloads import home_downloads
from coprod_site.site_page import SitePage


def site_pages(library: Library, downloads: tuple[Download, ...]) -> Iterator[SitePage]:
    """Yield the home, search, about and not-found pages."""
    themes = theme_numbers(library.themes, library)
    yield SitePage(
        path=addresses.HOME,
        template="home.html",
        title=library.about.title,
        about=WORDS["home_lead"],
        themes=themes,
        downloads=home_downloads(downloads),
    )
    yield SitePage(
        path=addresses.SEARCH,
        template="search.html",
        title=WORDS["search"],
        about=f"{WORDS['search_for']}. {WORDS['a_to_z']}.",
        area="search",
        themes=themes,
        scripts=("search.js",),
        body=letter_sections(a_to_z(library)),
    )
    yield SitePage(
        path=addresses.ABOUT,
        template="about.html",
        title=WORDS["about"],
        about=plain(text_of(library.about.statement)),
        area="about",
        themes=themes,
    )
    yield SitePage(
        path=addresses.NOT_FOUND,
        template="not_found.html",
        title=WORDS["not_found"],
        about=WORDS["lost_lead"],
        listed=False,
    )


def a_to_z(library: Library) -> tuple[ListEntry, ...]:
    """Return list entries for all items with pages, in alphabetical order."""
    entries = list_entries(filter(has_page, library), library)
    return tuple(sorted(entries, key=lambda entry: (sort_key(entry.title), entry.path)))
