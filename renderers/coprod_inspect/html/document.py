"""Check the metadata and structure of a web page."""

import re
from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_inspect.html.page import WebPage
from coprod_inspect.metadata import language_faults, title_faults
from coprod_inspect.quotes import quoted


def metadata_faults(page: WebPage) -> Iterator[Fault]:
    """Check the language, title, viewport, refreshes and content security policy."""
    yield from language_faults(page.root.get("lang") or page.root.get("xml:lang") or "", "html")
    title = page.root.find("head/title")  # a title inside a drawing is not the page's title
    yield from title_faults("" if title is None else " ".join((title.text or "").split()), "title")
    metas = list(page.root.iter("meta"))
    for meta in metas:
        name = (meta.get("name") or meta.get("http-equiv") or "").casefold()
        content = (meta.get("content") or "").casefold().replace(" ", "")
        if name == "viewport" and _forbids_zoom(content):
            yield page.fault("zoom-forbidden", "the viewport prevents zooming.", meta)
        if name == "refresh" and not content.startswith("0;"):
            yield page.fault("timed-advance", "the page reloads or moves on by itself.", meta)
    if not any((meta.get("http-equiv") or "").casefold() == "content-security-policy" for meta in metas):
        yield Fault(code="no-csp", spot="head", what="the page has no content security policy.")


def _forbids_zoom(viewport: str) -> bool:
    largest = re.search(r"maximum-scale=(\d*\.?\d+)", viewport)
    return bool(re.search(r"user-scalable=(no|0)", viewport)) or (largest is not None and float(largest[1]) < 2)


def structure_faults(page: WebPage) -> Iterator[Fault]:
    """Check the main landmark, ids, tab order and frame titles."""
    mains = sum(element.tag == "main" or element.get("role") == "main" for element in page.elements)
    if mains != 1:
        yield Fault(code="no-main", spot="body", what=f"the page has {mains or 'no'} main parts.")
    seen: set[str] = set()
    for element in page.elements:
        id_ = element.get("id")
        if id_ is not None and id_ in seen:
            yield page.fault("duplicate-element-id", f"another element has the id {quoted(id_)}.", element)
        seen.add(id_ or "")
        order = element.get("tabindex")
        if order and order.strip().isdigit() and int(order) > 0:
            yield page.fault("tab-order", f"tabindex {order} changes the tab order.", element)
    for frame in page.root.iter("iframe", "frame"):
        if not (frame.get("title") or frame.get("aria-label") or "").strip():
            yield page.fault("no-frame-title", "a frame has no title.", frame)
