"""The files that a web edition offers beside its pages: packs, guides, cards, slides, and texts in Word."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.packs import pack
from coprod_content.packs.build import Made, make
from coprod_content.plugins.sites import Download, SiteFile

FOLDER = "downloads"
_OF_A_THEME = (
    ("theme-guide", "guide", "theme-guide"),
    ("tool-cards", "cards-a4-long-edge", "tools-a4-flip-on-long-edge"),
    ("tool-cards", "cards-a4-short-edge", "tools-a4-flip-on-short-edge"),
    ("postcards", "cards-a4-long-edge", "postcards-a4-flip-on-long-edge"),
    ("postcards", "cards-a4-short-edge", "postcards-a4-flip-on-short-edge"),
    ("postcards", "cards-reading", "postcards-to-read"),
)
_OF_A_PURPOSE = _OF_A_THEME[1:3]
_OF_EACH = (
    ("articles", "article", "guide"),
    ("films", "film-deck", "slides"),
    ("films", "film-handout", "guide"),
    ("diagrams", "diagram-deck", "slides"),
    ("diagrams", "diagram-handout", "guide"),
)
_OF_ALL = (("terms", "glossary"), ("resources", "resources-guide"), ("references", "references"))
LIBRARY = "library"
_READ_FIRST, _ITS_ARTICLES = "introduction", ("introduction", "getting-started")


@frozen(kw_only=True)
class Order:
    """A file to be made: the item, kind of item or `LIBRARY` that it belongs to; what is selected; name and format."""

    item: str
    job: pack.Job
    select: tuple[str, ...]


def orders(library: Library) -> Iterator[Order]:
    """Every file that the pages of a library offer: the whole pack of each workshop, guide and cards of each theme,
    cards of the tools that serve a purpose, each article, film and diagram, all words, resources and references, and
    what to read first.
    """
    yield from _of_workshops(library)
    yield from _of_themes(library)
    for plural, edition, to in _OF_EACH:
        for item in library.of_kind(plural).values():
            name = item.id if edition == "article" else f"{item.id}-{edition.rpartition('-')[2]}"
            yield Order(item=item.id, job=pack.Job(edition=edition, to=to, name=name), select=(item.id,))
    for plural, edition in _OF_ALL:
        if library.of_kind(plural):
            yield Order(item=plural, job=pack.Job(edition=edition, to="guide", name=edition), select=())
    if all(id_ in library.articles for id_ in _ITS_ARTICLES):
        yield Order(item=LIBRARY, job=pack.Job(edition=_READ_FIRST, to="guide", name=_READ_FIRST), select=())


def _of_workshops(library: Library) -> Iterator[Order]:
    for workshop in library.workshops.values():
        for job in pack.jobs(workshop, library):
            yield Order(item=workshop.id, job=job, select=pack.selection(job, workshop))


def _of_themes(library: Library) -> Iterator[Order]:
    for theme in library.themes.values():
        for edition, to, name in _OF_A_THEME:
            if edition == "theme-guide" or _some(edition, theme.id, library):
                job = pack.Job(edition=edition, to=to, name=f"{theme.id}-{name}")
                yield Order(item=theme.id, job=job, select=(theme.id,))
    for purpose in library.purposes.values():
        tools = tuple(tool.id for tool in library.tools.values() if purpose.id in tool.purposes)
        for edition, to, name in _OF_A_PURPOSE if tools else ():
            yield Order(
                item=purpose.id, job=pack.Job(edition=edition, to=to, name=f"{purpose.id}-{name}"), select=tools
            )


def _some(edition: str, theme: str, library: Library) -> bool:
    """Whether a theme has anything that cards of an edition are made from."""
    pool = library.tools.values() if edition == "tool-cards" else library.postcards.values()
    return any(item.theme == theme for item in pool)


def made(order: Order, library: Library, brand: Brand) -> Made:
    """The file of an order. Raises what `build.make` raises."""
    return make(order.job.edition, order.job.to, library, brand, order.select)


def file_of(order: Order, done: Made) -> SiteFile:
    """A file that was made, where it lies on the site."""
    return SiteFile(path=f"{FOLDER}/{order.item}/{order.job.name}{done.suffix}", data=done.data or b"")


def download_of(order: Order, file: SiteFile) -> Download:
    """A file as the page of its item offers it."""
    return Download(
        item=order.item,
        path=file.path,
        edition=order.job.edition,
        renderer=order.job.to,
        bytes=len(file.data),
    )
