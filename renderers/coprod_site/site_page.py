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
    contains the numbers of the themes whose symbols are shown. `parent` is the theme above the page in the breadcrumbs,
    or None. The page can be read without its `scripts`. `has_media` is true if the page plays a film or a sign language
    video. `page` is the outline of the page's document, or None for a page without a document. `body` contains anything
    else that the template needs. If `listed` is false, the page is not in the sitemap, and search engines are asked not
    to list it.
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
    has_media: bool = False
    page: PageOutline | None = None
    downloads: tuple[DownloadGroup, ...] = ()
    body: object = None
    listed: bool = True

    @property
    def root(self) -> str:
        """The relative path from the page to the site's folder."""
        return "../" * self.path.count("/")

    @property
    def cited(self) -> frozenset[str]:
        """The numbers of the works in the page's list of references."""
        return self.page.cited if self.page else frozenset()

    @property
    def document(self) -> Document | None:
        """The page's document, or None if it has none."""
        return self.page.document if self.page else None
