"""The names of lxml.etree that writing Office files uses."""

from collections.abc import Mapping
from typing import Any

from coprod_browser.xml_tree.element import TreeElement
from coprod_browser.xml_tree.namespaces import Declaration, declared_as, found_or_declared, split_name
from coprod_browser.xml_tree.reading import (
    Comment,
    LxmlError,
    ProcessingInstruction,
    XMLParser,
    XMLSyntaxError,
    fromstring,
)
from coprod_browser.xml_tree.writing import tostring

__all__ = [
    "Comment", "Element", "LxmlError", "ProcessingInstruction", "QName", "SubElement", "XMLParser", "XMLSyntaxError",
    "fromstring", "strip_elements", "tostring",
]  # fmt: skip

_Element = TreeElement


class QName:
    """A name, split into its namespace and local name."""

    def __init__(self, named: TreeElement | str) -> None:
        self.text: str = named if isinstance(named, str) else named.tag
        address, self.localname = split_name(self.text)
        self.namespace = address or None


def Element(  # noqa: N802  # the name in lxml
    tag: str, attrib: Mapping[str, str] | None = None, nsmap: Mapping[Any, str] | None = None, **more: str
) -> TreeElement:
    """Return a new element."""
    return _prepared(TreeElement(tag), {**(attrib or {}), **more}, nsmap or {})


def SubElement(  # noqa: N802  # the name in lxml
    parent: TreeElement,
    tag: str,
    attrib: Mapping[str, str] | None = None,
    nsmap: Mapping[Any, str] | None = None,
    **more: str,
) -> TreeElement:
    """Return a new last child of an element."""
    made = TreeElement(tag)
    parent.link(made)
    return _prepared(made, {**(attrib or {}), **more}, nsmap or {})


def _prepared(made: TreeElement, attributes: Mapping[str, str], nsmap: Mapping[Any, str]) -> TreeElement:
    address = split_name(made.tag)[0]
    for prefix, each in nsmap.items():
        own = declared_as(made, prefix or "")
        if own is None or own.address != each:
            own = Declaration(prefix or "", each)
            made.declared.append(own)
        if each == address and made.namespace is None:
            made.namespace = own
    if address and made.namespace is None:
        made.namespace = found_or_declared(made, address)
    for name, value in attributes.items():
        made.attrib[name] = value
    return made


def strip_elements(tree: TreeElement, *tags: str, with_tail: bool = True) -> None:
    """Remove all elements with one of the tags from inside a tree."""
    for each in list(tree.iterdescendants(*tags)):
        if each.parent is None:
            continue
        if not with_tail and each.tail:
            before = each.preceding
            if before is None:
                each.parent.text = (each.parent.text or "") + each.tail
            else:
                before.tail = (before.tail or "") + each.tail
        each.parent.remove(each)
