"""Elements of XML, with the methods of lxml's elements that are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree import ElementPath

from coprod_browser.xml_tree.attributes import Attributes
from coprod_browser.xml_tree.namespaces import Declaration, found_or_declared, settle, split_name
from coprod_browser.xml_tree.node import TreeNode

Path = str


class TreeElement(TreeNode):
    """An element, comment or processing instruction in a tree of XML.

    `markup` is the whole text of a comment or processing instruction, which has no tag, and None for an element.
    """

    def __init__(self, tag: str, markup: str | None = None) -> None:
        super().__init__(tag, markup)
        self.declared: list[Declaration] = []
        self.namespace: Declaration | None = None
        self.prefixed: dict[str, Declaration] = {}
        self.attrib = Attributes(self)

    # Attributes
    def get(self, name: str, default: Any = None) -> Any:
        """Return an attribute's value, or `default`."""
        return self.attrib.get(name, default)

    def set(self, name: str, value: str) -> None:
        """Set an attribute."""
        self.attrib[name] = value

    def items(self) -> list[tuple[str, str]]:
        """Return the attributes as pairs of name and value."""
        return list(self.attrib.items())

    def keys(self) -> list[str]:
        """Return the names of the attributes."""
        return list(self.attrib)

    def values(self) -> list[str]:
        """Return the values of the attributes."""
        return list(self.attrib.values())

    def makeelement(self, tag: str, attrib: Mapping[str, str] | None = None) -> TreeElement:
        """Return a new element that is not yet in a tree."""
        made = TreeElement(tag)
        address = split_name(tag)[0]
        if address:
            made.namespace = found_or_declared(made, address)
        made.attrib.update(attrib or {})
        return made

    @property
    def prefix(self) -> str | None:
        """The prefix of the element's tag, or None."""
        return (self.namespace.prefix or None) if self.namespace else None

    @property
    def nsmap(self) -> dict[str | None, str]:
        """The namespaces in scope, by prefix."""
        found: dict[str | None, str] = {}
        for element in (self, *self.iterancestors()):
            for each in element.declared:
                found.setdefault(each.prefix or None, each.address)
        return found

    # Children
    def __delitem__(self, index: Any) -> None:
        found = list(self)[index]
        for each in found if isinstance(found, list) else [found]:
            self.remove(each)

    def __setitem__(self, index: Any, value: Any) -> None:
        if not isinstance(index, slice):
            self.replace(self[index], value)
            return
        start = index.indices(len(self))[0]
        del self[index]
        for at, each in enumerate(list(value), start):
            self.insert(at, each)

    def __copy__(self) -> TreeElement:
        return self.__deepcopy__({})

    def __deepcopy__(self, _: Any) -> TreeElement:
        from coprod_browser.xml_tree.copying import copied

        made = copied(self, None)
        made.tail = self.tail
        return made

    def append(self, child: TreeElement) -> None:
        """Add a last child."""
        self._put(child, None)

    def extend(self, children: Iterable[TreeElement]) -> None:
        """Add children after the last child."""
        for each in list(children):
            self.append(each)

    def insert(self, index: int, child: TreeElement) -> None:
        """Add a child at a place among the children."""
        every = list(self)
        self._put(
            child, every[index] if -len(every) <= index < len(every) else (every[0] if index < 0 < len(every) else None)
        )

    def remove(self, child: TreeElement) -> None:
        """Remove a child, with its tail."""
        if child.parent is not self:
            raise ValueError("Element is not a child of this node.")
        child.unlink()
        settle(child)

    def replace(self, old: TreeElement, new: TreeElement) -> None:
        """Put an element in the place of a child."""
        if old.parent is not self:
            raise ValueError("Element is not a child of this node.")
        self._put(new, old)
        self.remove(old)

    def clear(self, keep_tail: bool = False) -> None:
        """Remove the text, the attributes and the children."""
        self.text = None
        self.tail = self.tail if keep_tail else None
        self.attrib = Attributes(self)
        self.prefixed = {}
        for each in list(self):
            self.remove(each)

    def index(self, child: TreeElement) -> int:
        """Return the place of a child among the children."""
        for at, each in enumerate(self):
            if each is child:
                return at
        raise ValueError("Element is not a child of this node.")

    def addnext(self, sibling: TreeElement) -> None:
        """Put an element after this one."""
        assert self.parent is not None
        if sibling is not self:
            self.parent._put(sibling, self.following)

    def addprevious(self, sibling: TreeElement) -> None:
        """Put an element before this one."""
        assert self.parent is not None
        if sibling is not self:
            self.parent._put(sibling, self)

    def _put(self, child: TreeElement, before: TreeElement | None) -> None:
        if child is before:
            return
        child.unlink()
        self.link(child, before)
        settle(child)

    # Paths
    def find(self, path: Path, namespaces: Mapping[str, str] | None = None) -> TreeElement | None:
        """Return the first element at a path, or None."""
        return next(self.iterfind(path, namespaces), None)

    def findall(self, path: Path, namespaces: Mapping[str, str] | None = None) -> list[TreeElement]:
        """Return the elements at a path."""
        return list(self.iterfind(path, namespaces))

    def findtext(self, path: Path, default: Any = None, namespaces: Mapping[str, str] | None = None) -> Any:
        """Return the text of the first element at a path, or `default`."""
        found = self.find(path, namespaces)
        return default if found is None else found.text or ""

    def iterfind(self, path: Path, namespaces: Mapping[str, str] | None = None) -> Iterator[TreeElement]:
        """Yield the elements at a path."""
        address, _, local = path.rpartition("}")
        if address[:1] == "{" and "}" not in address and "/" not in local and "[" not in local and "*" not in path:
            return (each for each in self if each.tag == path)
        walk: Any = ElementPath.iterfind  # it only uses methods that these elements have
        found: Iterator[TreeElement] = walk(self, path, dict(namespaces) if namespaces else None)
        return found
