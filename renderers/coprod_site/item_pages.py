"""Item pages, with each item's document, related items and downloads."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.content.item_texts import pointers
from coprod_content.content.item_titles import themes_of, title_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Diagram, Film, Item, Postcard
from coprod_content.document.blocks import Paragraph
from coprod_content.editions.items.item_page import has_page, item_page
from coprod_content.packs.downloads import Download
from coprod_content.text.spans import without_citations
from coprod_site import addresses
from coprod_site.diagram_regions import DiagramRegion, diagram_regions
from coprod_site.films.made_films import MadeFilm
from coprod_site.films.signed_films import SignedFilm, signed_film
from coprod_site.interface_text import RELATED
from coprod_site.list_entries import ListEntry, list_entries, theme_numbers
from coprod_site.page_downloads import item_downloads
from coprod_site.site_page import SitePage
from coprod_web.page_outline import PageOutline

_TEMPLATES = {"film": "film.html", "diagram": "diagram.html"}
_SCRIPTS = {"film": ("film.js",), "diagram": ("diagram.js",)}
_LISTS_THEMES = {"tool", "workshop", "film", "diagram", "article", "case", "programme", "resource"}
"""Kinds of item whose pages list their themes as links."""


@frozen(kw_only=True)
class RelatedGroup:
    """Related items of one kind, under a heading."""

    title: str
    kind: str
    entries: tuple[ListEntry, ...]


@frozen(kw_only=True)
class ItemBody:
    """Content shown alongside the document on an item's page.

    `before` and `after` are the previous and next items of the same kind, or None for the first and last item.
    `seconds` contains the length of each scene of a film, and `regions` contains the region of each part of a diagram.
    `film` contains the files of a film that plays on the page, and `signed` is the film's sign language video. Each is
    None if there is none.
    """

    item: Item
    related: tuple[RelatedGroup, ...]
    before: Item | None
    after: Item | None
    seconds: tuple[int, ...] = ()
    regions: tuple[DiagramRegion, ...] = ()
    film: MadeFilm | None = None
    signed: SignedFilm | None = None


def site_pages(
    library: Library, downloads: tuple[Download, ...], films: tuple[MadeFilm, ...] = ()
) -> Iterator[SitePage]:
    """Yield the page of every item that has one.

    The page of each film in `films` plays the film.
    """
    played = {film.id: film for film in films}
    for item in library:
        if has_page(item):
            yield _site_page(item, library, downloads, played.get(item.id))


def _site_page(item: Item, library: Library, downloads: tuple[Download, ...], film: MadeFilm | None) -> SitePage:
    kind = kind_of(item)
    page = PageOutline.of(item_page(item, library))
    themes = theme_numbers(themes_of(item), library)
    body = _body(item, library, film)
    return SitePage(
        path=addresses.path_of(item),
        template=_TEMPLATES.get(kind.name, "item.html"),
        title=title_of(item),
        about=_summary(page),
        area=kind.plural,
        accent=page.cover.section.accent if page.cover else "brand",
        themes=themes[:1] if kind.name in {"tool", "postcard", "theme"} else themes,
        # A postcard's page names its theme only in the breadcrumbs.
        parent=library.themes[item.theme] if isinstance(item, Postcard) else None,
        scripts=("watch.js",) if film else _SCRIPTS.get(kind.name, ()),
        has_media=film is not None or body.signed is not None,
        page=page,
        downloads=item_downloads(item, library, downloads),
        body=body,
    )


def _body(item: Item, library: Library, film: MadeFilm | None) -> ItemBody:
    siblings = library.of_kind(kind_of(item).name).items_in_order
    at = next(index for index, each in enumerate(siblings) if each.id == item.id)
    return ItemBody(
        item=item,
        related=tuple(_related(item, library)),
        before=siblings[at - 1] if at else None,
        after=siblings[at + 1] if at + 1 < len(siblings) else None,
        seconds=tuple(scene.seconds for scene in item.scenes) if isinstance(item, Film) else (),
        regions=diagram_regions(item) if isinstance(item, Diagram) else (),
        film=film,
        signed=signed_film(item),
    )


def _related(item: Item, library: Library) -> Iterator[RelatedGroup]:
    """Yield the items linked to or from an item, grouped by kind.

    Cited works are omitted, as the page already links to them. Themes are omitted if the page lists them as facts.
    """
    own_kind = kind_of(item).name
    omitted = {pointer.target for pointer in pointers(item) if pointer.kind == "reference"}
    if own_kind in _LISTS_THEMES:
        omitted |= library.themes.keys()
    linked = [other for other in library.links(item).all if has_page(other) and other.id not in omitted]
    for kind, usual_title in RELATED["any"].items():
        entries = list_entries((other for other in linked if kind_of(other).name == kind), library)
        if entries:
            title = RELATED.get(own_kind, {}).get(kind, usual_title)
            yield RelatedGroup(title=title, kind=kind, entries=entries)


def _summary(page: PageOutline) -> str:
    """Return the cover's first paragraph as plain text, or the page's title."""
    blocks = page.cover.section.blocks if page.cover else ()
    return next((without_citations(block.text) for block in blocks if isinstance(block, Paragraph)), page.title)
