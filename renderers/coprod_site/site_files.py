"""All site files: pages, styles, scripts, symbols and the search index."""

import json
from collections.abc import Iterator
from importlib import resources

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Drawing, on_background
from coprod_content.content.library import Library
from coprod_content.content.model import Theme
from coprod_content.packs.downloads import Download
from coprod_content.text.languages import is_english
from coprod_content.text.quotation_marks import curly
from coprod_content.text.spans import plain, text_of
from coprod_site import addresses, card_pages, item_pages, list_pages, search_index, standalone_pages
from coprod_site.films.made_films import FOLDER, MadeFilm
from coprod_site.films.signed_films import signed_film
from coprod_site.page_html import SiteTemplates
from coprod_site.site_page import SitePage
from coprod_web.run.run_page import run_page
from coprod_web.style_sheet import StyleSheet


@frozen(kw_only=True)
class SiteFile:
    """A file in the site.

    `path` is relative to the site's folder and uses forward slashes.
    """

    path: str
    data: bytes = b""


def make_site(
    library: Library,
    brand: Brand,
    downloads: tuple[Download, ...] = (),
    films: tuple[MadeFilm, ...] = (),
    *,
    builder: bool = False,
) -> tuple[SiteFile, ...]:
    """Return the site's files, ordered by path.

    Pages link to `downloads`, but the result does not include those files. The page of each film in `films` plays the
    film. Events of workshops, which name people and places, are left out. If `builder` is true, the home page links to
    the builder, which is not in the result.
    """
    workshops = tuple(evolve(workshop, event=None) for workshop in library.workshops.values())
    library = evolve(library, workshops=evolve(library.workshops, items_in_order=workshops))
    pages = (
        *list_pages.site_pages(library, downloads),
        *item_pages.site_pages(library, downloads, films),
        *card_pages.site_pages(library, downloads),
        *standalone_pages.site_pages(library, downloads),
    )
    sheet = StyleSheet.of((page.document for page in pages if page.document), brand)
    templates = SiteTemplates(library=library, brand=brand, sheet=sheet, builder=builder)
    files = (
        *(SiteFile(path=page.path, data=templates.page(page)) for page in pages),
        *_shared(pages, library, templates),
        *(SiteFile(path=f"{FOLDER}/{name}", data=data) for film in films for name, data in film.files),
        *_sign_videos(library),
        *_run_pages(library, brand),
    )
    return tuple(sorted(files, key=lambda file: file.path))


def _sign_videos(library: Library) -> Iterator[SiteFile]:
    for signed in filter(None, map(signed_film, library.films.values())):
        yield SiteFile(path=f"{FOLDER}/{signed.name}", data=signed.path.read_bytes())


def _run_pages(library: Library, brand: Brand) -> Iterator[SiteFile]:
    for workshop in library.workshops.values():
        yield SiteFile(path=addresses.run_page(workshop.id), data=run_page(workshop, library, brand))


def _shared(pages: tuple[SitePage, ...], library: Library, templates: SiteTemplates) -> Iterator[SiteFile]:
    yield SiteFile(path=addresses.STYLE, data=templates.style())
    yield SiteFile(path=addresses.ICON, data=templates.icon())
    if templates.logo:
        yield SiteFile(path=templates.logo_path, data=templates.logo)
    if library.about.url:
        listed = [page.path for page in pages if page.listed]
        yield SiteFile(path=addresses.SITEMAP, data=templates.sitemap(listed))
        yield SiteFile(path=addresses.SHARED, data=templates.shared())
    for script in resources.files("coprod_site").joinpath("static").iterdir():
        yield SiteFile(path=addresses.asset(script.name), data=script.read_bytes())
    for theme in library.themes.values():
        yield from _signs(theme, templates)
    for id_ in sorted({tool.picture for tool in library.tools.values() if tool.picture}):
        yield SiteFile(path=addresses.pictogram(id_), data=templates.sign(library.pictures[id_].drawing))
    yield SiteFile(path=addresses.asset("search-index.js"), data=search_index.index_script(pages, library))
    yield SiteFile(path=addresses.asset("postcards-data.js"), data=_postcard_script(library))


def _signs(theme: Theme, templates: SiteTemplates) -> Iterator[SiteFile]:
    """Yield the two symbol files of a theme.

    They are blank if the theme has no drawing.
    """
    drawing = theme.drawing or Drawing(width=40, height=40, shapes=())
    for ground in (False, True):
        drawn = on_background(drawing, f"theme_{theme.number}") if ground else drawing
        yield SiteFile(path=addresses.sign(theme.number, ground=ground), data=templates.sign(drawn))


def _postcard_script(library: Library) -> bytes:
    typeset = curly if is_english(library.about.language) else str
    cards = [
        {
            "path": addresses.path_of(card),
            "question": typeset(card.question),
            "theme": library.themes[card.theme].number,
            "label": typeset(library.themes[card.theme].title),
            "moment": card.moment,
            "audience": list(card.audience),
            "why": typeset(plain(text_of(card.why))),
            "more": [typeset(each) for each in card.follow_ups],
            "listen": typeset(plain(text_of(card.listen_for))),
        }
        for card in library.postcards.values()
    ]
    return f"window.coprodCards={json.dumps(cards, ensure_ascii=False, separators=(',', ':'))};\n".encode()
