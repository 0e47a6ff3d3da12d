"""The style sheet of a page: what the template fills in, and the hash that lets a browser apply it."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.document.blocks import Block, Figure, Table
from coprod_content.document.document import Document
from coprod_web.colour_scheme import ColourScheme, dark_scheme, light_scheme, roles
from coprod_web.svg_figures import svg_picture

_BODY = 13.5
"""The size in points of text on a page whose root is at 100%."""
_LARGE = 16
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 -]")


@frozen(kw_only=True)
class StyleSheet:
    """What the style sheet of documents is made from: schemes, font, and the widths that its blocks ask for.

    `size` is that of the root in per cent of what the reader has chosen; `label` the least size of the labels of
    pictures in rem.
    """

    light: ColourScheme
    dark: ColourScheme | None
    roles: tuple[str, ...]
    font: str
    paper: str
    size: int
    label: float
    high: bool
    shares: tuple[int, ...]
    leasts: tuple[int, ...]
    mosts: tuple[int, ...]

    @classmethod
    def of(cls, documents: Iterable[Document], brand: Brand) -> "StyleSheet":
        """The style sheet of some documents in the looks of a brand."""
        blocks = tuple(block for document in documents for block in _blocks(document))
        label = 1.0 if brand.guide.small >= _LARGE else 0.75
        pictures = [
            svg_picture(block.drawing, brand.fonts.office, label) for block in blocks if isinstance(block, Figure)
        ]
        return cls(
            light=light_scheme(brand),
            dark=dark_scheme(brand),
            size=max(100, round(100 * brand.guide.body / _BODY)),
            label=label,
            high=brand.contrast == "high",
            roles=roles(),
            font=css_string(brand.fonts.office),
            paper=css_string(brand.paper),
            shares=tuple(sorted({n for block in blocks if isinstance(block, Table) for n in column_shares(block)})),
            leasts=tuple(sorted({each.least for each in pictures})),
            mosts=tuple(sorted({each.most for each in pictures})),
        )


def column_shares(table: Table) -> tuple[int, ...]:
    """The widths of the columns of a table in per cent."""
    return tuple(max(1, round(100 * width / sum(table.widths))) for width in table.widths)


def css_string(words: str) -> str:
    """Words as the inside of a string of CSS."""
    return _NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", words)


def style_hash(css: str) -> str:
    """What a content security policy says to allow one style sheet and no other."""
    return f"sha256-{base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()}"


def _blocks(document: Document) -> Iterator[Block]:
    for _, section in document.walk():
        yield from (*section.blocks, *section.notes)
