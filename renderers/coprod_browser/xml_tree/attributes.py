"""Attributes of elements, and the namespaces of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coprod_browser.xml_tree.namespaces import found_or_declared, split_name

if TYPE_CHECKING:
    from coprod_browser.xml_tree.element import TreeElement


class Attributes(dict[str, str]):
    """An element's attributes, which declare their namespaces when set."""

    def __init__(self, element: TreeElement) -> None:
        super().__init__()
        self._element = element

    def __setitem__(self, name: str, value: str) -> None:
        if name[:1] == "{" and name not in self:
            element = self._element
            element.prefixed[name] = found_or_declared(element, split_name(name)[0], attribute=True)
        super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        super().__delitem__(name)
        self._element.prefixed.pop(name, None)

    def pop(self, name: str, *default: Any) -> Any:
        """Remove an attribute and return its value."""
        self._element.prefixed.pop(name, None)
        return super().pop(name, *default)

    def update(self, *others: Any, **named: Any) -> None:
        """Set several attributes."""
        for name, value in dict(*others, **named).items():
            self[name] = value
