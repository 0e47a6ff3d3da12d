"""The pages of items: each with all of it, what it is linked with, and the files that can be had of it."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.content.item_titles import themes_of, title_of
from coprod_content.content.kinds import kind_of
from coprod_content.content.library import Library
from coprod_content.content.model import Diagram, Film, Item, Postcard
from coprod_content.document.blocks import Paragraph
from coprod_content.editions.items.item_page import has_page, item_page
from coprod_content.plugins.sites import Download
from coprod_content.text.spans import without_citations
from coprod_site import addresses, offers, related
from coprod_site.regions import Region, regions_of
from coprod_site.view import Step, View, home_step, kind_step, numbers_of
from coprod_web.page_outline import PageOutline

_TEMPLATES = {"film": "film.html", "diagram": "diagram.html"}
_SCRIPTS = {"film": ("film.js",), "diagram": ("diagram.js",)}


@frozen(kw_only=True)
class Body:
    """What the page of an item shows beside its document.

    `before` and `after` are its neighbours in the list of its kind. A film has `scenes` with their seconds, a diagram
    `regions`, one for each of its parts.
    """

    item: Item
    groups: tuple[related.Group, ...]
    before: Step | None
    after: Step | None
    seconds: tuple[int, ...] = ()
    regions: tuple[Region, ...] = ()


def views(library: Library, downloads: tuple[Download, ...]) -> Iterator[View]:
    """The page of every item that has one."""
    for item in library:
        if has_page(item):
            yield _view(item, library, downloads)


def _view(item: Item, library: Library, downloads: tuple[Download, ...]) -> View:
    kind = kind_of(item)
    document = item_page(item, library)
    page = PageOutline.of(document)
    themes = numbers_of(themes_of(item), library)
    step = kind_step(kind.plural)
    return View(
        path=addresses.path_of(item),
        template=_TEMPLATES.get(kind.name, "item.html"),
        title=title_of(item),
        about=_described(page),
        area=kind.plural,
        accent=page.cover.section.accent if page.cover else "brand",
        themes=themes[:1] if kind.name in {"tool", "postcard", "theme"} else themes,
        trail=(home_step(), step, *_theme_step(item, library), Step(title_of(item), addresses.path_of(item))),
        scripts=_SCRIPTS.get(kind.name, ()),
        page=page,
        downloads=offers.of_item(item, library, downloads),
        body=_body(item, library),
    )


def _theme_step(item: Item, library: Library) -> tuple[Step, ...]:
    """The theme of a postcard, which its page names nowhere else."""
    if not isinstance(item, Postcard):
        return ()
    theme = library.themes[item.theme]
    return (Step(theme.title, addresses.path_of(theme)),)


def _body(item: Item, library: Library) -> Body:
    kind = kind_of(item)
    all_ = library.of_kind(kind.name).items_in_order
    at = next(index for index, one in enumerate(all_) if one.id == item.id)
    found = [
        Step(title_of(all_[i]), addresses.path_of(all_[i])) if 0 <= i < len(all_) else None for i in (at - 1, at + 1)
    ]
    return Body(
        item=item,
        groups=related.groups(item, library),
        before=found[0],
        after=found[1],
        seconds=tuple(scene.seconds for scene in item.scenes) if isinstance(item, Film) else (),
        regions=regions_of(item) if isinstance(item, Diagram) else (),
    )


def _described(page: PageOutline) -> str:
    """The first words of a page, without markup."""
    blocks = page.cover.section.blocks if page.cover else ()
    return next((without_citations(block.text) for block in blocks if isinstance(block, Paragraph)), page.title)
