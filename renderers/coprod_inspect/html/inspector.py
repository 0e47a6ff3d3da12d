"""Web pages: the inspector."""

import re
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from coprod_content.findings.fault import Fault
from coprod_content.plugins.inspectors import Inspector
from coprod_content.text import urls
from coprod_content.text.link_and_alt_text import is_file_name
from coprod_inspect.html.markup import WebPage, alternatives, headings, headings_title, hyperlinks, tables
from coprod_inspect.office import language_faults
from coprod_office.reading.xml import short

_MARKED = re.compile(rb"<(?:!doctype|html|head|body|main|title|meta|h1|p|div)\b", re.IGNORECASE)
_MOST_TAGS = 500_000
_LOADING = {
    "img": ("src", "srcset"), "script": ("src",), "link": ("href",), "iframe": ("src",), "video": ("src", "poster"),
    "audio": ("src",), "source": ("src", "srcset"), "embed": ("src",), "object": ("data",), "image": ("href",),
    "use": ("href",), "input": ("src",), "track": ("src",),
}  # fmt: skip
_CALLED = re.compile(r"url\(\s*['\"]?(?!data:|#)|@import", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?!data:|#|about:blank)\S", re.IGNORECASE)
_HARMLESS_LINKS = ("canonical", "alternate", "license", "author", "next", "prev", "help", "me")
_NO_LABEL = ("hidden", "submit", "reset", "button", "image")


def inspect(data: bytes) -> tuple[Fault, ...]:
    """The faults of a web page."""
    if b"\0" in data[:1024] or not _MARKED.search(data[:100_000]):
        what = "is empty." if not data.strip() else "is not a web page."
        return (Fault(code="not-what-it-says", what=what),)
    if data.count(b"<") > _MOST_TAGS:
        return (Fault(code="corrupt", what=f"has more than {_MOST_TAGS:,} tags."),)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, encoding=_encoding(data), remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        return (Fault(code="corrupt", what=f"cannot be read as a page ({short(str(error))})."),)
    page = WebPage(root)
    rules = (_whole, _frame, headings, alternatives, hyperlinks, tables, _forms, _loaded, _active)
    return tuple(chain.from_iterable(rule(page) for rule in rules))


def _encoding(data: bytes) -> str:
    """UTF-8 where the page is that, whatever it says; else the encoding of the web's older pages."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"


def _whole(page: WebPage) -> Iterator[Fault]:
    """Language, title, viewport, policy."""
    yield from language_faults(page.root.get("lang") or page.root.get("xml:lang") or "", "html")
    title = headings_title(page)
    if not title:
        yield Fault(code="no-title", spot="title", what="the page has no title.")
    elif is_file_name(title):
        yield Fault(code="title-file-name", spot="title", what=f"the title is '{short(title)}'.", words=title)
    metas = list(page.root.iter("meta"))
    for meta in metas:
        name = (meta.get("name") or meta.get("http-equiv") or "").casefold()
        content = (meta.get("content") or "").casefold().replace(" ", "")
        if name == "viewport" and _no_zoom(content):
            yield page.fault("zoom-forbidden", "the viewport forbids zooming.", meta)
        if name == "refresh" and not content.startswith("0;"):
            yield page.fault("timed-advance", "the page reloads or moves on by itself.", meta)
    if not any((meta.get("http-equiv") or "").casefold() == "content-security-policy" for meta in metas):
        yield Fault(code="no-csp", spot="head", what="the page has no content security policy.")


def _no_zoom(viewport: str) -> bool:
    most = re.search(r"maximum-scale=([0-9.]+)", viewport)
    return bool(re.search(r"user-scalable=(no|0)", viewport)) or bool(most and float(most[1].strip(".") or 0) < 2)


def _frame(page: WebPage) -> Iterator[Fault]:
    """The main part, ids, frames, the order of the keyboard."""
    mains = [element for element, _ in page.telling if element.tag == "main" or element.get("role") == "main"]
    if len(mains) != 1:
        yield Fault(code="no-main", spot="body", what=f"the page has {len(mains) or 'no'} main parts.")
    seen: set[str] = set()
    for element, names in page.telling:
        id_ = element.get("id") if "id" in names else None
        if id_ is not None and id_ in seen:
            yield page.fault("duplicate-element-id", f"another element has the id '{short(id_)}'.", element)
        seen.add(id_ or "")
        order = element.get("tabindex") if "tabindex" in names else None
        if order and order.strip().isdigit() and int(order) > 0:
            yield page.fault("tab-order", f"tabindex {order} changes the order of the keyboard.", element)
    for frame in page.root.iter("iframe", "frame"):
        if not (frame.get("title") or frame.get("aria-label") or "").strip():
            yield page.fault("no-frame-title", "a frame has no title.", frame)


def _forms(page: WebPage) -> Iterator[Fault]:
    named = {label.get("for") for label in page.root.iter("label")}
    for control in page.root.iter("input", "select", "textarea"):
        if control.get("type", "").casefold() in _NO_LABEL:
            continue
        own = any((control.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title"))
        wrapped = next(control.iterancestors("label"), None) is not None
        if not own and not wrapped and (control.get("id") or "\0") not in named:
            yield page.fault("no-label", f"the {control.tag} has no label.", control)


def _loaded(page: WebPage) -> Iterator[Fault]:
    """What is loaded from elsewhere when the page is opened."""
    for element in page.root.iter(*_LOADING):
        if element.tag == "link" and (element.get("rel") or "").casefold() in _HARMLESS_LINKS:
            continue
        for name in (*_LOADING[str(element.tag)], "{http://www.w3.org/1999/xlink}href", "xlink:href"):
            target = element.get(name)
            if target and _ELSEWHERE.match(target):
                yield page.fault("external-resource", f"loads '{short(target.strip())}'.", element)
    for element, names in page.telling:
        style = element.get("style") or "" if "style" in names else ""
        style = element.text or "" if element.tag == "style" else style
        if style and _calls(style):
            yield page.fault("external-resource", "a style loads something from elsewhere.", element)


def _calls(style: str) -> bool:
    """Whether a style loads something. The words are looked for first: the expression reads a long style slowly."""
    small = style.lower()
    return ("url(" in small or "@import" in small) and bool(_CALLED.search(style))


def _active(page: WebPage) -> Iterator[Fault]:
    """Scripts, event handlers, plug-ins, unsafe links; sound and film."""
    for element, names in page.telling:
        data_block = element.tag == "script" and "json" in (element.get("type") or "")
        if (element.tag == "script" and not data_block) or element.tag in ("object", "embed", "applet"):
            yield page.fault("active-content", f"holds the element {element.tag}.", element)
        handlers = [name for name in names if name[:2] == "on"]
        if handlers:
            yield page.fault("active-content", f"holds a script in {handlers[0]}.", element)
        target = (element.get("href") or "").strip() if element.tag in ("a", "area") else ""
        if ":" in target.split("/")[0] and urls.url_fault(target):
            yield page.fault("unsafe-link", f"a link {urls.url_fault(target)}: '{short(target)}'.", element)
        if element.tag == "video" and not any(
            t.get("kind") in (None, "captions", "subtitles") for t in element.iter("track")
        ):
            yield page.fault("media-no-captions", "a film has no captions.", element)


inspector = Inspector(media_type="text/html", inspect=inspect)
