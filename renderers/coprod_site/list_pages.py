"""Pages that list all items of one kind."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import Article
from coprod_content.packs.downloads import Download
from coprod_site import addresses
from coprod_site.interface_text import LEADS, TITLES
from coprod_site.list_entries import (
    ListSection,
    letter_sections,
    list_entries,
    series_sections,
    theme_numbers,
    theme_sections,
)
from coprod_site.page_downloads import kind_downloads
from coprod_site.site_page import SitePage

_TEMPLATES = {"tools": "tools.html", "workshops": "tools.html", "postcards": "postcards.html"}
_SCRIPTS = {"tools": ("filter.js",), "workshops": ("filter.js",), "postcards": ("postcards-data.js", "postcards.js")}
_BY_THEME = {"postcards", "resources"}
_BY_LETTER = {"terms", "references"}


def site_pages(library: Library, downloads: tuple[Download, ...]) -> Iterator[SitePage]:
    """Yield a list page for each kind that has any items."""
    for plural in TITLES:
        if library.of_kind(plural):
            yield _site_page(plural, library, downloads)


def _site_page(plural: str, library: Library, downloads: tuple[Download, ...]) -> SitePage:
    return SitePage(
        path=addresses.index_of(plural),
        template=_TEMPLATES.get(plural, "list.html"),
        title=TITLES[plural],
        about=LEADS[plural],
        area=plural,
        themes=theme_numbers(library.themes, library),
        scripts=_SCRIPTS.get(plural, ()),
        downloads=kind_downloads(plural, library, downloads),
        body=_sections(plural, library),
    )


def _sections(plural: str, library: Library) -> tuple[ListSection, ...]:
    entries = list_entries(library.of_kind(plural).values(), library)
    if plural in _BY_THEME:
        return tuple(theme_sections(entries, library))
    if plural in _BY_LETTER:
        return letter_sections(entries)
    if plural == "articles" and any(entry.item.series for entry in entries if isinstance(entry.item, Article)):
        return tuple(series_sections(entries, library))
    return (ListSection(id="all", title="", theme=None, entries=entries),)
