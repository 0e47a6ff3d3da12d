"""HTML for site pages, rendered from templates."""

from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from attrs import frozen
from jinja2 import Environment

from coprod_content.brand.brand import Brand
from coprod_content.content.drawing import Drawing
from coprod_content.content.item_titles import title_of
from coprod_content.content.library import Library
from coprod_content.content.phrases import date_in_words
from coprod_content.text.spans import text_of
from coprod_site import addresses, interface_text
from coprod_site.list_entries import filter_limits, list_entries
from coprod_site.page_downloads import size_in_words
from coprod_site.site_page import SitePage
from coprod_web.style_sheet import StyleSheet
from coprod_web.svg_figures import svg_picture
from coprod_web.templating import encoded, environment, logo_url


@frozen(kw_only=True)
class SiteTemplates:
    """The site's templates and the data that all pages share."""

    library: Library
    brand: Brand
    sheet: StyleSheet

    @cached_property
    def _paths(self) -> dict[str, str]:
        return {item.id: addresses.path_of(item) for item in self.library}

    def page(self, site_page: SitePage) -> bytes:
        """Return a page as HTML."""
        root = self._root(site_page)

        def item_address(id_: str) -> str:
            path = self._paths.get(id_, "")
            return root + path if path and path != site_page.path else ""

        page = (
            _environment()
            .get_template(site_page.template)
            .render(
                site_page=site_page,
                page=site_page.page or site_page,
                root=root,
                body=site_page.body,
                item_address=item_address,
                entries_of=lambda items: list_entries(items, self.library),
                library=self.library,
                sheet=self.sheet,
                brand=self.brand,
                logo=logo_url(self.brand),
            )
        )
        return encoded(page)

    def style(self) -> bytes:
        """Return the style sheet shared by all pages."""
        return encoded(_environment().get_template("site.css").render(sheet=self.sheet))

    def sign(self, drawing: Drawing) -> bytes:
        """Return the drawing of a theme's symbol as an SVG file."""
        made = svg_picture(drawing, self.brand.fonts.office)
        return encoded(_environment().get_template("sign.svg").render(it=made, brand=self.brand))

    def _root(self, site_page: SitePage) -> str:
        """Return the path from a page to the site's root folder.

        The not-found page can be shown at any folder depth, so its path is absolute if the site's URL is known.
        """
        if site_page.path == addresses.NOT_FOUND and self.library.about.url:
            return urlsplit(self.library.about.url).path.rstrip("/") + "/"
        return site_page.root


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = environment("coprod_site")
    made.globals.update(
        at=addresses,
        date_in_words=date_in_words,
        filter_limits=filter_limits,
        leads=interface_text.LEADS,
        moments=interface_text.MOMENTS,
        navigation=interface_text.NAVIGATION,
        say=interface_text.WORDS,
        singular=interface_text.SINGULAR,
        size_in_words=size_in_words,
        text_of=text_of,
        title_of=title_of,
        titles=interface_text.TITLES,
    )
    return made
