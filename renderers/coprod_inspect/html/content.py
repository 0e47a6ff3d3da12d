"""Check the metadata, structure, content and active content of a web page."""

import re
from collections.abc import Iterator
from itertools import chain

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import alt_text_fault
from coprod_content.text.urls import url_fault
from coprod_inspect.html.direction import direction_faults
from coprod_inspect.html.page import WebPage, accessible_name
from coprod_inspect.shared_checks import (
    LinkTexts,
    Spot,
    heading_jump,
    language_faults,
    quoted,
    shortened,
    title_faults,
)
from coprod_office.reading.xml import Element

_LABELLED_ITSELF = ("hidden", "submit", "reset", "button", "image")
_BODY = Spot("body")
_LOADING = {
    "img": ("src", "srcset"), "script": ("src",), "link": ("href",), "iframe": ("src",), "video": ("src", "poster"),
    "audio": ("src",), "source": ("src", "srcset"), "embed": ("src",), "object": ("data",), "image": ("href",),
    "use": ("href",), "input": ("src",), "track": ("src",),
}  # fmt: skip
_VIEWPORT_SETTING, _NUMBER = re.compile(r"([a-z-]+)\s*=\s*([^\s,;]+)"), re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_XLINK = ("{http://www.w3.org/1999/xlink}href", "xlink:href")
_POSITIVE = re.compile(r"\s*\+?0*[1-9]")
_LOADING_STYLE = re.compile(r"url\(\s*['\"]?(?!data:|#)|@import", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?!data:|#|about:blank)\S", re.IGNORECASE)
_HARMLESS_LINKS = ("canonical", "alternate", "license", "author", "next", "prev", "help", "me")


def content_faults(page: WebPage) -> Iterator[Fault]:
    """Yield the faults in a page's metadata, structure, content and active content."""
    checks = (
        _metadata,
        _structure,
        _headings,
        _alternative_text,
        _links,
        _tables,
        _forms,
        _loading,
        _active_content,
        direction_faults,
    )
    return chain.from_iterable(check(page) for check in checks)


def _metadata(page: WebPage) -> Iterator[Fault]:
    yield from language_faults(page.root.get("lang") or page.root.get("xml:lang") or "", Spot("html"))
    title = page.root.find("head/title")  # a title inside a drawing is not the page's title
    yield from title_faults("" if title is None else " ".join((title.text or "").split()), Spot("title"))
    metas = list(page.root.iter("meta"))
    for meta in metas:
        name = (meta.get("name") or meta.get("http-equiv") or "").casefold()
        content = (meta.get("content") or "").casefold()
        if name == "viewport" and _forbids_zoom(content):
            yield page.fault("zoom-forbidden", "the viewport setting prevents zooming.", meta)
        if name == "refresh" and not content.replace(" ", "").startswith("0;"):
            yield page.fault("timed-advance", "the page reloads or opens another page by itself.", meta)
    if not any((meta.get("http-equiv") or "").casefold() == "content-security-policy" for meta in metas):
        yield Spot("head").fault("no-csp", "the page has no content security policy.")


def _forbids_zoom(viewport: str) -> bool:
    """Return whether a page's viewport setting stops people from zooming in.

    It does so if `maximum-scale` is less than 2 or `user-scalable` prevents it. As in browsers, `user-scalable`
    prevents zooming if its value is a number between -1 and 1, or any word except `yes`, `device-width` and
    `device-height`.
    """
    settings = dict(_VIEWPORT_SETTING.findall(viewport))
    largest = _NUMBER.match(settings.get("maximum-scale", ""))
    if largest and 0 <= float(largest[0]) < 2:
        return True
    scalable = settings.get("user-scalable", "yes")
    number = _NUMBER.match(scalable)
    return abs(float(number[0])) < 1 if number else scalable not in ("yes", "device-width", "device-height")


def _structure(page: WebPage) -> Iterator[Fault]:
    mains = sum(element.tag == "main" or element.get("role") == "main" for element in page.elements)
    if mains != 1:
        yield _BODY.fault("no-main", f"the page has {mains or 'no'} main elements.")
    seen: set[str] = set()
    for element in page.elements:
        id_ = element.get("id")
        if id_ is not None and id_ in seen:
            yield page.fault("duplicate-element-id", f"an earlier element has the same id, {quoted(id_)}.", element)
        seen.add(id_ or "")
        order = element.get("tabindex")
        if order and _POSITIVE.match(order):
            yield page.fault("tab-order", f"tabindex {shortened(order.strip())} changes the tab order.", element)
    for frame in page.root.iter("iframe", "frame"):
        if not (frame.get("title") or frame.get("aria-label") or "").strip():
            yield page.fault("no-frame-title", "a frame has no title.", frame)


def _headings(page: WebPage) -> Iterator[Fault]:
    """Check for exactly one `h1`, no empty headings and no skipped levels."""
    found = list(page.root.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    count = sum(element.tag == "h1" for element in found)
    if count != 1:
        yield _BODY.fault("html-h1", f"the page has {count or 'no'} headings of level 1.")
    before = 0
    for element in found:
        level, words = int(str(element.tag)[1]), accessible_name(element)
        if not words:
            yield page.fault("heading-empty", f"a heading of level {level} is empty.", element)
        jump = heading_jump(level, before, words)
        if jump and (before or count):
            yield page.fault("heading-jump", jump, element, words)
        before = level


def _alternative_text(page: WebPage) -> Iterator[Fault]:
    """Check the alternative text of pictures that are not hidden.

    An empty `alt` attribute is allowed, because it marks a picture as decorative.
    """
    for picture in page.root.iter("img", "area", "svg"):
        if picture in page.hidden:
            continue
        alt = picture.get("aria-label" if picture.tag == "svg" else "alt")
        if not _has_alternative(picture):
            source = picture.get("src") or ""
            name = "a drawing" if picture.tag == "svg" else f"the picture {quoted(source)}"
            yield page.fault("alt-missing", f"{name} has no alternative text.", picture)
        code = alt_text_fault(alt or "", page.headings.get(picture, ""))
        if code:
            what = f"the alternative text of a picture is {quoted(alt or '')}."
            yield page.fault(code, what, picture, alt or "")


def _has_alternative(picture: Element) -> bool:
    if (picture.get("aria-label") or picture.get("aria-labelledby") or "").strip():
        return True
    if picture.tag == "svg":
        return any(picture.find(tag) is not None for tag in ("title", "{http://www.w3.org/2000/svg}title"))
    return picture.get("alt") is not None or picture.get("role") == "presentation"


def _links(page: WebPage) -> Iterator[Fault]:
    """Check the text of links that are not hidden.

    A link to a place in the page itself can have the same text as an earlier link with a different target.
    """
    seen = LinkTexts()
    for link in page.root.iter("a"):
        target = (link.get("href") or "").strip()
        if not target or link in page.hidden:
            continue
        inside = target.startswith("#")
        for fault in seen.faults(accessible_name(link), "#" if inside else target, page.spot(link)):
            if not (inside and fault.code == "link-same-words"):
                yield fault


def _tables(page: WebPage) -> Iterator[Fault]:
    for table in page.root.iter("table"):
        if table.get("role") in ("presentation", "none"):
            continue
        first = next((accessible_name(cell) for cell in table.iter("th", "td")), "")
        subject = f"the table that starts with {quoted(first)}"
        headers = list(table.iter("th"))
        if not headers:
            yield page.fault("table-no-header", f"{subject} has no header cells.", table, first)
        elif not all(accessible_name(cell) for cell in headers):
            yield page.fault("table-header-empty", f"{subject} has an empty header cell.", table, first)
        caption = table.find("caption")
        captioned = caption is not None and accessible_name(caption)
        if not captioned and not table.get("aria-label") and not table.get("aria-labelledby"):
            yield page.fault("table-no-name", f"{subject} has no caption.", table, first)
        if next(table.iterancestors("table"), None) is not None:
            yield page.fault("table-nested", f"{subject} is inside another table.", table, first)


def _forms(page: WebPage) -> Iterator[Fault]:
    labelled = {label.get("for") for label in page.root.iter("label")}
    for control in page.root.iter("input", "select", "textarea"):
        if control.get("type", "").casefold() in _LABELLED_ITSELF:
            continue
        own = any((control.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title"))
        wrapped = next(control.iterancestors("label"), None) is not None
        if not own and not wrapped and (control.get("id") or "\0") not in labelled:
            yield page.fault("no-label", f"the {control.tag} element has no label.", control)


def _loading(page: WebPage) -> Iterator[Fault]:
    for element in page.root.iter(*_LOADING):
        if element.tag == "link" and (element.get("rel") or "").casefold() in _HARMLESS_LINKS:
            continue
        for name in (*_LOADING[str(element.tag)], *_XLINK):
            target = element.get(name)
            if target and _ELSEWHERE.match(target):
                yield page.fault(
                    "external-resource", f"the {element.tag} element loads {quoted(target.strip())}.", element
                )
    for element in page.elements:
        style = element.text if element.tag == "style" else element.get("style")
        if style and _loads(style):
            yield page.fault("external-resource", "a style loads a file from outside the page.", element)


def _loads(style: str) -> bool:
    """Return whether a style loads an external resource."""
    lower = style.lower()  # a quick test, because the pattern is slow
    return ("url(" in lower or "@import" in lower) and bool(_LOADING_STYLE.search(style))


def _active_content(page: WebPage) -> Iterator[Fault]:
    for element in page.elements:
        is_data = element.tag == "script" and "json" in (element.get("type") or "")
        if element.tag in ("script", "object", "embed", "applet") and not is_data:
            article = "a" if element.tag == "script" else "an"
            yield page.fault("active-content", f"the page contains {article} {element.tag} element.", element)
        handler = next((name for name in map(str, element.keys()) if name.startswith("on")), None)
        if handler:
            yield page.fault(
                "active-content", f"the {element.tag} element runs a script in its {handler} attribute.", element
            )
        target = (element.get("href") or "").strip() if element.tag in ("a", "area") else ""
        if ":" in target.split("/")[0] and url_fault(target):
            yield page.fault("unsafe-link", f"the link {quoted(target)} {url_fault(target)}.", element)
        tracks = element.iter("track") if element.tag == "video" else ()
        if element.tag == "video" and all(t.get("kind") not in (None, "captions", "subtitles") for t in tracks):
            yield page.fault("media-no-captions", "a video has no captions.", element)
