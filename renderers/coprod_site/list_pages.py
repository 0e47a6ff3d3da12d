"""Pages that list all items of one kind."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.content.model import Tool
from coprod_content.packs.downloads import Download
from coprod_site import addresses
from coprod_site.interface_text import KINDS, LEADS
from coprod_site.list_entries import (
    ListEntry,
    ListSection,
    letter_sections,
    list_entry,
    theme_entries,
    theme_sections,
)
from coprod_site.page_downloads import kind_downloads
from coprod_site.site_page import PageLink, SitePage, home_link

_TEMPLATES = {"tools": "tools.html", "workshops": "tools.html", "postcards": "postcards.html"}
_SCRIPTS = {"tools": ("filter.js",), "workshops": ("filter.js",), "postcards": ("postcards-data.js", "postcards.js")}
_BY_THEME = {"postcards", "resources"}
_BY_LETTER = {"terms", "references"}


@frozen(kw_only=True)
class ListBody:
    """Items of one kind, grouped in sections, with the available filters."""

    plural: str
    count: int
    sections: tuple[ListSection, ...]
    themes: tuple[ListEntry, ...]
    purposes: tuple[ListEntry, ...] = ()


def site_pages(library: Library, downloads: tuple[Download, ...]) -> Iterator[SitePage]:
    """Yield a list page for each kind that has any items."""
    for plural in KINDS:
        if library.of_kind(plural):
            yield _site_page(plural, library, downloads)


def _site_page(plural: str, library: Library, downloads: tuple[Download, ...]) -> SitePage:
    path = addresses.index_of(plural)
    return SitePage(
        path=path,
        template=_TEMPLATES.get(plural, "list.html"),
        title=KINDS[plural],
        about=LEADS[plural],
        area=plural,
        themes=tuple(theme.number for theme in library.themes.values()),
        breadcrumbs=(home_link(), PageLink(KINDS[plural], path)),
        scripts=_SCRIPTS.get(plural, ()),
        downloads=kind_downloads(plural, library, downloads),
        body=_body(plural, library),
    )


def _body(plural: str, library: Library) -> ListBody:
    items = library.of_kind(plural).items_in_order
    entries = tuple(list_entry(item, library) for item in items)
    if plural in _BY_THEME:
        sections = tuple(theme_sections(entries, library))
    elif plural in _BY_LETTER:
        sections = letter_sections(entries)
    else:
        sections = (ListSection(id="all", title="", theme=None, entries=entries),)
    has_purposes = any(isinstance(item, Tool) and item.purposes for item in items)
    purposes = library.purposes.items_in_order if has_purposes else ()
    return ListBody(
        plural=plural,
        count=len(entries),
        sections=sections,
        themes=theme_entries(library),
        purposes=tuple(list_entry(each, library) for each in purposes),
    )
