"""The files that a web edition offers beside its pages: packs of workshops, files of themes, texts in Word."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content import pack
from coprod_content.brand import Brand
from coprod_content.build import Made, make
from coprod_content.library import Library
from coprod_content.site import Download, SiteFile

FOLDER = "downloads"
_OF_A_THEME = (
    ("theme-guide", "guide", "theme-guide"),
    ("tool-cards", "cards-a4-long-edge", "tools-a4-flip-on-long-edge"),
    ("tool-cards", "cards-a4-short-edge", "tools-a4-flip-on-short-edge"),
    ("postcards", "cards-a4-long-edge", "postcards-a4-flip-on-long-edge"),
    ("postcards", "cards-a4-short-edge", "postcards-a4-flip-on-short-edge"),
    ("postcards", "cards-reading", "postcards-to-read"),
)
_OF_A_KIND = (("terms", "glossary"), ("resources", "resources-guide"))


@frozen(kw_only=True)
class Order:
    """A file to be made: the item, or the kind of item, that it belongs to; what is selected; its name and format."""

    item: str
    job: pack.Job
    select: tuple[str, ...]


def orders(library: Library) -> Iterator[Order]:
    """Every file that the pages of a library offer: the whole pack of each workshop, guide and cards of each theme,
    each article, and all words and resources.
    """
    for workshop in library.workshops.values():
        for job in pack.jobs(workshop, library):
            yield Order(item=workshop.id, job=job, select=pack.selection(job, workshop))
    for theme in library.themes.values():
        for edition, to, name in _OF_A_THEME:
            if edition == "theme-guide" or _some(edition, theme.id, library):
                job = pack.Job(edition=edition, to=to, name=f"{theme.id}-{name}")
                yield Order(item=theme.id, job=job, select=(theme.id,))

    for article in library.articles.values():
        yield Order(item=article.id, job=pack.Job(edition="article", to="guide", name=article.id), select=(article.id,))
    for plural, edition in _OF_A_KIND:
        if library.of_kind(plural):
            yield Order(item=plural, job=pack.Job(edition=edition, to="guide", name=edition), select=())


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
