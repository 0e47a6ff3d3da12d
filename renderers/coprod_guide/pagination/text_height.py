"""Estimates of the height of text in a guide, in millimetres.

Word lays out the pages, so these estimates only decide the size of a picture, the distance between ruled lines, and
what is kept on one page. No content may be left out because of an estimate.
"""

from collections.abc import Iterable, Sequence

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle
from coprod_content.layout.known_fonts import UnknownFont, is_installed, is_measurable, stand_in
from coprod_content.layout.office_metrics import office_metrics
from coprod_content.text.spans import Text, verbatim
from coprod_guide.page_setup import text_width
from coprod_guide.styles.block_styles import CELL_LINE
from coprod_guide.styles.formatting import line_spacing

_SUBSTITUTE = "Arial"
_AROUND_CELL = 10.0  # total space above and below the text in a cell, in points


@frozen
class TextMeasure:
    """Estimates the room that text needs in a brand's guides.

    Widths and heights are in millimetres, and type sizes in points. If no width is given, the width of the text on the
    page is used: `page_width`, or the text width of our own pages if `page_width` is None.
    """

    brand: Brand
    page_width: float | None = None

    @property
    def text_width(self) -> float:
        """The width of the text on the page, in millimetres."""
        return self.page_width or text_width(self.brand)

    @property
    def is_exact(self) -> bool:
        """Whether the widths of the font's letters are known, not estimated."""
        family = self.brand.fonts.office
        found = stand_in(family)
        return is_installed(family) or (found is not None and found.exact)

    @property
    def is_known(self) -> bool:
        """Whether the widths of the font's letters can at least be estimated."""
        return is_measurable(self.brand.fonts.office)

    @property
    def metrics(self) -> FontMetrics:
        """The metrics of the brand's font, or Arial's if they are unknown."""
        try:
            return office_metrics(self.brand.fonts.office)
        except UnknownFont:
            return office_metrics(_SUBSTITUTE)

    def lines(self, text: Text, size: float, width: float | None = None) -> int:
        """Return how many lines the text fills at this type size."""
        return self.metrics.lines(text, width or self.text_width, TextStyle(size))

    def height(self, text: Text | str, size: float, width: float | None = None, *, leading: float = 1.0) -> float:
        """Return the height of the text, in millimetres.

        `leading` is a multiple of the usual leading in the brand's guides.
        """
        words = verbatim(text) if isinstance(text, str) else text
        return self.lines(words, size, width) * self.line_height(size) * leading

    def line_height(self, size: float) -> float:
        """Return the height in millimetres of one line of text."""
        return size * self.metrics.natural * line_spacing(self.brand) * MM_PER_PT

    def rows_height(self, rows: Iterable[Sequence[Text]], widths: Sequence[float]) -> float:
        """Return the total height of a table's rows, in millimetres."""
        small, height = self.brand.guide.small, 0.0
        for cells in rows:
            lines = max(self.lines(cell, small, width) for cell, width in zip(cells, widths, strict=True))
            height += lines * self.line_height(small) * CELL_LINE + _AROUND_CELL * MM_PER_PT
        return height
