"""Writing XML with the same characters as lxml."""

from collections.abc import Callable
from typing import Any

from coprod_browser.xml_tree.element import TreeElement
from coprod_browser.xml_tree.namespaces import XML, Declaration, split_name

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_VALUES = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;"})


def tostring(
    element: TreeElement,
    *,
    encoding: Any = None,
    standalone: bool | None = None,
    with_tail: bool = True,
    method: str = "xml",
) -> Any:
    """Return an element as XML: text if `encoding` is "unicode", else bytes.

    With the `method` "text", only the text in it is written.
    """
    if method == "text":
        words = "".join(element.itertext()) + ((element.tail or "") if with_tail else "")
        return words if encoding in ("unicode", str) else words.encode(encoding or "ascii")
    parts: list[str] = []
    _write(element, _in_scope(element), parts.append)
    if with_tail and element.tail:
        parts.append(element.tail.translate(_IN_TEXT))
    text = "".join(parts)
    if encoding in ("unicode", str):
        return text
    data = text.encode(encoding or "ascii", "xmlcharrefreplace")
    if standalone is None and (encoding is None or encoding.upper() in ("ASCII", "UTF-8", "UTF8", "US-ASCII")):
        return data
    alone = "" if standalone is None else f" standalone='{'yes' if standalone else 'no'}'"
    return f"<?xml version='1.0' encoding='{encoding or 'ASCII'}'{alone}?>\n".encode() + data


def _in_scope(element: TreeElement) -> list[Declaration]:
    """Return the declarations to write on the first element."""
    used = [*([element.namespace] if element.namespace else []), *element.prefixed.values()]
    above = (each for ancestor in element.iterancestors() for each in ancestor.declared)
    found: dict[str, Declaration] = {}
    for each in (*element.declared, *used, *above):
        if each is not XML:
            found.setdefault(each.prefix, each)
    return list(found.values())


def _write(element: TreeElement, declared: list[Declaration], put: Callable[[str], object]) -> None:
    if element.markup is not None:
        put(element.markup)
        return
    name = _name(element.tag, element.namespace)
    put(f"<{name}")
    for each in declared:
        put(f' xmlns{":" if each.prefix else ""}{each.prefix}="{each.address.translate(_IN_VALUES)}"')
    prefixed = element.prefixed
    for key, value in element.attrib.items():
        put(f' {_name(key, prefixed.get(key))}="{value.translate(_IN_VALUES)}"')
    if element.first is None and element.text is None:
        put("/>")
        return
    put(">")
    if element.text:
        put(element.text.translate(_IN_TEXT))
    for child in element:
        _write(child, child.declared, put)
        if child.tail:
            put(child.tail.translate(_IN_TEXT))
    put(f"</{name}>")


def _name(full: str, namespace: Declaration | None) -> str:
    local = split_name(full)[1] if full[:1] == "{" else full
    return f"{namespace.prefix}:{local}" if namespace and namespace.prefix else local
