"""A page of the site before it is rendered as HTML."""

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.document.document import Document
from coprod_site import addresses, interface_text
from coprod_site.page_downloads import DownloadGroup
from coprod_web.page_outline import PageOutline


@frozen
class PageLink:
    """A link to a page on the site."""

    words: str
    path: str


@frozen(kw_only=True)
class SitePage:
    """A page of the site, with its template and contents.

    `about` describes the page for search engines. `area` is the part of the site marked in the navigation. `themes`
    holds the numbers of the themes whose symbols are shown. `scripts` are optional, because the page can be read
    without them. `page` is its document, or None. `body` holds anything else that its template needs.
    """

    path: str
    template: str
    title: str
    about: str = ""
    area: str = ""
    accent: str = "brand"
    themes: tuple[int, ...] = ()
    breadcrumbs: tuple[PageLink, ...] = ()
    scripts: tuple[str, ...] = ()
    page: PageOutline | None = None
    downloads: tuple[DownloadGroup, ...] = ()
    body: object = None

    @property
    def root(self) -> str:
        """The relative path from the page to the site's folder."""
        return "../" * self.path.count("/")

    @property
    def cited(self) -> frozenset[str]:
        """The numbers of the works listed on the page."""
        return self.page.cited if self.page else frozenset()

    @property
    def document(self) -> Document | None:
        """The document on the page, or None."""
        return self.page.document if self.page else None


def home_link() -> PageLink:
    """Return the first breadcrumb of every page."""
    return PageLink(interface_text.HOME, addresses.HOME)


def kind_link(plural: str) -> PageLink:
    """Return a link to the page that lists items of one kind."""
    return PageLink(interface_text.KINDS[plural], addresses.index_of(plural))


def theme_numbers(ids: tuple[str, ...], library: Library) -> tuple[int, ...]:
    """Return the numbers of the themes with the given ids."""
    return tuple(library.themes[id_].number for id_ in ids)
