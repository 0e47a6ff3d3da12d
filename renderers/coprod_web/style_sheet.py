"""A page's style sheet, and its hash for content security policies."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from coprod_content.brand.brand import Brand, Palette
from coprod_content.brand.organisation import LogoPlace
from coprod_content.document.blocks import Block, Figure, Table
from coprod_content.document.document import Document
from coprod_web.colour_scheme import dark_scheme
from coprod_web.svg_figures import svg_picture

_BODY_SIZE = 13.5
"""Body text size in points that corresponds to a root font size of 100%."""
_LARGE_PRINT = 16
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9 -]")


@frozen(kw_only=True)
class StyleSheet:
    """Values that the template of the style sheet needs.

    - `light` and `dark`: colours on light and dark backgrounds. `dark` is None if `light` is for both
    - `font` and `paper`: font name and paper size, escaped for CSS
    - `size`: root font size, as a percentage of the size set in the browser
    - `label`: smallest size of labels in pictures, in rem
    - `high`: whether the brand's contrast setting is high
    - `shares`: all the widths that table columns have, in per cent
    - `logo`, `clear`: the place and size of the logo, and the space around it as a CSS length
    - `leasts` and `mosts`: all the minimum and maximum widths that pictures have, in rem
    """

    light: Palette
    dark: Palette | None
    font: str
    paper: str
    size: int
    label: float
    high: bool
    shares: tuple[int, ...]
    leasts: tuple[int, ...]
    mosts: tuple[int, ...]
    logo: LogoPlace
    clear: str

    @classmethod
    def of(cls, documents: Iterable[Document], brand: Brand) -> "StyleSheet":
        """Return the values for the given documents and brand."""
        blocks = tuple(block for document in documents for block in _blocks(document))
        label = 1.0 if brand.guide.small >= _LARGE_PRINT else 0.75
        pictures = [
            svg_picture(block.drawing, brand.fonts.office, label) for block in blocks if isinstance(block, Figure)
        ]
        return cls(
            light=brand.palette,
            dark=dark_scheme(brand),
            size=max(100, round(100 * brand.guide.body / _BODY_SIZE)),
            label=label,
            high=brand.contrast == "high",
            font=css_string(brand.fonts.office),
            paper=css_string(brand.paper),
            shares=tuple(sorted({n for block in blocks if isinstance(block, Table) for n in column_shares(block)})),
            leasts=tuple(sorted({each.least for each in pictures})),
            mosts=tuple(sorted({each.most for each in pictures})),
            logo=brand.logo_on.web,
            clear=f"max(.75rem, {brand.shown_logo.clear_space if brand.shown_logo else 0}mm)",
        )


def column_shares(table: Table) -> tuple[int, ...]:
    """Return the widths of a table's columns, in per cent."""
    return tuple(max(1, round(100 * width / sum(table.widths))) for width in table.widths)


def css_string(words: str) -> str:
    """Escape text for use in a quoted CSS string."""
    return _NOT_PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", words)


def style_hash(css: str) -> str:
    """Return a style sheet's hash for use in a content security policy."""
    return f"sha256-{base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()}"


def _blocks(document: Document) -> Iterator[Block]:
    for _, section in document.walk():
        yield from (*section.blocks, *section.notes)
