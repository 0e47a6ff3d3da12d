"""The files that the web edition offers for download."""

from collections.abc import Iterator

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.packs.build import BuiltFile, FileSpec
from coprod_content.packs.pack_files import pack_files, programme_files
from coprod_content.plugins.renderers import caption_of, installed_renderers

FOLDER = "downloads"
LIBRARY = "library"
_CARDS_OF_THEMES = (("tools", "tool-cards"), ("postcards", "postcards"))
_OF_ITEMS = (
    ("articles", "article"),
    ("films", "film-deck"),
    ("films", "film-handout"),
    ("canvases", "canvases"),
    ("forms", "forms"),
    ("diagrams", "diagram-deck"),
    ("diagrams", "diagram-handout"),
)
_OF_KINDS = (
    ("terms", "glossary"),
    ("cases", "cases"),
    ("cases", "case-slides"),
    ("resources", "resources-guide"),
    ("references", "references"),
)
_READ_FIRST, _ITS_ARTICLES = "introduction", ("introduction", "getting-started")


@frozen(kw_only=True)
class DownloadSpec:
    """A file to make for the site, and the item it concerns.

    `item` is the id of an item, the plural name of a kind if the file covers all items of that kind, or LIBRARY if the
    file introduces the whole library.
    """

    item: str
    file: FileSpec


@frozen(kw_only=True)
class Download:
    """A finished file that is offered on a page of the site.

    `item` is the same as in the DownloadSpec. `path` is relative to the root of the site. `format` is the everyday name
    of the file format.
    """

    item: str
    path: str
    edition: str
    format: str
    data: bytes


def download_specs(library: Library) -> Iterator[DownloadSpec]:
    """Yield a specification for each download on a library's site.

    The downloads are the files of each workshop's pack; each theme's guide and cards; tool cards for each purpose;
    files for each article, programme, film, canvas, form and diagram; the glossary, cases, resources and references;
    and the introduction.
    """
    for workshop in library.workshops.values():
        files = (file for file in pack_files(workshop, library) if file.edition != "forms")  # they have their own pages
        yield from (DownloadSpec(item=workshop.id, file=file) for file in files)
    yield from _of_themes_and_purposes(library)
    for programme in library.programmes.values():
        yield from (DownloadSpec(item=programme.id, file=file) for file in programme_files(programme))
    for plural, edition in _OF_ITEMS:
        for item in library.of_kind(plural).values():
            yield from _specs(item.id, edition, (item.id,))
    for plural, edition in _OF_KINDS:
        if library.of_kind(plural):
            yield from _specs(plural, edition)
    if all(id_ in library.articles for id_ in _ITS_ARTICLES):
        yield from _specs(LIBRARY, _READ_FIRST)


def _of_themes_and_purposes(library: Library) -> Iterator[DownloadSpec]:
    for theme in library.themes.values():
        yield from _specs(theme.id, "theme-guide", (theme.id,))
        for plural, edition in _CARDS_OF_THEMES:
            if any(item.theme == theme.id for item in library.of_kind(plural).values()):
                yield from _specs(theme.id, edition, (theme.id,))
    for purpose in library.purposes.values():
        tools = tuple(tool.id for tool in library.tools.values() if purpose.id in tool.purposes)
        if tools:
            yield from _specs(purpose.id, "tool-cards", tools)


def _specs(item: str, edition: str, select: tuple[str, ...] = ()) -> Iterator[DownloadSpec]:
    """Yield a DownloadSpec for each renderer that offers the edition on sites."""
    for to, offered in installed_renderers().on_site(edition):
        name = "-".join(part for part in (item if select else "", offered) if part)
        yield DownloadSpec(item=item, file=FileSpec(edition=edition, renderer=to, select=select, name=name))


def download(spec: DownloadSpec, built: BuiltFile) -> Download:
    """Return a built file as a Download, including its site path."""
    return Download(
        item=spec.item,
        path=f"{FOLDER}/{spec.item}/{spec.file.name}{built.suffix}",
        edition=spec.file.edition,
        format=caption_of(spec.file.renderer),
        data=built.data or b"",
    )
