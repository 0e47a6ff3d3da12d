"""HTML for site pages, rendered from templates."""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from urllib.parse import urlsplit

from attrs import evolve, frozen
from jinja2 import Environment
from markupsafe import Markup

from coprod_content.brand.brand import Brand
from coprod_content.brand.logo import logo_of
from coprod_content.content.drawing import Drawing
from coprod_content.content.item_titles import title_of
from coprod_content.content.library import Library
from coprod_content.content.phrases import date_in_words
from coprod_content.document.blocks import block_texts
from coprod_content.document.document import Document
from coprod_content.editions.identity import content_sources, identified
from coprod_content.editions.sections.credits import credits_section
from coprod_content.files.our_content import about_our_content
from coprod_content.text.languages import is_english, runs_from_right
from coprod_content.text.quotation_marks import curly
from coprod_content.text.spans import Text, plain, text_of
from coprod_site import addresses, interface_text
from coprod_site.list_entries import filter_limits, list_entries
from coprod_site.page_downloads import size_in_words
from coprod_site.site_page import SitePage
from coprod_site.structured_data import structured_data
from coprod_web.drawn_once import drawn_once
from coprod_web.languages import PHRASES, with_languages
from coprod_web.style_sheet import StyleSheet, style_hash
from coprod_web.svg_figures import svg_picture
from coprod_web.templating import data_url, encoded, environment


@frozen(kw_only=True)
class SiteTemplates:
    """The site's templates and the data that all pages share."""

    library: Library
    brand: Brand
    sheet: StyleSheet
    builder: bool = False

    @cached_property
    def _paths(self) -> dict[str, str]:
        return {item.id: addresses.path_of(item) for item in self.library}

    def page(self, site_page: SitePage) -> bytes:
        """Return a page as HTML."""
        root, lost = self._root(site_page), site_page.path == addresses.NOT_FOUND
        style = _environment().get_template("site.css").render(sheet=self.sheet) if lost else ""
        script = _environment().get_template("not_found.js").render() if lost else ""

        def item_address(id_: str) -> str:
            path = self._paths.get(id_, "")
            return root + path if path and path != site_page.path else ""

        page = (
            _page_environment(self.library.about.language)
            .get_template(site_page.template)
            .render(
                site_page=site_page,
                page=site_page.page or site_page,
                root=root,
                builder=self.builder,
                style=Markup(style),
                script=Markup(script),
                policy=Markup(_policy(style, script, has_media=site_page.has_media)),
                icon=data_url(self.icon(), "image/svg+xml") if lost else root + addresses.ICON,
                canonical=self.address(site_page.path) if not lost else "",
                shared=self.address(addresses.SHARED) if site_page.listed else "",
                locale=_open_graph_locale(self.library.about.language),
                structured=Markup(
                    structured_data(site_page, self.library, self.brand.organisation, self.address(site_page.path))
                ),
                body=site_page.body,
                item_address=item_address,
                entries_of=lambda items: list_entries(items, self.library),
                library=self.library,
                direction="rtl" if runs_from_right(self.library.about.language) else "ltr",
                sheet=self.sheet,
                brand=self.brand,
                logo=root + self.logo_path if self.logo else "",
                credits=self._credits,
                made_by=self._credits if self.brand.organisation else (),
                imprint=self._imprint,
            )
        )
        own = site_page.page.document.fixed_phrases if site_page.page else frozenset()
        return encoded(
            with_languages(drawn_once(page), self.library.about.language, own | PHRASES | interface_text.PHRASES)
        )

    @property
    def logo_path(self) -> str:
        """The path of the logo file.

        There is such a file only if `logo` is not empty.
        """
        logo = logo_of(self.brand, "web")
        return f"{addresses.LOGO}.{'svg' if logo and logo.svg else logo.suffix if logo else ''}"

    @property
    def logo(self) -> bytes:
        """The bytes of the logo file, empty if pages show no logo."""
        logo = logo_of(self.brand, "web")
        return (logo.svg.encode() or logo.data) if logo else b""

    @cached_property
    def _material(self) -> Document:
        """A document that credits the authors and sources of the whole site."""
        about = self.library.about
        section = evolve(credits_section(self.library), items=tuple(item.id for item in self.library))
        document = Document(
            title=about.title, language=about.language, edition="site", imprint=about.imprint, sections=(section,)
        )
        return identified(document, self.brand, self.library)

    @property
    def _credits(self) -> tuple[Text, ...]:
        return tuple(text for section in self._material.sections for b in section.blocks for text in block_texts(b))

    @property
    def _imprint(self) -> str:
        """The line at the foot of every page."""
        ours = self.brand.organisation and content_sources(self._material, self.library).includes_ours
        credit = plain(text_of(about_our_content().attribution or "")) if ours else ""
        return credit or self._material.imprint

    def address(self, path: str) -> str:
        """Return a page's full URL, or "" if the site's is unknown."""
        url = self.library.about.url
        return f"{url.rstrip('/')}/{'' if path == addresses.HOME else path}" if url else ""

    def sitemap(self, paths: Iterable[str]) -> bytes:
        """Return an XML sitemap that lists the pages with the given paths."""
        template = _environment().get_template("sitemap.xml")
        return encoded(template.render(addresses=map(self.address, paths), date=self.library.about.date))

    def icon(self) -> bytes:
        """Return the site's icon as an SVG file, in the brand's colours."""
        return encoded(_environment().get_template("icon.svg").render(brand=self.brand))

    def shared(self) -> bytes:
        """Return the PNG picture that apps show beside links to the site."""
        import resvg_py

        return resvg_py.svg_to_bytes(svg_string=_environment().get_template("shared.svg").render(brand=self.brand))

    def style(self) -> bytes:
        """Return the style sheet shared by all pages."""
        return encoded(_environment().get_template("site.css").render(sheet=self.sheet))

    def sign(self, drawing: Drawing) -> bytes:
        """Return the drawing of a symbol or pictogram as an SVG file."""
        made = svg_picture(drawing, self.brand.fonts.office)
        return encoded(_environment().get_template("sign.svg").render(it=made, brand=self.brand))

    def _root(self, site_page: SitePage) -> str:
        """Return the path from a page to the site's root folder.

        The not-found page can be shown at any address, so its path is absolute. If the site's URL is unknown, the site
        is assumed to be at the top of its host, and a script on the page corrects the path if necessary.
        """
        if site_page.path == addresses.NOT_FOUND:
            return urlsplit(self.library.about.url or "").path.rstrip("/") + "/"
        return site_page.root


