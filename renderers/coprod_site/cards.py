"""The short pages that the codes on printed cards lead to: the card as it is now, and what changed since."""

from collections.abc import Iterator

from attrs import evolve, frozen

from coprod_content.content.item_titles import themes_of, title_of
from coprod_content.content.library import Library
from coprod_content.content.model import Change, Item, Postcard, Tool
from coprod_content.content.phrases import date_in_words
from coprod_content.document.blocks import Signpost
from coprod_content.document.document import Document, Section
from coprod_content.editions.cards.card_web_address import card_path
from coprod_content.editions.cards.postcards import postcard_section
from coprod_content.editions.cards.tool_cards import tool_card_section as tool_card
from coprod_content.plugins.sites import Download
from coprod_content.text.spans import Text, text_of
from coprod_site import addresses, offers
from coprod_site.related import Group
from coprod_site.tiles import Tile, tile_of
from coprod_site.view import Step, View, home_step, kind_step, numbers_of
from coprod_web.page_outline import PageOutline


@frozen(kw_only=True)
class Changed:
    """A change, its day in words and as year-month-day."""

    day: str
    said: str
    what: Text


@frozen(kw_only=True)
class Landing:
    """What the page of a card says beside the card: whether it was withdrawn, what changed, and where to go on."""

    item: Item
    retired: bool
    path: str
    changes: tuple[Changed, ...]
    day: str
    group: Group | None = None


def views(library: Library, downloads: tuple[Download, ...]) -> Iterator[View]:
    """A page for each postcard and tool, those that were withdrawn among them."""
    here: tuple[Postcard | Tool, ...] = (*library.postcards.values(), *library.tools.values())
    gone = tuple(item for item in library.retired if isinstance(item, Postcard | Tool))
    for item in here:
        yield _view(item, library, downloads, retired=False)
    for item in gone:
        yield _view(item, library, downloads, retired=True)


def _view(item: Postcard | Tool, library: Library, downloads: tuple[Download, ...], *, retired: bool) -> View:
    known = item.theme in library.themes
    steps = (Step(library.themes[item.theme].title, addresses.path_of(library.themes[item.theme])),) if known else ()
    plural = "postcards" if isinstance(item, Postcard) else "tools"
    title = title_of(item)
    page = _page(item, library) if not retired else None
    return View(
        path=card_path(item.id),
        template="card.html",
        title=title,
        about=title,
        area=plural,
        accent=f"theme_{library.themes[item.theme].number}" if known else "brand",
        themes=numbers_of(themes_of(item)[:1], library) if known else (),
        trail=(home_step(), kind_step(plural), *steps, Step(title, card_path(item.id))),
        scripts=("card.js",) if not retired else (),
        page=page,
        downloads=offers.of_card(item, library, downloads),
        body=Landing(
            item=item,
            retired=retired,
            path="" if retired else addresses.path_of(item),
            changes=tuple(_changed(change) for change in item.changes),
            day=date_in_words(library.about.date),
            group=_instead(item, library) if retired else None,
        ),
    )


def _changed(change: Change) -> Changed:
    return Changed(day=change.day, said=date_in_words(change.day), what=text_of(change.what))


def _page(item: Postcard | Tool, library: Library) -> PageOutline:
    """The card as a document: its front is the cover, its back the part below, without the way to this very page."""
    made = postcard_section(item, library) if isinstance(item, Postcard) else tool_card(item, library)
    cover = evolve(made, role="cover", sections=(), picture=None)
    backs = tuple(_without_way_here(back, item, library) for back in made.sections)
    return PageOutline.of(Document(title=made.title, language=library.about.language, sections=(cover, *backs)))


def _without_way_here(back: Section, item: Postcard | Tool, library: Library) -> Section:
    kept = tuple(block for block in back.blocks if not isinstance(block, Signpost))
    resource = library.resources[item.resource] if isinstance(item, Postcard) and item.resource else None
    link = (Signpost(f"Open “{resource.title}”", resource.url),) if resource else ()
    return evolve(back, role="plain", picture=None, blocks=(*kept, *link))


def _instead(item: Postcard | Tool, library: Library) -> Group | None:
    """The cards of the same theme, which are what there is instead."""
    pool: tuple[Item, ...] = (
        library.postcards.items_in_order if isinstance(item, Postcard) else library.tools.items_in_order
    )
    tiles: tuple[Tile, ...] = tuple(tile_of(one, library) for one in pool if item.theme in themes_of(one))
    return Group(title="", kind="", tiles=tiles) if tiles else None
