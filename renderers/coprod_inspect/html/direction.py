"""Check the direction of text on a web page."""

from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.languages import is_from_right
from coprod_inspect.html.page import WebPage
from coprod_inspect.shared_checks import direction_problem


def direction_faults(page: WebPage) -> Iterator[Fault]:
    """Yield a fault if right-to-left text runs from left to right.

    Only the first such text is reported. There is no fault if a style sheet makes every paragraph follow its first
    letter (`unicode-bidi: plaintext`).
    """
    if any("unicode-bidi:plaintext" in "".join((style.text or "").split()) for style in page.root.iter("style")):
        return
    for element in page.elements:
        if is_from_right(element.text or "", "") and element not in page.hidden:
            directions = (each.get("dir") for each in (element, *element.iterancestors()))
            if (next(filter(None, directions), None) or "ltr").casefold() == "ltr":
                yield page.fault("no-direction", direction_problem(element.text or ""), element)
                return
