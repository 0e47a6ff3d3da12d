"""Linked nodes of a tree of XML, and walks over them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from coprod_browser.xml_tree.namespaces import split_name

if TYPE_CHECKING:
    from coprod_browser.xml_tree.element import TreeElement


class TreeNode:
    """A node, linked to its parent, siblings and children.

    `markup` is the whole text of a comment or processing instruction, which has no tag, and None for an element.
    """

    def __init__(self, tag: str, markup: str | None) -> None:
        self.tag: Any = tag
        self.markup = markup
        self.text: str | None = None
        self.tail: str | None = None
        self.parent: TreeElement | None = None
        self.first: TreeElement | None = None
        self.last: TreeElement | None = None
        self.following: TreeElement | None = None
        self.preceding: TreeElement | None = None

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return self.first is not None

    def __iter__(self) -> Iterator[TreeElement]:
        child = self.first
        while child is not None:
            following = child.following
            yield child
            child = following

    def __getitem__(self, index: Any) -> Any:
        if index == 0 and self.first is not None:
            return self.first
        if index == -1 and self.last is not None:
            return self.last
        return list(self)[index]

    def link(self, child: TreeElement, before: TreeElement | None = None) -> None:
        """Make an unlinked element a child, without a look at namespaces."""
        after = self.last if before is None else before.preceding
        child.parent, child.preceding, child.following = cast("TreeElement", self), after, before
        if after is None:
            self.first = child
        else:
            after.following = child
        if before is None:
            self.last = child
        else:
            before.preceding = child

    def unlink(self) -> None:
        """Take the element out of its parent, without a look at namespaces."""
        if self.parent is None:
            return
        if self.preceding is None:
            self.parent.first = self.following
        else:
            self.preceding.following = self.following
        if self.following is None:
            self.parent.last = self.preceding
        else:
            self.following.preceding = self.preceding
        self.parent = self.preceding = self.following = None

    def getparent(self) -> TreeElement | None:
        """Return the parent, or None."""
        return self.parent

    def getnext(self) -> TreeElement | None:
        """Return the next sibling, or None."""
        return self.following

    def getprevious(self) -> TreeElement | None:
        """Return the previous sibling, or None."""
        return self.preceding

    def getchildren(self) -> list[TreeElement]:
        """Return the children."""
        return list(self)

    def iterancestors(self, *tags: str) -> Iterator[TreeElement]:
        """Yield the parent, its parent and so on."""
        found = self.parent
        while found is not None:
            above = found.parent
            if not tags or _matches(found, tags):
                yield found
            found = above

    def iterchildren(self, *tags: Any, tag: Any = None, reversed: bool = False) -> Iterator[TreeElement]:  # noqa: A002  # lxml's name
        """Yield the children, or those with one of the tags."""
        wanted = (*tags, *((tag,) if isinstance(tag, str) else tag or ()))
        found = self.last if reversed else self.first
        while found is not None:
            beyond = found.preceding if reversed else found.following
            if not wanted or _matches(found, wanted):
                yield found
            found = beyond

    def itersiblings(self, *tags: str, preceding: bool = False) -> Iterator[TreeElement]:
        """Yield the siblings after this element, or before it."""
        found = self.preceding if preceding else self.following
        while found is not None:
            beyond = found.preceding if preceding else found.following
            if not tags or _matches(found, tags):
                yield found
            found = beyond

    def iter(self, *tags: Any) -> Iterator[TreeElement]:
        """Yield this element and everything in it, or those with the tags."""
        one = tags[0] if len(tags) == 1 and isinstance(tags[0], str) and "*" not in tags[0] else None
        top = cast("TreeElement", self)
        found: TreeElement | None = top
        while found is not None:
            beyond = _next_within(found, top)  # found first, as the loop's body may remove this element
            if not tags or (found.tag == one if one is not None else _matches(found, tags)):
                yield found
            found = beyond

    def iterdescendants(self, *tags: Any) -> Iterator[TreeElement]:
        """Yield everything in this element, or those with the tags."""
        return (each for each in self.iter(*tags) if each is not self)

    def itertext(self) -> Iterator[str]:
        """Yield the text in this element."""
        if self.markup is None and self.text:
            yield self.text
        for each in self:
            yield from each.itertext()
            if each.tail:
                yield each.tail


def _next_within(element: TreeElement, top: TreeElement) -> TreeElement | None:
    if element.first is not None:
        return element.first
    found: TreeElement | None = element
    while found is not None and found is not top:
        if found.following is not None:
            return found.following
        found = found.parent
    return None


def _matches(element: TreeElement, tags: Iterable[Any]) -> bool:
    if element.markup is not None:
        return element.tag in tags
    for each in tags:
        if not isinstance(each, str):
            continue
        if each in (element.tag, "*"):
            return True
        if each[:3] == "{*}" and split_name(element.tag)[1] == each[3:]:
            return True
        if each[-2:] == "}*" and element.tag.startswith(each[:-1]):
            return True
    return False
