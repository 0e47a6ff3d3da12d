"""Namespace declarations, looked up and added as lxml does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import define

if TYPE_CHECKING:
    from coprod_browser.xml_tree.element import TreeElement

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_USUAL = {
    XML_NAMESPACE: "xml",
    "http://www.w3.org/1999/xhtml": "html",
    "http://www.w3.org/1999/XSL/Transform": "xsl",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://schemas.xmlsoap.org/wsdl/": "wsdl",
    "http://www.w3.org/2001/XMLSchema": "xs",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://purl.org/dc/elements/1.1/": "dc",
}
"""Prefixes that lxml gives to well-known namespaces."""


@define(eq=False)
class Declaration:
    """A namespace declaration. The default namespace has the prefix ""."""

    prefix: str
    address: str


XML = Declaration("xml", XML_NAMESPACE)


def split_name(name: str) -> tuple[str, str]:
    """Split a name such as `{address}tag` into its namespace and local name."""
    if name[:1] != "{":
        return "", name
    address, _, local = name[1:].partition("}")
    return address, local


def declared_as(element: TreeElement | None, prefix: str) -> Declaration | None:
    """Return the declaration of a prefix that is in scope, or None."""
    if prefix == "xml":
        return XML
    while element is not None:
        for each in element.declared:
            if each.prefix == prefix:
                return each
        element = element.parent
    return None


def declaration_of(element: TreeElement | None, address: str, *, attribute: bool = False) -> Declaration | None:
    """Return the nearest declaration of a namespace in scope, or None.

    An attribute cannot be in the default namespace, so that one is not returned if `attribute` is true.
    """
    if address == XML_NAMESPACE:
        return XML
    for each in _around(element):
        if each.address == address and (each.prefix or not attribute) and declared_as(element, each.prefix) is each:
            return each
    return None


def _around(element: TreeElement | None) -> Iterator[Declaration]:
    while element is not None:
        yield from element.declared
        element = element.parent


def found_or_declared(
    element: TreeElement, address: str, *, prefix: str | None = None, attribute: bool = False
) -> Declaration:
    """Return a declaration of a namespace, added to `element` if necessary.

    An added one has `prefix`, or the usual prefix of the namespace. If that is taken, it is called ns0, ns1 and so on.
    """
    found = declaration_of(element, address, attribute=attribute)
    if found:
        return found
    wanted = prefix or _USUAL.get(address)
    number = 0
    while wanted is None or declared_as(element, wanted):
        wanted, number = f"ns{number}", number + 1
    made = Declaration(wanted, address)
    element.declared.append(made)
    return made


def settle(moved: TreeElement) -> None:
    """Correct the namespaces of an element and its contents after a move.

    Declarations that the new ancestors already have are removed. Those that the element needs and only its old
    ancestors have are added to it.
    """
    known: dict[Declaration, Declaration] = {XML: XML}
    for element in moved.iter():
        kept = []
        for each in element.declared:
            above = declaration_of(element.parent, each.address)
            known[each] = above or each
            kept += [] if above else [each]
        element.declared = kept
        if element.namespace:
            element.namespace = _settled(moved, element.namespace, known, attribute=False)
        for name, own in element.prefixed.items():
            element.prefixed[name] = _settled(moved, own, known, attribute=True)


def _settled(
    moved: TreeElement, own: Declaration, known: dict[Declaration, Declaration], *, attribute: bool
) -> Declaration:
    found = known.get(own)
    if found is None or (attribute and not found.prefix):
        found = found_or_declared(moved, own.address, prefix=own.prefix, attribute=attribute)
        known.setdefault(own, found)
    return found
