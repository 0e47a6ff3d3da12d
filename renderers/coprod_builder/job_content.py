"""The library, brand and page templates that jobs use in this process."""

import warnings
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from attrs import define

from coprod_builder.page_templates import BuilderTemplates
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import load_brand
from coprod_content.content.library import Library
from coprod_content.findings.finding import ContentError
from coprod_content.loading import ContentWarning, load


@define
class _Given:
    """The library and brand of this process, or their folders.

    They are loaded from the folders only if `loaded` is None. `base` is the URL path of the first page.
    """

    content: tuple[Path, ...] = ()
    brand: tuple[Path, ...] = ()
    loaded: tuple[Library, Brand] | None = None
    base: str = "/"


_GIVEN = _Given()


def prepare(content_roots: tuple[Path, ...], brand_roots: tuple[Path, ...]) -> None:
    """Load the library and brand when a worker process starts.

    A ContentError is ignored here, because each job that needs the library or brand raises it again.
    """
    _GIVEN.content, _GIVEN.brand, _GIVEN.loaded, _GIVEN.base = content_roots, brand_roots, None, "/"
    library_and_brand.cache_clear()
    page_templates.cache_clear()
    with suppress(ContentError):
        library_and_brand()


def use(library: Library, brand: Brand, base: str) -> None:
    """Make this process use a library and brand that are already loaded.

    `base` is the URL path of the builder's first page.
    """
    _GIVEN.loaded, _GIVEN.base = (library, brand), base
    library_and_brand.cache_clear()
    page_templates.cache_clear()


@lru_cache(maxsize=1)
def library_and_brand() -> tuple[Library, Brand]:
    """Return the library and brand. Raises ContentError if they cannot be loaded."""
    if _GIVEN.loaded:
        return _GIVEN.loaded
    with warnings.catch_warnings(category=ContentWarning, action="ignore"):  # the command line has already printed them
        return load(*_GIVEN.content), load_brand(*_GIVEN.brand)


@lru_cache(maxsize=1)
def page_templates() -> BuilderTemplates:
    """Return the templates of the builder's pages."""
    return BuilderTemplates(*library_and_brand(), base=_GIVEN.base)
