"""Clean SVG logos, and convert them to PNG."""

import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

from attrs import frozen

from coprod_content.brand.svg.svg_png import DRAWING_FIX, drawn_characters, drawn_png
from coprod_content.brand.svg.svg_styles import plain_attribute, plain_declarations, plain_style_sheet
from coprod_content.files.pictures.picture_files import (
    LONGEST,
    UnusablePicture,
    opened_picture,
    picture_kind,
    saved_picture,
)

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_LARGEST, _DEEPEST, _MOST_DRAWN, _REPEATED = 15 * 1024 * 1024, 200, 200_000, 150
_KEPT = re.compile(
    "svg|g|defs|symbol|use|switch|a|title|desc|style|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath"
    "|image|clipPath|mask|pattern|marker|linearGradient|radialGradient|stop|filter|fe[A-Z][A-Za-z]+"
)
_LEFT_OUT = ("color-interpolation", "vector-effect", "systemLanguage")
_DATA = re.compile(r"\s*data:[^,]*?(;\s*base64)?\s*,(.*)", re.IGNORECASE | re.DOTALL)
_URL = re.compile(r"url\(\s*['\"]?\s*(?!['\"]?#)([^)]{0,80})", re.IGNORECASE)
_FILTER = re.compile(r"\s*url\(\s*['\"]?#([^)'\"]*)['\"]?\s*\)\s*")
_SIZES = re.compile(r"(?<![\w-])(width|height|x|y)\s*:[^;]*", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|em|ex)?\s*", re.IGNORECASE)
_PIXELS = {"px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "ex": 8}
_OUTLINES = "In the drawing program, convert the text to outlines, and export it again."


@frozen
class SvgLogo:
    """A logo as a safe SVG drawing and as a PNG picture.

    `svg` is an empty string if the drawing contains text, because programs draw text differently.
    """

    svg: str
    png: bytes


def svg_logo(data: bytes) -> SvgLogo:
    """Return a safe copy of an SVG drawing, with a PNG picture.

    The copy contains only the elements that are drawn: no scripts, animations or data for a drawing program. Raises
    UnusablePicture if the drawing is damaged, refers to other files or cannot be drawn by every program.
    """
    root = _cleaned(_root(data))
    if root.get("transform") or "transform:" in root.get("style", "") or "slice" in root.get("preserveAspectRatio", ""):
        raise UnusablePicture("is moved or cropped as a whole, which some programs cannot draw.", DRAWING_FIX)
    _refuse_explosive(root)
    _remove_missing_filters(root)
    width, height = _size(root)
    scale = LONGEST / max(width, height)
    root.attrib.setdefault("viewBox", f"0 0 {width:g} {height:g}")
    width, height = max(1.0, width * scale), max(1.0, height * scale)
    root.attrib |= {"xmlns": _SVG[1:-1], "xmlns:xlink": _XLINK[1:-5], "width": f"{width:g}", "height": f"{height:g}"}
    text = "".join(words for each in root.iter("text") for words in each.itertext()).strip()
    if any(ord(character) not in drawn_characters() and character.isprintable() for character in text):
        raise UnusablePicture("contains text with characters that no available font has.", _OUTLINES)
    svg = ElementTree.tostring(root, encoding="unicode")
    if len(svg) > _REPEATED * len(zlib.compress(svg.encode())):
        raise UnusablePicture("has too many shapes.", "Simplify it, or save it as PNG.")
    return SvgLogo("" if text else svg, drawn_png(svg, width, height))


def _root(data: bytes) -> ElementTree.Element:
    if data.startswith(b"\x1f\x8b"):
        data = _unpacked(data)
    if len(data) > _LARGEST:
        raise UnusablePicture("is a drawing of more than 15 MiB.", "Simplify it, or save it as PNG.")
    try:
        root = ElementTree.fromstring(data.lstrip(b" \t\r\n"))
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise UnusablePicture("is not a drawing that can be read.", DRAWING_FIX) from error
    if root.tag not in (f"{_SVG}svg", "svg"):
        raise UnusablePicture("is not a picture.", "Save it as PNG, JPEG or SVG.")
    return root


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _LARGEST + 1)
    except zlib.error as error:
        raise UnusablePicture("is not a drawing that can be read.", DRAWING_FIX) from error


