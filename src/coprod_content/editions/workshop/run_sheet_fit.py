"""An estimate of whether a run sheet fits an A4 page.

Lengths are in millimetres and match the Word file; the PDF needs slightly less space. The number of lines of a
text is counted in both Arial and Atkinson Hyperlegible, and the larger number is used.
"""

from functools import lru_cache

from attrs import frozen

from coprod_content.document.blocks import Block, Table, block_texts
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import TextStyle, font_metrics
from coprod_content.text.spans import Text, verbatim

_CELL = 4.0
_LINE, _TITLE_LINE = 4.87, 7.9
_LEAST_ROW, _AROUND_ROW, _AROUND_LINE = 7.3, 2.0, 1.4
_TYPE, _TITLE = TextStyle(12), TextStyle(18, strong=True)
_FONTS = ("Arial", "Atkinson Hyperlegible")


@frozen
class RunSheetPage:
    """A page's text area and the relative column widths of its table.

    Lengths are in millimetres. `height` is the height left for the table and the text below it if the label, title and
    caption take one line each, minus a safety margin. `shares` are the relative widths of the columns.
    """

    width: float
    height: float
    shares: tuple[int, ...]

    def is_too_small_for(self, section: Section) -> bool:
        """Return whether a section is too tall for the page."""
        return self.space_left(section) < 0

    def space_left(self, section: Section) -> float:
        """Return the height that a section leaves, negative if too tall."""
        more = (_lines(verbatim(section.label), self.width) - 1) * _LINE
        more += (_lines(verbatim(section.title), self.width, _TITLE) - 1) * _TITLE_LINE
        return self.height - more - sum(map(self._height, section.blocks))

    def _height(self, block: Block) -> float:
        if isinstance(block, Table):
            return sum(self.row_height(row) for row in (block.header, *block.rows))
        return sum(_lines(text, self.width) * _LINE + _AROUND_LINE for text in block_texts(block))

    def row_height(self, cells: tuple[Text, ...]) -> float:
        """Return the height of a row of the table."""
        widths = (self.width * share / sum(self.shares) - _CELL for share in self.shares)
        lines = (_lines(cell, width) * _LINE for cell, width in zip(cells, widths, strict=True))
        return max(_LEAST_ROW, *lines) + _AROUND_ROW


LANDSCAPE = RunSheetPage(273.0, 158.0, (39, 49, 98, 60, 27))
PORTRAIT = RunSheetPage(186.0, 247.0, (39, 30, 57, 43, 17))


@lru_cache(maxsize=4096)
def _lines(text: Text, width: float, type_: TextStyle = _TYPE) -> int:
    return max(font_metrics(font).lines(text, width, type_) for font in _FONTS)
