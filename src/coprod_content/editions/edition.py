"""The Edition class: one kind of document, composed from a Library."""

from collections.abc import Callable

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.document.document import Document


@frozen
class Edition:
    """A kind of document, and the function that composes it.

    `caption` is what people call it, `about` describes it in a line, and `use` says what its files are for.

    `kind` is the kind of item that it is composed from; an edition that is always the same has no kind. Without
    `needs_selection`, an empty selection means every item. `brand` adapts the brand, for example to larger type. A
    `dated` edition has the date in its imprint if the library is also published as web pages, because those pages list
    later changes.
    """

    name: str
    caption: str
    about: str
    kind: str
    make: Callable[[Library, tuple[str, ...]], Document]
    needs_selection: bool = True
    brand: Callable[[Brand], Brand] = lambda brand: brand
    dated: bool = False
    use: str = ""
