"""Page size, margins and text width of a guide."""

from collections.abc import Container

from attrs import frozen
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_guide.styles.formatting import MM_PER_TWIP, Border, ThemedColour, twips
from coprod_guide.wordprocessingml import NAMESPACES
from coprod_office.reading.xml import Element, W, first_child

LEAST_TEXT_WIDTH, LEAST_TEXT_HEIGHT = 70.0, 90.0
"""The least width and height of the text, in millimetres, for which a template's own page is used."""
_WIDEST = 170.0  # millimetres, for two columns and for large type
_MEASURE = 13.0  # millimetres of text width per point of type size: about 80 characters
_SIZE, _MARGINS, _TITLE_PAGE = f"{W}pgSz", f"{W}pgMar", f"{W}titlePg"
_BORDER, _FROM_EDGE = 3.0, 28  # points
_UNITS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}  # twips per unit
_SIDES = (("left", None), ("right", None), ("gutter", 0))
_FROM_RIGHT = f"{W}bidi"
_AFTER_FROM_RIGHT = (f"{W}rtlGutter", f"{W}docGrid")
_AFTER_TITLE_PAGE = (f"{W}textDirection", _FROM_RIGHT, *_AFTER_FROM_RIGHT)


def text_width(brand: Brand) -> float:
    """Return the width of the text on our own pages, in millimetres."""
    return min(_WIDEST, _MEASURE * brand.guide.body)


def section_properties(brand: Brand) -> Element:
    """Return a `w:sectPr` element with the brand's paper size and our margins."""
    width, height = (twips(side) for side in brand.page)
    margin = twips((brand.page[0] - text_width(brand)) / 2)
    return etree.fromstring(
        f'<w:sectPr {NAMESPACES}><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{twips(19)}" w:right="{margin}" w:bottom="{twips(17)}" '
        f'w:left="{margin}" w:header="{twips(9)}" w:footer="{twips(8)}" w:gutter="0"/></w:sectPr>'
    )


