"""Item pages, with each item's document, related items and downloads."""

from collections.abc import Iterator

from attrs import frozen

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
from coprod_site.page_downloads import item_downloads
from coprod_site.related_items import RelatedGroup, related_groups
from coprod_site.site_page import PageLink, SitePage, home_link, kind_link, theme_numbers
from coprod_web.page_outline import PageOutline

_TEMPLATES = {"film": "film.html", "diagram": "diagram.html"}
_SCRIPTS = {"film": ("film.js",), "diagram": ("diagram.js",)}


@frozen(kw_only=True)
class ItemBody:
    """Content shown alongside the document on an item's page.

    `before` and `after` link to the previous and next items of the same kind, or are None at either end. `seconds`
    holds the lengths of a film's scenes, and `regions` the regions of a diagram's parts.
    """

    related: tuple[RelatedGroup, ...]
    before: PageLink | None
    after: PageLink | None
    seconds: tuple[int, ...] = ()
    regions: tuple[DiagramRegion, ...] = ()


def site_pages(library: Library, downloads: tuple[Download, ...]) -> Iterator[SitePage]:
    """Yield a page for every item that has one."""
    for item in library:
        if has_page(item):
            yield _site_page(item, library, downloads)


def _site_page(item: Item, library: Library, downloads: tuple[Download, ...]) -> SitePage:
    kind = kind_of(item)
    page = PageOutline.of(item_page(item, library))
    themes = theme_numbers(themes_of(item), library)
    # A postcard's page names its theme only in the breadcrumbs.
    theme = library.themes[item.theme] if isinstance(item, Postcard) else None
    theme_links = (_link(theme),) if theme else ()
    return SitePage(
        path=addresses.path_of(item),
        template=_TEMPLATES.get(kind.name, "item.html"),
        title=title_of(item),
        about=_summary(page),
        area=kind.plural,
        accent=page.cover.section.accent if page.cover else "brand",
        themes=themes[:1] if kind.name in {"tool", "postcard", "theme"} else themes,
        breadcrumbs=(home_link(), kind_link(kind.plural), *theme_links, _link(item)),
        scripts=_SCRIPTS.get(kind.name, ()),
        page=page,
        downloads=item_downloads(item, library, downloads),
        body=_body(item, library),
    )


def _link(item: Item) -> PageLink:
    return PageLink(title_of(item), addresses.path_of(item))


def _body(item: Item, library: Library) -> ItemBody:
    siblings = library.of_kind(kind_of(item).name).items_in_order
    at = next(index for index, each in enumerate(siblings) if each.id == item.id)
    return ItemBody(
        related=related_groups(item, library),
        before=_link(siblings[at - 1]) if at else None,
        after=_link(siblings[at + 1]) if at + 1 < len(siblings) else None,
        seconds=tuple(scene.seconds for scene in item.scenes) if isinstance(item, Film) else (),
        regions=diagram_regions(item) if isinstance(item, Diagram) else (),
    )


def _summary(page: PageOutline) -> str:
    """Return a page's first paragraph as plain text, or its title."""
    blocks = page.cover.section.blocks if page.cover else ()
    return next((without_citations(block.text) for block in blocks if isinstance(block, Paragraph)), page.title)
