"""Clean SVG logos, and convert them to PNG."""

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree

from attrs import frozen

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
_LONGEST, _LARGEST, _DEEPEST, _MOST_DRAWN = 1600, 15 * 1024 * 1024, 200, 200_000
_KEPT = re.compile(
    "svg|g|defs|symbol|use|switch|a|title|desc|style|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|textPath"
    "|image|clipPath|mask|pattern|marker|linearGradient|radialGradient|stop|filter|fe[A-Z][A-Za-z]+"
)
_PICTURE = re.compile(r"\s*data:image/(png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*(?!['\"]?#)([^)]{0,80})", re.IGNORECASE)
_AT_RULE = re.compile(r"@(import[^;]*;|charset[^;]*;|font-face\s*\{[^}]*\})", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|em|ex)?\s*", re.IGNORECASE)
_PIXELS = {"px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "ex": 8}
_FIX = "Export it again as a plain SVG with all pictures embedded, or save it as PNG."


class UnusableLogo(Exception):
    """Error for a logo that cannot be used.

    `what` is the problem, as the rest of a sentence that begins with the file's name. `fix` says what to do.
    """

    def __init__(self, what: str, fix: str) -> None:
        self.what, self.fix = what, fix
        super().__init__(f"{what} {fix}")


@frozen
class SvgLogo:
    """A logo as a safe SVG drawing and as a PNG picture."""

    svg: str
    png: bytes
    has_text: bool


def svg_logo(data: bytes) -> SvgLogo:
    """Return a safe copy of an SVG drawing, with a PNG picture.

    The copy contains only the elements that are drawn: no scripts, animations or data for a drawing program. Raises
    UnusableLogo if the drawing is damaged or refers to other files.
    """
    root = _cleaned(_root(data))
    _refuse_explosive(root)
    width, height = _size(root)
    root.attrib |= {"xmlns": _SVG[1:-1], "xmlns:xlink": _XLINK[1:-5], "width": f"{width:g}", "height": f"{height:g}"}
    root.attrib.setdefault("viewBox", f"0 0 {width:g} {height:g}")
    has_text = any("".join(each.itertext()).strip() for each in root.iter("text"))
    svg = ElementTree.tostring(root, encoding="unicode")
    return SvgLogo(svg, _picture(svg, width, height), has_text)


def _root(data: bytes) -> ElementTree.Element:
    if data.startswith(b"\x1f\x8b"):
        data = _unpacked(data)
    if len(data) > _LARGEST:
        raise UnusableLogo("is a drawing of more than 15 MiB.", "Simplify it, or save it as PNG.")
    try:
        root = ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise UnusableLogo("is not a drawing that can be read.", _FIX) from error
    if root.tag not in (f"{_SVG}svg", "svg"):
        raise UnusableLogo("is not a picture.", "Save it as PNG, JPEG or SVG.")
    return root


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _LARGEST + 1)
    except zlib.error as error:
        raise UnusableLogo("is not a drawing that can be read.", _FIX) from error


def _cleaned(element: ElementTree.Element, depth: int = 0) -> ElementTree.Element:
    """Return a copy of an element with only its visible parts."""
    if depth > _DEEPEST:
        raise UnusableLogo("is nested too deeply.", _FIX)
    tag = element.tag.removeprefix(_SVG)
    made = ElementTree.Element(tag, dict(_attributes(element, tag)))
    made.text, made.tail = element.text, element.tail
    if tag == "style":
        made.text = _without_links(_AT_RULE.sub("", element.text or ""))
        return made
    for child in element:
        name = child.tag.removeprefix(_SVG) if isinstance(child.tag, str) else ""
        if child.get("requiredExtensions"):
            continue
        if _KEPT.fullmatch(name):
            made.append(_cleaned(child, depth + 1))
        elif name == "foreignObject" and tag != "switch":
            raise UnusableLogo("contains HTML (foreignObject), which most programs cannot draw.", _FIX)
    return made


def _attributes(element: ElementTree.Element, tag: str) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if name in ("href", _XLINK):
            if tag == "a":
                continue
            if not value.strip().startswith("#") and not _PICTURE.match(value):
                raise UnusableLogo(f"refers to another file, '{value.strip()[:60]}'.", _FIX)
            yield "xlink:href", value.strip()
        elif not name.startswith(("{", "on", "required")):
            yield name, _without_links(value)


def _refuse_explosive(root: ElementTree.Element) -> None:
    """Refuse a drawing whose copies of copies would take forever to draw.

    Raises UnusableLogo.
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
            raise UnusableLogo("has too many shapes.", "Simplify it, or save it as PNG.")
    except RecursionError as error:
        raise UnusableLogo("is nested too deeply.", _FIX) from error


def _without_links(words: str) -> str:
    link = _URL.search(words)
    if link and not _PICTURE.match(link[1]):
        raise UnusableLogo(f"refers to another file, '{link[1].strip()[:60]}'.", _FIX)
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
        raise UnusableLogo("is a drawing without a size.", "Give it a width, a height and a viewBox.")
    return width, height


def _pixels(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _PIXELS[(found[2] or "px").lower()] if found else 0.0


def _picture(svg: str, width: float, height: float) -> bytes:
    import resvg_py

    longest = max(width, height)
    across, down = (max(1, round(side / longest * _LONGEST)) for side in (width, height))
    try:
        return resvg_py.svg_to_bytes(
            svg_string=svg,
            width=across,
            height=down,
            skip_system_fonts=True,
            font_files=list(_fonts()),
            font_family="Arimo",
            sans_serif_family="Arimo",
            serif_family="Arimo",
        )
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the Rust library is not an Exception
        raise UnusableLogo("is not a drawing that can be read.", _FIX) from error


@lru_cache(maxsize=1)
def _fonts() -> tuple[str, ...]:
    from coprod_content.text.installed_fonts import fontpkg

    return tuple(dict.fromkeys(str(fontpkg.path("arimo", weight)) for weight in (400, 700)))
