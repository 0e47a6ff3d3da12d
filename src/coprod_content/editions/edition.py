"""The Edition class, which describes a kind of document."""

from collections.abc import Callable

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.content.library import Library
from coprod_content.document.document import Document


@frozen
class Edition:
    """A kind of document, and the function that composes it.

    `caption` is its display name, `about` describes it in one line, and `use` explains what its files are for. `kind`
    is the kind of item it is composed from, or an empty string if it takes no selection. Unless `needs_selection` is
    set, an empty selection includes every item. `brand` adapts the brand, for example by enlarging the type. A `dated`
    edition shows the date in its imprint if the library is also published as web pages, because those pages list later
    changes.
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
