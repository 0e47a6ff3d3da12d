"""The site of the canonical library, made once in a test run."""

import re
from functools import lru_cache
from pathlib import Path

from attrs import evolve
from tests.support.session_cache import made_once

from coprod_content import Library, load
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.library import Items
from coprod_content.content.model import Change, Postcard
from coprod_content.document.document import Document
from coprod_content.packs.build import BuiltFile
from coprod_content.packs.downloads import Download, download, download_specs
from coprod_content.plugins.renderers import renderer
from coprod_site import SiteFile, make_site

KINDS = (
    "index.html",
    "themes/index.html",
    "themes/sharing-power.html",
    "tools/index.html",
    "tools/group-agreement.html",
    "postcards/index.html",
    "postcards/as-a-person-first.html",
    "workshops/index.html",
    "workshops/first-steps.html",
    "purposes/index.html",
    "purposes/decide.html",
    "films/index.html",
    "films/starting-small.html",
    "diagrams/index.html",
    "diagrams/three-circles.html",
    "diagrams/pdsa-with-people.html",
    "articles/index.html",
    "articles/literature-review.html",
    "resources/index.html",
    "resources/whose-shoes.html",
    "terms/index.html",
    "terms/easy-read.html",
    "references/index.html",
    "references/arnstein1969.html",
    "cards/as-a-person-first.html",
    "cards/group-agreement.html",
    "search.html",
    "about.html",
    "404.html",
)
"""A page of every kind of item, every list, and every other page."""


@lru_cache(maxsize=1)
def canonical() -> dict[str, bytes]:
    """Return the files of the canonical site by path."""
    return made_once("site", lambda: by_path(make_site(load(), load_brand())))


WITHDRAWN, CHANGED = "cards/withdrawn.html", "cards/as-a-person-first.html"


@lru_cache(maxsize=1)
def in_use() -> dict[str, bytes]:
    """Return the site with downloads, a withdrawn card and a changed card."""
    return made_once("site-in-use", _made_in_use)


def _made_in_use() -> dict[str, bytes]:
    library = load()
    card = library.postcards["as-a-person-first"]
    newer = evolve(card, changes=(Change(day="2026-11-20", what="The second question is **shorter**."),))
    cards = tuple(newer if each.id == card.id else each for each in library.postcards.values())
    gone: tuple[Postcard, ...] = (evolve(card, id="withdrawn"),)
    library = evolve(library, postcards=Items(cards), retired=gone)
    return by_path(make_site(library, load_brand(), tuple(offered(library).values())))


def offered(library: Library) -> dict[str, Download]:
    """Return every download that the site offers, by path, as if made."""
    found = {}
    for spec in download_specs(library):
        to = spec.file.renderer
        file = Document(title="A file", language="en")
        built = BuiltFile(document=file, renderer=to, suffix=renderer(to).suffix, data=bytes(1000))
        each = download(spec, built)
        assert each.path not in found
        found[each.path] = each
    return found


def by_path(files: tuple[SiteFile, ...]) -> dict[str, bytes]:
    """Return files by their paths, which must be unique."""
    assert len({file.path for file in files}) == len(files)
    return {file.path: file.data for file in files}


def pages_of(files: dict[str, bytes]) -> dict[str, str]:
    """Return the pages among files, as text, except the run pages: each of those is complete in itself."""
    found = (path for path in files if path.endswith(".html") and not path.startswith("run/"))
    return {path: files[path].decode() for path in found}


def links_of(page: str) -> set[str]:
    """Return every address that a page links to or loads."""
    return {address.replace("&amp;", "&") for address in re.findall(r'(?:href|src)="([^"]*)"', page)}


def written(files: dict[str, bytes], folder: Path) -> Path:
    """Write files to a folder, and return it."""
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder
