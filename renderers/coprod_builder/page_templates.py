"""The builder's pages and style sheet, rendered from templates."""

from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files

from attrs import frozen
from jinja2 import Environment
from starlette.responses import HTMLResponse, Response

from coprod_builder.planning_form import planned_address
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import LARGEST_FILE as LARGEST_TEMPLATE
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words, people_range, setting_in_words
from coprod_content.files.text_file import LARGEST_FILE
from coprod_content.findings.finding import Finding
from coprod_content.text.languages import FIXED
from coprod_content.text.spans import plain, text_of
from coprod_web.colour_scheme import dark_scheme
from coprod_web.languages import with_languages
from coprod_web.style_sheet import css_string
from coprod_web.templating import environment


@frozen
class BuilderTemplates:
    """Templates of the builder's pages, for one library and brand.

    `base` is the URL path of the first page, which all links start with.
    """

    library: Library
    brand: Brand
    warnings: tuple[Finding, ...] = ()
    base: str = "/"

    @cached_property
    def static_files(self) -> Mapping[str, tuple[bytes, str]]:
        """Style sheet and scripts, with media types, keyed by URL path."""
        css = self.html(
            "builder.css",
            light=self.brand.palette,
            dark=dark_scheme(self.brand),
            font=css_string(self.brand.fonts.office),
        )
        scripts = files("coprod_builder").joinpath("static").iterdir()
        return {
            "/static/builder.css": (css.encode(), "text/css"),
            **{f"/static/{each.name}": (each.read_bytes(), "text/javascript") for each in scripts},
        }

    def page(self, name: str, status: int = 200, **values: object) -> Response:
        """Return an HTML response rendered from the named template."""
        return HTMLResponse(with_languages(self.html(name, **values), FIXED), status_code=status)

    def html(self, name: str, **values: object) -> str:
        """Return the named template, rendered as text."""
        return self._environment.get_template(name).render(**values)

    @cached_property
    def _environment(self) -> Environment:
        found = environment("coprod_builder")
        found.globals.update(
            base=self.base,
            largest_file=LARGEST_FILE,
            largest_template=LARGEST_TEMPLATE,
            library=self.library,
            minutes_in_words=minutes_in_words,
            people_range=people_range,
            planned_address=planned_address,
            plain_words=lambda markdown: plain(text_of(markdown)),
            setting_in_words=setting_in_words,
            warnings=self.warnings,
        )
        return found