@frozen
class PageSetup:
    """A page's size and margins, stored in a `w:sectPr` element.

    `lost` is the height, in millimetres, by which a tall header or footer reduces the height of the text.
    """

    section: Element
    lost: float = 0.0

    @property
    def text_width(self) -> int:
        """The width between the side margins, without any gutter, in twips."""
        left, right, gutter = (self._twips(_MARGINS, side, usual) for side, usual in _SIDES)
        return self._twips(_SIZE, "w") - left - right - gutter

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of the page, in millimetres."""
        return self._twips(_SIZE, "w") * MM_PER_TWIP, self._twips(_SIZE, "h") * MM_PER_TWIP

    @property
    def top(self) -> float:
        """The top margin, in millimetres."""
        return abs(self._twips(_MARGINS, "top")) * MM_PER_TWIP

    @property
    def sides(self) -> tuple[float, float]:
        """The margins where lines start and where they end, in millimetres."""
        left, right = (self._twips(_MARGINS, side) * MM_PER_TWIP for side in ("left", "right"))
        return (right, left) if self._runs_from_right else (left, right)

    def mirrored(self, across: float, width: float) -> float:
        """Return an object's distance from the page's left edge, in millimetres.

        The object is `width` millimetres wide, and `across` millimetres from the edge where lines start: in a
        right-to-left document, the right edge.
        """
        return self.size[0] - across - width if self._runs_from_right else across

    @property
    def _runs_from_right(self) -> bool:
        return first_child(self.section, _FROM_RIGHT) is not None

    @property
    def text_height(self) -> float:
        """The height that is available for text, in millimetres.

        This is the height between the top and bottom margins, less `lost`.
        """
        margins = abs(self._twips(_MARGINS, "top")) + abs(self._twips(_MARGINS, "bottom"))
        return (self._twips(_SIZE, "h") - margins) * MM_PER_TWIP - self.lost

    def lost_height(self, header: float, footer: float) -> float:
        """Return the height that text loses to a header and footer.

        `header` and `footer` are their heights. All lengths are in millimetres. A header or footer beside a negative
        margin takes no height, because Word then leaves the margin as it is.
        """
        edges = (("top", "header", header), ("bottom", "footer", footer))
        over = (
            self._twips(_MARGINS, edge, 720) * MM_PER_TWIP + height - self._twips(_MARGINS, side) * MM_PER_TWIP
            for side, edge, height in edges
            if height and self._twips(_MARGINS, side) >= 0
        )
        return sum(max(0.0, each) for each in over)

    def set_margins(self, **millimetres: float) -> None:
        """Set the named margins, such as `left` or `header`, in millimetres."""
        for side, length in millimetres.items():
            self._child(_MARGINS).set(f"{W}{side}", str(twips(length)))

    def widen_outer_margin(self, *, from_right: bool) -> int:
        """Widen the outer margin, into which the two columns extend.

        The inner margin becomes narrower, so that the text stays as wide as it was. Returns the total width of the
        columns, in twips. The outer margin is on the left if `from_right` is true.
        """
        left, right = (self._twips(_MARGINS, side) for side in ("left", "right"))
        width = max(self.text_width, twips(_WIDEST))
        inner = (self.text_width + left + right - width) // 2
        outer = left + right - inner
        for side, margin in zip(("left", "right"), (outer, inner) if from_right else (inner, outer), strict=True):
            self._child(_MARGINS).set(f"{W}{side}", str(margin))
        return width

    def add_to_margins(self, *, top: float, bottom: float) -> None:
        """Increase the top and bottom margins by the given lengths, in millimetres."""
        above, below = (self._twips(_MARGINS, side) * MM_PER_TWIP for side in ("top", "bottom"))
        self.set_margins(top=above + top, bottom=below + bottom)

    def set_orientation(self, *, upright: bool) -> None:
        """Set the page to portrait if `upright` is true, otherwise to landscape."""
        size, width, height = self._child(_SIZE), self._twips(_SIZE, "w"), self._twips(_SIZE, "h")
        if (width < height) != upright:
            size.set(f"{W}w", str(height))
            size.set(f"{W}h", str(width))
        if not upright:
            size.set(f"{W}orient", "landscape")
        else:
            size.attrib.pop(f"{W}orient", "")

    def set_title_page(self, *, titled: bool) -> None:
        """Set whether the first page has a different header and footer."""
        self._set_flag(_TITLE_PAGE, _AFTER_TITLE_PAGE, on=titled)

    def set_border(self, colour: ThemedColour) -> None:
        """Draw a border around the page."""
        sides = (Border(side, colour, _BORDER, _FROM_EDGE) for side in ("top", "left", "bottom", "right"))
        xml = f'<w:pgBorders {NAMESPACES} w:offsetFrom="page">{"".join(side.xml for side in sides)}</w:pgBorders>'
        self._child(_MARGINS).addnext(etree.fromstring(xml))

    def set_direction(self, *, from_right: bool) -> None:
        """Make the page run from right to left if `from_right` is true."""
        if from_right:
            self._set_flag(_FROM_RIGHT, _AFTER_FROM_RIGHT, on=True)

    def _set_flag(self, tag: str, later: Container[str], *, on: bool) -> None:
        existing = first_child(self.section, tag)
        if existing is not None:
            self.section.remove(existing)
        if on:
            places = (at for at, child in enumerate(self.section) if child.tag in later)
            self.section.insert(next(places, len(self.section)), etree.Element(tag))

    def set_in_twips(self) -> None:
        """Convert lengths that have units, such as `2.5cm`, to twips."""
        for tag in (_SIZE, _MARGINS):
            names = (name for name, value in self._child(tag).items() if str(value)[-2:] in _UNITS)
            for name in names:
                self._child(tag).set(name, str(self._twips(tag, str(name).removeprefix(W))))

    @property
    def is_complete(self) -> bool:
        """Whether the page has a usable size and margins."""
        try:
            return self.text_width > 0 and self.text_height > 0
        except ValueError:
            return False

    def _child(self, tag: str) -> Element:
        child = first_child(self.section, tag)
        if child is None:
            raise ValueError(f"The page has no {tag}.")
        return child

    def _twips(self, tag: str, name: str, usual: int | None = None) -> int:
        """Return an attribute's length in twips.

        The attribute can have a unit, as in `2.5cm`. If it is missing, `usual` is returned. Raises ValueError if
        `usual` is None too, or if the length is invalid.
        """
        words = self._child(tag).get(f"{W}{name}", "" if usual is None else str(usual))
        unit = words[-2:]
        return round(float(words[:-2]) * _UNITS[unit]) if unit in _UNITS else round(float(words))
