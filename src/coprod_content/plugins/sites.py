"""Sites: plugins that turn a Library into the files of a web edition."""

from collections.abc import Callable

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.plugins.registry import PluginError, Plugins

GROUP = "coprod_content.sites"


@frozen(kw_only=True)
class Download:
    """A finished file that a page offers: the item, the kind or the `library` that it belongs to, where it lies below
    the site, what it is.

    `edition` and `renderer` are names of what it was made as, `bytes` its size.
    """

    item: str
    path: str
    edition: str
    renderer: str
    bytes: int


@frozen(kw_only=True)
class SiteFile:
    """A file of a site: where it lies below the folder of the site, with slashes, and what is in it."""

    path: str
    data: bytes = b""


@frozen(kw_only=True)
class Site:
    """One web edition: a pure function from a library, a brand and the files that it may offer to its own files.

    `make` reads no clock and no network and gives the same bytes for the same input.
    """

    make: Callable[[Library, Brand, tuple[Download, ...]], tuple[SiteFile, ...]]


class SiteError(PluginError):
    """A site that cannot be made: which, whose, and what to do."""


class UnknownSite(SiteError):
    """A name that no installed site has."""


_SITES = Plugins(GROUP, "site", Site, SiteError, UnknownSite)


def names() -> tuple[str, ...]:
    """The names of the installed sites. Imports none of them. Raises SiteError where two share a name."""
    return _SITES.names()


def site(name: str) -> Site:
    """The site of a name, imported now. Raises UnknownSite, or SiteError when it does not import or is none."""
    return _SITES.load(name)


def made(name: str, library: Library, brand: Brand, downloads: tuple[Download, ...] = ()) -> tuple[SiteFile, ...]:
    """The files of a site. Raises what `site` raises, and SiteError when that one fails."""
    found = site(name)
    try:
        return found.make(library, brand, downloads)
    except Exception as error:
        why = f"{type(error).__name__}: {error}".splitlines()[0]
        raise SiteError(f"{_SITES.whose(name)} failed ({why}). Report it to those who make it.") from error
