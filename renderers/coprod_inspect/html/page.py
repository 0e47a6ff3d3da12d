"""A web page under inspection."""

from attrs import field, frozen

from coprod_content.findings.fault import Fault
from coprod_inspect.shared_checks import Spot, quoted
from coprod_office.reading.xml import Element

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@frozen(eq=False)
class WebPage:
    """A parsed page, its hidden elements and the heading above each element.

    `headings` maps each element to the text of the last heading before that element, or to an empty string. A heading
    itself maps to its own text. `hidden` includes all elements inside a hidden element.
    """

    root: Element
    headings: dict[Element, str] = field(init=False)
    elements: tuple[Element, ...] = field(init=False)
    hidden: frozenset[Element] = field(init=False)

    @headings.default
    def _headings(self) -> dict[Element, str]:
        found: dict[Element, str] = {}
        heading = ""
        for element in self.root.iter():
            if element.tag in _HEADINGS:
                heading = accessible_name(element)
            found[element] = heading
        return found

    @elements.default
    def _elements(self) -> tuple[Element, ...]:
        return tuple(element for element in self.headings if isinstance(element.tag, str))

    @hidden.default
    def _hidden(self) -> frozenset[Element]:
        tops = (e for e in self.elements if e.get("hidden") is not None or e.get("aria-hidden") == "true")
        return frozenset(element for top in tops for element in top.iter())

    def spot(self, element: Element) -> Spot:
        """Return an element's location, for use in messages."""
        heading = self.headings.get(element, "")
        line = element.sourceline if isinstance(element.sourceline, int) else 0
        return Spot(f"under {quoted(heading)}" if heading else str(element.tag), heading, line)

    def fault(self, code: str, what: str, element: Element, words: str = "") -> Fault:
        """Return a fault at the location of an element.

        `code`, `what` and `words` are fields of `Fault`.
        """
        return self.spot(element).fault(code, what, words)


def accessible_name(element: Element) -> str:
    """Return the name that a screen reader announces for an element."""
    label = (element.get("aria-label") or "").strip()
    if label:
        return label
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.get("aria-hidden") != "true" and child.tag not in ("script", "style"):
            pieces.append(child.get("alt") or "" if child.tag == "img" else accessible_name(child))
        pieces.append(child.tail or "")
    return " ".join("".join(pieces).split())
