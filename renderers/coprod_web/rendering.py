"""Render a document as one self-contained HTML page."""

from functools import lru_cache

from jinja2 import Environment

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_web.drawn_once import drawn_once
from coprod_web.languages import PHRASES, with_languages
from coprod_web.page_outline import PageOutline
from coprod_web.style_sheet import StyleSheet, style_hash
from coprod_web.templating import encoded, environment, logo_url


def render(document: Document, brand: Brand) -> bytes:
    """Render a document as a web page.

    Raises ValueError if the logo cannot be used.
    """
    templates = _templates()
    sheet = StyleSheet.of((document,), brand)
    css = templates.get_template("style.css").render(sheet=sheet)
    page = templates.get_template("page.html").render(
        page=PageOutline.of(document), sheet=sheet, allowed=style_hash(css), brand=brand, logo=logo_url(brand)
    )
    return encoded(with_languages(drawn_once(page), document.language, document.fixed_phrases | PHRASES))


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return environment()
