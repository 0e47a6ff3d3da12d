"""Room: about how many lines words take in a guide, and how high they get. Lengths are millimetres.

Word lays pages out, not this library, so that nothing here may decide whether something is there, only how large a
picture is, how far apart lines stand, and what stays together on a page.
"""

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_content.layout.font_metrics import MM_PER_PT, FontMetrics, TextStyle, UnknownFont, font_metrics
from coprod_content.text.spans import Text, verbatim
from coprod_guide.page_setup import TEXT_WIDTH, right_indent

_STAND_IN = "Arial"


@frozen
class TextMeasure:
    """The width of running text and of the page, in the type of a brand."""

    brand: Brand

    @property
    def face(self) -> FontMetrics:
        """The metrics of the brand's font; those of Arial where they are not installed, since nothing hangs on them."""
        try:
            return font_metrics(self.brand.fonts.office)
        except UnknownFont:
            return font_metrics(_STAND_IN)

    @property
    def running(self) -> float:
        """The width of running text."""
        return TEXT_WIDTH - right_indent(self.brand)

    def lines(self, text: Text, size: float, width: float | None = None, *, strong: bool = False) -> int:
        """The lines of a text in a type size in points; without a width, that of running text."""
        return self.face.lines(text, width or self.running, TextStyle(size, strong=strong))

    def height(self, text: Text | str, size: float, width: float | None = None, *, share: float = 1.0) -> float:
        """The height of a text, in lines that are a share as high as those of the brand's guides."""
        words = verbatim(text) if isinstance(text, str) else text
        return self.lines(words, size, width) * self.line(size) * share

    def line(self, size: float) -> float:
        """The height of a line of a type size."""
        return size * self.face.natural * self.brand.guide.line / 100 * MM_PER_PT
