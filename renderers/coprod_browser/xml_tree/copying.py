"""Copies of elements, with the namespaces that they need."""

from coprod_browser.xml_tree.element import TreeElement
from coprod_browser.xml_tree.namespaces import Declaration, declared_as


def copied(element: TreeElement, parent: TreeElement | None) -> TreeElement:
    """Return a copy of an element without its tail.

    It becomes the last child of `parent`, if given."""
    made = TreeElement(element.tag, element.markup)
    made.text = element.text
    if parent is not None:
        parent.link(made)
        made.tail = element.tail
    made.declared = [Declaration(each.prefix, each.address) for each in element.declared]
    if element.namespace:
        made.namespace = _copied_declaration(made, element.namespace)
    for name, value in element.attrib.items():
        if name in element.prefixed:
            made.prefixed[name] = _copied_declaration(made, element.prefixed[name])
        dict.__setitem__(made.attrib, name, value)
    for each in element:
        copied(each, made)
    return made


def _copied_declaration(made: TreeElement, wanted: Declaration) -> Declaration:
    """Return a declaration, added to the copy's root if necessary."""
    found = declared_as(made, wanted.prefix)
    if found is not None and found.address == wanted.address:
        return found
    root = made
    while root.parent is not None:
        root = root.parent
    added = Declaration(wanted.prefix, wanted.address)
    root.declared.append(added)
    return added
