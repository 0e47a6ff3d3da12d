"""The site: every page, the style that they share, scripts, signs and the index of search."""

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from jinja2 import Environment

from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Drawing, on_background
from coprod_content.content.library import Library
from coprod_content.content.model import Theme
from coprod_content.plugins.sites import Download, Site, SiteFile
from coprod_content.text.spans import plain, text_of
from coprod_site import addresses, cards, items, lists, others, search
from coprod_site.rendering import Rendering
from coprod_site.view import View
from coprod_web.style_sheet import StyleSheet
from coprod_web.templating import environment

SCRIPTS = ("card.js", "diagram.js", "film.js", "filter.js", "postcards.js", "search.js")


def make(library: Library, brand: Brand, downloads: tuple[Download, ...]) -> tuple[SiteFile, ...]:
    """The files of the site, in the order of their paths."""
    views = (
        *lists.views(library, downloads),
        *items.views(library, downloads),
        *cards.views(library, downloads),
        *others.views(library),
    )
    sheet = StyleSheet.of((view.document for view in views if view.document), brand)
    rendering = Rendering(templates=_templates(), library=library, brand=brand, sheet=sheet)
    files = (
        *(SiteFile(path=view.path, data=rendering.page(view)) for view in views),
        *_shared(views, library, rendering),
    )
    return tuple(sorted(files, key=lambda file: file.path))


site = Site(make=make)


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return environment("coprod_site")


def _shared(views: tuple[View, ...], library: Library, rendering: Rendering) -> Iterator[SiteFile]:
    """What pages share: style, scripts, signs, and the data that search and the table of postcards work from."""
    yield SiteFile(path=addresses.STYLE, data=rendering.style())
    for name in SCRIPTS:
        yield SiteFile(path=addresses.asset(name), data=_static(name))
    for theme in library.themes.values():
        yield from _signs(theme, rendering)
    yield SiteFile(path=addresses.asset("search-index.js"), data=search.index_script(views, library))
    yield SiteFile(path=addresses.asset("postcards-data.js"), data=_cards(library))


def _static(name: str) -> bytes:
    return resources.files("coprod_site").joinpath("static", name).read_bytes()


def _signs(theme: Theme, rendering: Rendering) -> Iterator[SiteFile]:
    """The sign of a theme for its own colour and for paper; an empty one where it has none."""
    drawing = theme.drawing or Drawing(width=40, height=40, shapes=())
    role = f"theme_{theme.number}"
    for ground in (False, True):
        drawn = on_background(drawing, role) if ground else drawing
        yield SiteFile(path=addresses.sign(theme.number, ground=ground), data=rendering.sign(drawn))


def _cards(library: Library) -> bytes:
    """The postcards as a script, for the table that they are drawn from."""
    found = [
        {
            "path": addresses.path_of(card),
            "question": card.question,
            "theme": library.themes[card.theme].number,
            "label": library.themes[card.theme].title,
            "moment": card.moment,
            "audience": list(card.audience),
            "why": plain(text_of(card.why)),
            "more": list(card.follow_ups),
            "listen": plain(text_of(card.listen_for)),
        }
        for card in library.postcards.values()
    ]
    return f"window.coprodCards={json.dumps(found, ensure_ascii=True, separators=(',', ':'))};\n".encode()
