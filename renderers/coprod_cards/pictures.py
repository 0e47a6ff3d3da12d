"""Pictures of canvases, for shared whiteboards."""

import io
import re
from typing import Literal

from coprod_cards.fonts import families
from coprod_cards.pdf.compile import compiled_pages
from coprod_cards.pdf.poster_payload import SCREEN, poster_payload
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, words_of

_SIZE = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def render_png(document: Document, brand: Brand) -> bytes:
    """Return a PNG picture of a document's sections.

    Each section fills one or more areas the size of a slide, one below the other. The picture's description contains
    the text of the document.
    """
    from PIL import Image, PngImagePlugin  # not there in a browser, where only this renderer needs it

    pages = [Image.open(io.BytesIO(page)).convert("RGB") for page in _pages(document, brand, "png")]
    whole = Image.new("RGB", (max(page.width for page in pages), sum(page.height for page in pages)), "white")
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height
    described = PngImagePlugin.PngInfo()
    described.add_itxt("Title", document.title)
    described.add_itxt("Description", _words(document))
    out = io.BytesIO()
    whole.save(out, "PNG", pnginfo=described)
    return out.getvalue()


def render_svg(document: Document, brand: Brand) -> bytes:
    """Return an SVG drawing of a document's sections.

    Each section fills one or more areas the size of a slide, one below the other. The drawing's description, which
    screen readers read out, contains the text of the document.
    """
    pages = [page.decode() for page in _pages(document, brand, "svg")]
    sizes = [match for match in map(_SIZE.search, pages) if match]
    width = max(float(size["width"]) for size in sizes)
    total, inner = 0.0, []
    for page, size in zip(pages, sizes, strict=True):
        inner.append(page.replace("<svg ", f'<svg y="{total:g}" ', 1))
        total += float(size["height"])
    title, words = (_NOT_XML.sub("", text).translate(_ESCAPES) for text in (document.title, _words(document)))
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {total:g}" role="img" '
        f'aria-labelledby="title words"><title id="title">{title}</title><desc id="words">{words}</desc>'
    )
    return f"{whole}{''.join(inner)}</svg>".encode()


def _pages(document: Document, brand: Brand, format_: Literal["png", "svg"]) -> tuple[bytes, ...]:
    return compiled_pages(poster_payload(document, brand, SCREEN), families(brand), format_)


def _words(document: Document) -> str:
    return "\n".join(words_of(document))
