"""The files in an EPUB package."""

import base64
import html
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from coprod_content.document.document import Document
from coprod_web.drawn_once import drawn_once
from coprod_web.languages import PHRASES, with_languages
from coprod_web.templating import encoded

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
_VOID = re.compile(r"<((?:br|col|hr|img|input|wbr)\b[^>]*?)\s*/?>")
_SVG = re.compile(r"<svg(?! xmlns)")
_BARE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)(\w+;)?")
_DATA = re.compile(r'src="data:(image/[\w+.-]+);base64,([^"]+)"')
_ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/svg+xml": ".svg"}
_EARLIEST = date(1980, 1, 1)


@frozen
class BookPart:
    """A text file in a book."""

    name: str
    text: str


@frozen
class BookImage:
    """A picture or sound file in a book."""

    name: str
    media_type: str
    data: bytes


def chapter_parts(parts: Iterable[BookPart], document: Document) -> tuple[BookPart, ...]:
    """Return chapters as XHTML.

    In each chapter, an SVG path that recurs is written only once, and words in other languages are marked.
    """
    language, fixed = document.language, document.fixed_phrases | PHRASES
    return tuple(evolve(each, text=_as_xhtml(with_languages(drawn_once(each.text), language, fixed))) for each in parts)


def _as_xhtml(page: str) -> str:
    """Return HTML from our templates as XHTML.

    The HTML is well formed, except for unclosed elements such as `br`, SVG without a namespace, `&` that is not
    escaped, and named characters such as `&nbsp;`.
    """
    page = _VOID.sub(r"<\1/>", page)
    page = _SVG.sub('<svg xmlns="http://www.w3.org/2000/svg"', page)
    return _BARE.sub(lambda found: html.unescape(found[0]) if found[1] else "&amp;", page)


def images_of(parts: tuple[BookPart, ...]) -> tuple[tuple[BookPart, ...], tuple[BookImage, ...]]:
    """Return chapters with embedded pictures moved into files, and the files.

    Pictures with the same data share one file.
    """
    images: dict[str, BookImage] = {}

    def moved(found: re.Match[str]) -> str:
        name = f"image-{len(images) + 1}{_ENDINGS.get(found[1], '.img')}"
        image = images.setdefault(found[0], BookImage(name, found[1], base64.b64decode(found[2])))
        return f'src="{image.name}"'

    made = tuple(evolve(each, text=_DATA.sub(moved, each.text)) for each in parts)
    return made, tuple(images.values())


def packed(texts: Iterable[BookPart], images: Iterable[BookImage], day: str) -> bytes:
    """Return the bytes of a book.

    As the standard requires, the media type comes first and is not compressed. All files are dated `day`, an ISO date,
    or 1 January 1980 if `day` is earlier.
    """
    when, out = max(date.fromisoformat(day), _EARLIEST), io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in _files(texts, images):
            info = zipfile.ZipInfo(name, (when.year, when.month, when.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o600 << 16
            archive.writestr(info, data, compresslevel=6)
    return out.getvalue()


def _files(texts: Iterable[BookPart], images: Iterable[BookImage]) -> Iterator[tuple[str, bytes]]:
    yield "mimetype", b"application/epub+zip"
    yield "META-INF/container.xml", _CONTAINER.encode()
    yield from ((f"EPUB/{each.name}", encoded(each.text)) for each in texts)
    yield from ((f"EPUB/{each.name}", each.data) for each in images)
