"""HTML for site pages, rendered from templates."""

from urllib.parse import urlsplit

from attrs import field, frozen
from jinja2 import Environment

from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Drawing
from coprod_content.content.library import Library
from coprod_site import addresses
from coprod_site.list_entries import list_entries
from coprod_site.site_page import SitePage
from coprod_web.colour_scheme import light_scheme
from coprod_web.style_sheet import StyleSheet
from coprod_web.svg_figures import svg_picture
from coprod_web.templating import encoded, logo


@frozen(kw_only=True)
class SiteTemplates:
    """The site's templates and the data that all pages share."""

    environment: Environment
    library: Library
    brand: Brand
    sheet: StyleSheet
    _paths: dict[str, str] = field(init=False, repr=False, eq=False)

    @_paths.default
    def _all_paths(self) -> dict[str, str]:
        return {item.id: addresses.path_of(item) for item in self.library}

    def page(self, site_page: SitePage) -> bytes:
        """Return a page as HTML."""
        root = self._root(site_page)

        def item_address(id_: str) -> str:
            path = self._paths.get(id_, "")
            return root + path if path and path != site_page.path else ""

        page = self.environment.get_template(site_page.template).render(
            site_page=site_page,
            page=site_page.page or site_page,
            root=root,
            body=site_page.body,
            item_address=item_address,
            entries_of=lambda items: list_entries(items, self.library),
            library=self.library,
            sheet=self.sheet,
            brand=self.brand,
            logo=logo(self.brand),
        )
        return encoded(page)

    def style(self) -> bytes:
        """Return the style sheet shared by all pages."""
        return encoded(self.environment.get_template("site.css").render(sheet=self.sheet))

    def sign(self, drawing: Drawing) -> bytes:
        """Return a drawing as an SVG file."""
        made = svg_picture(drawing, self.brand.fonts.office)
        colours = light_scheme(self.brand).colours
        return encoded(self.environment.get_template("sign.svg").render(it=made, brand=self.brand, colours=colours))

    def _root(self, site_page: SitePage) -> str:
        """Return the path from a page to the site's root folder.

        The not-found page can be shown at any depth, so its path is absolute if the site's address is known.
        """
        if site_page.path == addresses.NOT_FOUND and self.library.about.url:
            return urlsplit(self.library.about.url).path.rstrip("/") + "/"
        return site_page.root
