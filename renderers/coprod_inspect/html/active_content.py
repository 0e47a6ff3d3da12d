"""Check a web page's scripts, external resources and links."""

import re
from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.urls import url_fault
from coprod_inspect.html.page import WebPage
from coprod_inspect.shared_checks import quoted

_LOADING = {
    "img": ("src", "srcset"), "script": ("src",), "link": ("href",), "iframe": ("src",), "video": ("src", "poster"),
    "audio": ("src",), "source": ("src", "srcset"), "embed": ("src",), "object": ("data",), "image": ("href",),
    "use": ("href",), "input": ("src",), "track": ("src",),
}  # fmt: skip
_XLINK = ("{http://www.w3.org/1999/xlink}href", "xlink:href")
_LOADING_STYLE = re.compile(r"url\(\s*['\"]?(?!data:|#)|@import", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?!data:|#|about:blank)\S", re.IGNORECASE)
_HARMLESS_LINKS = ("canonical", "alternate", "license", "author", "next", "prev", "help", "me")


def loading_faults(page: WebPage) -> Iterator[Fault]:
    """Yield a fault for each external resource that the page loads."""
    for element in page.root.iter(*_LOADING):
        if element.tag == "link" and (element.get("rel") or "").casefold() in _HARMLESS_LINKS:
            continue
        for name in (*_LOADING[str(element.tag)], *_XLINK):
            target = element.get(name)
            if target and _ELSEWHERE.match(target):
                yield page.fault("external-resource", f"loads {quoted(target.strip())}.", element)
    for element in page.elements:
        style = element.text if element.tag == "style" else element.get("style")
        if style and _loads(style):
            yield page.fault("external-resource", "a style loads something from elsewhere.", element)


def _loads(style: str) -> bool:
    """Whether a style loads an external resource, testing cheap substrings first."""
    lower = style.lower()
    return ("url(" in lower or "@import" in lower) and bool(_LOADING_STYLE.search(style))


def active_content_faults(page: WebPage) -> Iterator[Fault]:
    """Yield faults for active content, unsafe links and video without captions."""
    for element in page.elements:
        is_data = element.tag == "script" and "json" in (element.get("type") or "")
        if element.tag in ("script", "object", "embed", "applet") and not is_data:
            yield page.fault("active-content", f"contains the element {element.tag}.", element)
        handler = next((name for name in map(str, element.keys()) if name.startswith("on")), None)
        if handler:
            yield page.fault("active-content", f"contains a script in {handler}.", element)
        target = (element.get("href") or "").strip() if element.tag in ("a", "area") else ""
        if ":" in target.split("/")[0] and url_fault(target):
            yield page.fault("unsafe-link", f"the link {quoted(target)} {url_fault(target)}.", element)
        tracks = element.iter("track") if element.tag == "video" else ()
        if element.tag == "video" and all(t.get("kind") not in (None, "captions", "subtitles") for t in tracks):
            yield page.fault("media-no-captions", "a video has no captions.", element)
