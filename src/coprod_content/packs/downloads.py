"""The files that the web edition offers: packs, guides, cards, slides, and texts in Word."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.packs.build import BuiltFile
from coprod_content.packs.file_spec import FileSpec
from coprod_content.packs.pack_files import pack_files

FOLDER = "downloads"
LIBRARY = "library"
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
_READ_FIRST, _ITS_ARTICLES = "introduction", ("introduction", "getting-started")


@frozen(kw_only=True)
class DownloadSpec:
    """A file that the site offers: how to make it, and where it belongs.

    `item` is the id of an item, the plural of a kind, or `LIBRARY`.
    """

    item: str
    file: FileSpec


@frozen(kw_only=True)
class Download:
    """A finished file that a page of the site offers. `path` is relative to the site."""

    item: str
    path: str
    edition: str
    renderer: str
    data: bytes


def download_specs(library: Library) -> Iterator[DownloadSpec]:
    """Yield every file that the pages of a library offer.

    These are the pack of each workshop; guide and cards of each theme; cards of the tools for each purpose; each
    article, film and diagram; all words, resources and references; and the introduction.
    """
    for workshop in library.workshops.values():
        yield from (DownloadSpec(item=workshop.id, file=file) for file in pack_files(workshop, library))
    yield from _of_themes(library)
    for plural, edition, to in _OF_EACH:
        for item in library.of_kind(plural).values():
            name = item.id if edition == "article" else f"{item.id}-{edition.rpartition('-')[2]}"
            yield _spec(item.id, edition, to, (item.id,), name)
    for plural, edition in _OF_ALL:
        if library.of_kind(plural):
            yield _spec(plural, edition, "guide", (), edition)
    if all(id_ in library.articles for id_ in _ITS_ARTICLES):
        yield _spec(LIBRARY, _READ_FIRST, "guide", (), _READ_FIRST)


def _spec(item: str, edition: str, to: str, select: tuple[str, ...], name: str) -> DownloadSpec:
    return DownloadSpec(item=item, file=FileSpec(edition=edition, renderer=to, select=select, name=name))


def _of_themes(library: Library) -> Iterator[DownloadSpec]:
    for theme in library.themes.values():
        for edition, to, name in _OF_A_THEME:
            if edition == "theme-guide" or _has_cards(edition, theme.id, library):
                yield _spec(theme.id, edition, to, (theme.id,), f"{theme.id}-{name}")
    for purpose in library.purposes.values():
        tools = tuple(tool.id for tool in library.tools.values() if purpose.id in tool.purposes)
        for edition, to, name in _OF_A_PURPOSE if tools else ():
            yield _spec(purpose.id, edition, to, tools, f"{purpose.id}-{name}")


def _has_cards(edition: str, theme: str, library: Library) -> bool:
    """Return whether a theme has any items that an edition of cards is made from."""
    pool = library.tools.values() if edition == "tool-cards" else library.postcards.values()
    return any(item.theme == theme for item in pool)


def download(spec: DownloadSpec, built: BuiltFile) -> Download:
    """Return a built file with its place on the site."""
    return Download(
        item=spec.item,
        path=f"{FOLDER}/{spec.item}/{spec.file.name}{built.suffix}",
        edition=spec.file.edition,
        renderer=spec.file.renderer,
        data=built.data or b"",
    )