def _cleaned(element: ElementTree.Element, depth: int = 0) -> ElementTree.Element:
    """Return a copy of an element with only its visible parts.

    Raises UnusablePicture if it is nested too deeply, or contains anything that most programs cannot draw.
    """
    if depth > _DEEPEST:
        raise UnusablePicture("is nested too deeply.", DRAWING_FIX)
    tag = element.tag.removeprefix(_SVG)
    made = ElementTree.Element(tag, dict(_attributes(element, tag)))
    made.text, made.tail = element.text, element.tail
    if "xlink:href" in made.attrib and not made.attrib["xlink:href"].startswith("#"):
        _embed(made)
    if tag == "style":
        seen = element.get("media", "all") in ("all", "screen", "") and element.get("type", "text/css") == "text/css"
        made.text = _without_links(plain_style_sheet(element.text or "")) if seen else ""
        return made
    for child in element:
        name = child.tag.removeprefix(_SVG) if isinstance(child.tag, str) else ""
        if child.get("requiredExtensions") or not child.get("systemLanguage", "en").startswith("en"):
            continue
        if _KEPT.fullmatch(name):
            made.append(_cleaned(child, depth + 1))
        elif name == "foreignObject" and tag != "switch":
            raise UnusablePicture("contains HTML (foreignObject), which most programs cannot draw.", DRAWING_FIX)
    return made


def _attributes(element: ElementTree.Element, tag: str) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if name in ("href", _XLINK):
            if tag == "a" or not value.strip() or (name == _XLINK and element.get("href")):
                continue
            if not value.strip().startswith("#") and not _DATA.match(value):
                raise UnusablePicture(f"refers to another file, '{value.strip()[:60]}'.", DRAWING_FIX)
            yield "xlink:href", value.strip()
        elif name == "style":
            declared = _SIZES.sub("", value) if tag == "svg" else value
            yield name, _without_links(plain_declarations(declared, element.attrib))
        elif not name.startswith(("{", "on", "required")) and name not in _LEFT_OUT:
            yield name, _without_links(plain_attribute(name, value))


def _embed(element: ElementTree.Element) -> None:
    """Replace a picture inside a drawing with a cleaned copy of it.

    The picture is in the link of `element`, as a data URL. Raises UnusablePicture if it is not a picture that can be
    used.
    """
    found = _DATA.match(element.attrib["xlink:href"])
    encoded = unquote_to_bytes(found[2]) if found else b""
    try:
        data = b64decode(encoded) if found and found[1] else encoded
        kind = picture_kind(data)
        if kind == "SVG":
            raise UnusablePicture("is a drawing.", "")
        image = opened_picture(data)
    except UnusablePicture as error:
        raise UnusablePicture(f"contains a file that {error.what}", DRAWING_FIX) from error
    except ValueError as error:
        raise UnusablePicture("contains a file that is damaged.", DRAWING_FIX) from error
    if "width" in element.attrib and "height" in element.attrib:
        image.thumbnail((LONGEST, LONGEST))
    encoded = b64encode(saved_picture(image, kind))
    element.set("xlink:href", f"data:image/{kind.lower()};base64,{encoded.decode()}")


def _remove_missing_filters(root: ElementTree.Element) -> None:
    """Remove references to filters that the drawing does not contain.

    Browsers ignore such references, but other programs may not.
    """
    ids = {each.get("id") for each in root.iter("filter")}
    for each in root.iter():
        link = _FILTER.fullmatch(each.get("filter", ""))
        if link and link[1] not in ids:
            del each.attrib["filter"]


def _refuse_explosive(root: ElementTree.Element) -> None:
    """Raise UnusablePicture if a drawing would take too long to draw.

    Even a small file can draw a huge number of shapes, if it contains copies of copies.
    """
    ids = {f"#{each.get('id')}": each for each in root.iter() if each.get("id")}
    counts: dict[ElementTree.Element, int] = {}

    def drawn(element: ElementTree.Element) -> int:
        if element not in counts:
            counts[element] = 1  # in case the element contains a copy of itself
            copied = ids.get(element.get("xlink:href", "")) if element.tag == "use" else None
            counts[element] = 1 + sum(map(drawn, element)) + (drawn(copied) if copied is not None else 0)
        return counts[element]

    try:
        if drawn(root) > _MOST_DRAWN:
            raise UnusablePicture("has too many shapes.", "Simplify it, or save it as PNG.")
    except RecursionError as error:
        raise UnusablePicture("is nested too deeply.", DRAWING_FIX) from error


def _without_links(words: str) -> str:
    link = _URL.search(words)
    if link and not _DATA.match(link[1]):
        raise UnusablePicture(f"refers to another file, '{link[1].strip()[:60]}'.", DRAWING_FIX)
    return words


def _size(root: ElementTree.Element) -> tuple[float, float]:
    """Return the width and height of a drawing, in pixels."""
    try:
        *_, across, down = (float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()))
    except ValueError:
        across, down = 0.0, 0.0
    width, height = (_pixels(root.get(name, "")) for name in ("width", "height"))
    if width <= 0 or height <= 0:
        width, height = across, down
    if not (0 < width < 1e6 and 0 < height < 1e6):
        raise UnusablePicture("is a drawing without a size.", "Give it a width, a height and a viewBox.")
    return width, height


def _pixels(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _PIXELS[(found[2] or "px").lower()] if found else 0.0
