"""The chapters of an e-book, and the links between them."""

import re
from collections.abc import Callable, Iterator

from attrs import evolve

from coprod_epub.book_parts import BookPart
from coprod_web.page_outline import PageOutline, PageSection

_ID = re.compile(r' id="([^"]+)"')
_LINK = re.compile(r' href="#([^"]+)"')


def chapters_of(page: PageOutline) -> Iterator[tuple[str, PageSection]]:
    """Yield a file name and a section for each chapter."""
    for number, part in enumerate(page.parts, 1):
        yield f"chapter-{number:03}.xhtml", part


def linked(parts: tuple[BookPart, ...]) -> tuple[tuple[BookPart, ...], Callable[[str], str]]:
    """Return chapters with working links, and a function that returns addresses.

    The function takes the name of an anchor. For an anchor that is not in the book, it returns the address of the first
    of `parts`, which is the cover.
    """
    own = {part.name: frozenset(_ID.findall(part.text)) for part in parts}
    files = {anchor: name for name, anchors in reversed(own.items()) for anchor in anchors}

    def address(anchor: str) -> str:
        return f"{files[anchor]}#{anchor}" if anchor in files else parts[0].name

    def with_links(part: BookPart) -> BookPart:
        def link(found: re.Match[str]) -> str:
            return found[0] if found[1] in own[part.name] else f' href="{address(found[1])}"'

        return evolve(part, text=_LINK.sub(link, part.text))

    return tuple(map(with_links, parts)), address
