"""A page of the site before it is rendered as HTML."""

from attrs import frozen

from coprod_content.content.model import Theme
from coprod_content.document.document import Document
from coprod_site.page_downloads import DownloadGroup
from coprod_web.page_outline import PageOutline


@frozen(kw_only=True)
class SitePage:
    """A page of the site, with its template and contents.

    `about` describes the page for search engines. `area` is the part of the site marked in the navigation. `themes`
    holds the numbers of the themes whose symbols are shown. `parent` is the theme above it in the breadcrumbs, if any.
    `scripts` are optional, because the page can be read without them. `page` is its document, or None. `body` holds
    anything else that its template needs.
    """

    path: str
    template: str
    title: str
    about: str = ""
    area: str = ""
    accent: str = "brand"
    themes: tuple[int, ...] = ()
    parent: Theme | None = None
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
