"""The short pages that QR codes on printed cards link to."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.content.item_titles import themes_of, title_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Postcard, Tool
from coprod_content.document.blocks import Signpost
from coprod_content.document.document import Document, Section
from coprod_content.document.typography import with_curly_quotes
from coprod_content.editions.cards.cards import card_path, postcard_section, tool_card_section
from coprod_content.packs.downloads import Download
from coprod_site.list_entries import ListEntry, list_entries, theme_numbers
from coprod_site.page_downloads import card_downloads
from coprod_site.site_page import SitePage
from coprod_web.page_outline import PageOutline


@frozen(kw_only=True)
class CardBody:
    """The postcard or tool that a card is about.

    If the postcard or tool is retired, `instead` lists the current items of the same kind and theme.
    """

    item: Postcard | Tool
    instead: tuple[ListEntry, ...] = ()


def site_pages(library: Library, downloads: tuple[Download, ...]) -> Iterator[SitePage]:
    """Yield a page for each postcard and tool, including retired ones."""
    current: tuple[Postcard | Tool, ...] = (*library.postcards.values(), *library.tools.values())
    for item in current:
        yield _site_page(item, library, downloads, retired=False)
    for old in library.retired:
        if isinstance(old, Postcard | Tool):
            yield _site_page(old, library, downloads, retired=True)


def _site_page(item: Postcard | Tool, library: Library, downloads: tuple[Download, ...], *, retired: bool) -> SitePage:
    theme = library.themes.get(item.theme)
    title = title_of(item)
    return SitePage(
        path=card_path(item.id),
        template="card.html",
        title=title,
        about=title,
        area=kind_of(item).plural,
        accent=f"theme_{theme.number}" if theme else "brand",
        themes=theme_numbers(themes_of(item)[:1], library) if theme else (),
        parent=theme,
        scripts=() if retired else ("card.js",),
        page=None if retired else _page(item, library),
        downloads=card_downloads(item, library, downloads),
        body=CardBody(item=item, instead=_others(item, library) if retired else ()),
        listed=not retired,  # only the codes on printed cards lead to it
    )


def _page(item: Postcard | Tool, library: Library) -> PageOutline:
    """Return a card's page: its front as the cover, then its back."""
    made = postcard_section(item, library) if isinstance(item, Postcard) else tool_card_section(item, library)
    cover = evolve(made, role="cover", sections=(), picture=None)
    backs = tuple(_without_own_link(back, item, library) for back in made.sections)
    page = Document(title=made.title, language=library.about.language, sections=(cover, *backs))
    return PageOutline.of(with_curly_quotes(page))


def _without_own_link(back: Section, item: Postcard | Tool, library: Library) -> Section:
    """Return a card's back without the link to its own page.

    If the card is a postcard with a resource, a link to the resource is added.
    """
    kept = tuple(block for block in back.blocks if not isinstance(block, Signpost))
    resource = library.resources[item.resource] if isinstance(item, Postcard) and item.resource else None
    link = (Signpost(f"Open “{resource.title}”", resource.url),) if resource else ()
    return evolve(back, role="plain", picture=None, blocks=(*kept, *link))


def _others(item: Postcard | Tool, library: Library) -> tuple[ListEntry, ...]:
    pool = library.of_kind(kind_of(item).name).values()
    return list_entries((each for each in pool if item.theme in themes_of(each)), library)
