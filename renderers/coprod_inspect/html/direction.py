"""Check the direction of text on a web page."""

import re
from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.languages import is_from_right
from coprod_inspect.html.page import WebPage
from coprod_inspect.shared_checks import direction_problem
from coprod_office.reading.xml import Element

_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div", "dt", "figcaption"),
    *("fieldset", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "legend", "li", "main", "nav"),
    *("ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_ISOLATED = {"bdi", "script", "style", "textarea"}
_IN_STYLES = re.compile(r"unicode-bidi\s*:\s*plaintext|direction\s*:\s*rtl")


def direction_faults(page: WebPage) -> Iterator[Fault]:
    """Yield a fault if right-to-left text runs from left to right.

    Only the first such text is reported. Single words are ignored. If a style sheet in the page sets the direction of
    text, the page is not checked at all.
    """
    if any(_IN_STYLES.search(style.text or "") for style in page.root.iter("style")):
        return
    for element in page.elements:
        if element.tag not in _BLOCKS or element in page.hidden:
            continue
        words = " ".join("".join(_own_text(element)).split())
        if " " in words and is_from_right(words, "") and _direction(element) == "ltr":
            yield page.fault("no-direction", direction_problem(words), element)
            return


def _own_text(element: Element) -> Iterator[str]:
    """Yield the text of a block, excluding nested blocks.

    Elements that set or isolate a direction, scripts, styles and text areas are also excluded.
    """
    yield element.text or ""
    for child in element:
        if child.tag not in _BLOCKS | _ISOLATED and "dir" not in child.attrib and isinstance(child.tag, str):
            yield from _own_text(child)
        yield child.tail or ""


def _direction(element: Element) -> str:
    given = (_given_direction(each) for each in (element, *element.iterancestors()))
    return next(filter(None, given), "ltr")


def _given_direction(element: Element) -> str:
    return "rtl" if _IN_STYLES.search(element.get("style", "")) else element.get("dir", "").casefold()
