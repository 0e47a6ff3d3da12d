"""The part of lxml.html that previews need, for pages that `coprod_web` made."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from coprod_browser.xml_tree.element import TreeElement
from coprod_browser.xml_tree.etree import Element

__all__ = ["Element", "document_fromstring", "tostring"]

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_RAW = frozenset(("script", "style"))
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;"})
_VALUES = str.maketrans({"&": "&amp;", '"': "&quot;", "\u00a0": "&nbsp;"})


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = TreeElement("")
        self._open = [self.top]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = TreeElement(tag)
        for name, value in attrs:
            made.set(name, value or "")
        self._open[-1].link(made)
        if tag not in _VOID:
            self._open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in (each.tag for each in self._open):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        parent = self._open[-1]
        if parent.last is None:
            parent.text = (parent.text or "") + data
        else:
            parent.last.tail = (parent.last.tail or "") + data


def document_fromstring(page: str) -> TreeElement:
    """Return the root element of a web page."""
    reader = _PageReader()
    reader.feed(page)
    reader.close()
    root = reader.top.find("html")
    if root is None:
        raise ValueError("not a web page")
    root.unlink()
    return root


def tostring(element: TreeElement, **_: Any) -> str:
    """Return an element as HTML, with its tail."""
    parts: list[str] = []
    _write(element, parts.append)
    return "".join(parts)


def _write(element: TreeElement, put: Callable[[str], object]) -> None:
    values = "".join(f' {name}="{value.translate(_VALUES)}"' for name, value in element.attrib.items())
    put(f"<{element.tag}{values}>")
    raw = element.tag in _RAW
    if element.text:
        put(element.text if raw else element.text.translate(_TEXT))
    for child in element:
        _write(child, put)
    if element.tag not in _VOID:
        put(f"</{element.tag}>")
    put((element.tail or "").translate(_TEXT))
