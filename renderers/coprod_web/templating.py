"""The Jinja environment for templates, with automatic escaping."""

import base64
import re
from collections.abc import Mapping
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, Template
from jinja2.environment import TemplateModule

from coprod_content.brand.brand import Brand
from coprod_content.brand.logo import logo_of
from coprod_content.content.drawing import on_background
from coprod_content.document.blocks import Block
from coprod_content.text.spans import plain
from coprod_content.text.urls import url_fault
from coprod_web import page_wording
from coprod_web.anchors import MAIN, reference_anchor
from coprod_web.colour_scheme import accent_role, roles
from coprod_web.style_sheet import column_shares
from coprod_web.svg_figures import svg_picture

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]|[\ufffe\uffff\U0001fffe\U0001ffff]")
_MODULES = "modules_of_page"


class _PageTemplate(Template):
    """A template whose imported modules are made once for each page.

    By default, Jinja makes the macros of a template again for each import with context. That takes longer than
    rendering most pages.
    """

    def render(self, *args: Any, **kwargs: Any) -> str:
        return super().render(*args, **kwargs, **{_MODULES: {}})

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002  # the name in Jinja
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002  # the name in Jinja
    ) -> TemplateModule:
        made: dict[str | None, TemplateModule] = (vars or {}).get(_MODULES, {})
        if self.name not in made:
            made[self.name] = super().make_module(vars, shared, locals)
        return made[self.name]


def environment(*packages: str) -> Environment:
    """Return a Jinja environment for the templates in the given packages.

    The environment also has the templates of `coprod_web`, unless a given package has a template with the same name.
    Templates call `item_address` with an item's id to get the URL of the item's page. By default, it returns an empty
    string, so there are no links to items. To add links, pass a different `item_address` when rendering a template.
    """
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, "coprod_web")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.template_class = _PageTemplate
    made.globals.update(
        accent=accent_role,
        is_book=False,
        is_live=is_live,
        item_address=lambda _: "",
        kind=kind,
        main=MAIN,
        on_ground=on_background,
        photo_url=lambda jpeg: data_url(jpeg, "image/jpeg"),
        picture=svg_picture,
        plain=plain,
        reference=reference_anchor,
        roles=roles(),
        shares=column_shares,
        words=page_wording,
    )
    return made


def encoded(page: str) -> bytes:
    """Encode a page as UTF-8, replacing characters that HTML forbids."""
    return _FORBIDDEN.sub("\ufffd", page).encode()


def kind(block: Block) -> str:
    """Return the name of the template macro that renders a block."""
    return type(block).__name__.lower()


def is_live(url: str) -> bool:
    """Return whether a URL can be used as a link.

    The URL must be printable, and a valid http, https, mailto or tel address.
    """
    return bool(url) and url.isprintable() and not url_fault(url)


def logo_url(brand: Brand) -> str:
    """Return a brand's logo as a `data:` URL, or an empty string.

    Raises ValueError if the logo cannot be used.
    """
    logo = logo_of(brand, "web")
    if logo is None:
        return ""
    type_, data = ("image/svg+xml", logo.svg.encode()) if logo.svg else (logo.content_type, logo.data)
    return data_url(data, type_)


def data_url(data: bytes, media_type: str) -> str:
    """Return a URL that contains a file."""
    return f"data:{media_type};base64,{base64.b64encode(data).decode()}"