def _open_graph_locale(language: str) -> str:
    """Return the locale for a language tag, such as `en_GB` for `en-GB`.

    Return an empty string if the tag is not a language followed by a region.
    """
    return language.replace("-", "_") if re.fullmatch("[a-z]{2,3}-[A-Z]{2}", language) else ""


def _policy(style: str = "", script: str = "", *, has_media: bool = False) -> str:
    """Return a page's content security policy.

    Most pages link to their style sheet and scripts, so `style` and `script` are empty. The not-found page cannot link
    to files, because it can be shown at any address. For that page, `style` and `script` are the text inside it, and
    the policy also allows the requests with which the script finds the site. If `has_media` is true, the page can load
    films and other media.
    """
    own = [f"'{style_hash(each)}'" if each else "'self'" for each in (style, script)]
    more = (" connect-src 'self';" if script else "") + (" media-src 'self';" if has_media else "")
    return (
        f"default-src 'none'; style-src {own[0]}; script-src {own[1]};{more} img-src 'self' data:; base-uri 'none'; "
        "form-action 'self'"
    )


@lru_cache(maxsize=4)
def _page_environment(language: str) -> Environment:
    """Return the template environment for pages in a language.

    On pages in English, it prints curly quotation marks.
    """
    return _environment().overlay(finalize=_typeset if is_english(language) else None)


def _typeset(value: object) -> object:
    """Return a value for a template, with curly quotation marks in text.

    Markup, and any value that is not a string, is returned unchanged.
    """
    return curly(value) if isinstance(value, str) and not isinstance(value, Markup) else value


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
