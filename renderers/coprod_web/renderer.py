"""The web renderer: any Document as one page of HTML that needs nothing else, no script and no network."""

import base64
import re
from functools import lru_cache
from typing import assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined

from coprod_content.brand import Brand
from coprod_content.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.drawing import on_ground
from coprod_content.links import fault
from coprod_content.renderers import Renderer
from coprod_content.text import plain
from coprod_web import words
from coprod_web.figures import picture
from coprod_web.names import MAIN, reference
from coprod_web.page import Page
from coprod_web.scheme import accent, roles
from coprod_web.sheet import Sheet, allowed, shares

_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]|[\ufffe\uffff\U0001fffe\U0001ffff]")
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def render(document: Document, brand: Brand) -> bytes:
    """The bytes of a page. Raises ValueError where the logo of a brand is neither PNG nor JPEG."""
    environment = _environment()
    sheet = Sheet.of(document, brand)
    css = environment.get_template("style.css").render(sheet=sheet)
    page = environment.get_template("page.html").render(
        page=Page.of(document), sheet=sheet, allowed=allowed(css), brand=brand, logo=_logo(brand)
    )
    return _NOT_TEXT.sub("\ufffd", page).encode()


renderer = Renderer(suffix=".html", media_type="text/html", render=render)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("coprod_web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        accent=accent,
        is_live=is_live,
        kind=kind,
        main=MAIN,
        on_ground=on_ground,
        picture=picture,
        plain=plain,
        reference=reference,
        roles=roles(),
        shares=shares,
        words=words,
    )
    return environment


def kind(block: Block) -> str:
    """The name of the macro that writes a block."""
    match block:
        case Paragraph():
            return "paragraph"
        case Bullets():
            return "bullets"
        case Facts():
            return "facts"
        case Table():
            return "table"
        case Callout():
            return "callout"
        case Figure():
            return "figure"
        case Illustrated():
            return "illustrated"
        case Writing():
            return "writing"
        case Signpost():
            return "signpost"
        case _ as unreachable:
            assert_never(unreachable)


def is_live(url: str) -> bool:
    """Whether an address may be led to."""
    return bool(url) and url.isprintable() and not fault(url)


def _logo(brand: Brand) -> str:
    """The picture of the brand as an address that holds it, or nothing."""
    data = brand.file(brand.logo.file) if brand.logo else None
    if data is None:
        return ""
    type_ = next((type_ for start, type_ in _PICTURES.items() if data.startswith(start)), "")
    if not type_:
        raise ValueError(f"'{brand.logo.file if brand.logo else ''}' is neither PNG nor JPEG. Save it as one of these.")
    return f"data:{type_};base64,{base64.b64encode(data).decode()}"
