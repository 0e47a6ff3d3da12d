"""The room of a run sheet: about how high its parts are on a page of A4 on its side, in type of 12 points.

Lengths are millimetres, as the Word file has them; the PDF takes a little less. Of the two fonts that these are set in
the one with more lines counts.
"""

from functools import lru_cache

from coprod_content.document import Block, Section, Table, block_texts
from coprod_content.measure import Type, face
from coprod_content.text import Text, verbatim

ROOM = 158.0  # below the title and the caption, with a few millimetres to spare
_WIDTH, _CELL = 273.0, 4.0
_LINE, _TITLE_LINE = 4.87, 7.9
_LEAST_ROW, _AROUND_ROW, _AROUND_LINE = 7.3, 2.0, 1.4
_TYPE, _TITLE = Type(12), Type(18, strong=True)
_FONTS = ("Arial", "Atkinson Hyperlegible")


def is_full(section: Section) -> bool:
    """Whether a section is higher than a page."""
    more = (_lines(verbatim(section.label), _WIDTH) - 1) * _LINE
    more += (_lines(verbatim(section.title), _WIDTH, _TITLE) - 1) * _TITLE_LINE
    return more + sum(map(_height, section.blocks)) > ROOM


def _height(block: Block) -> float:
    if isinstance(block, Table):
        return sum(_row(row, block.widths) for row in (block.header, *block.rows))
    return sum(_lines(text, _WIDTH) * _LINE + _AROUND_LINE for text in block_texts(block))


def _row(cells: tuple[Text, ...], shares: tuple[int, ...]) -> float:
    widths = (_WIDTH * share / sum(shares) - _CELL for share in shares)
    return (
        max(_LEAST_ROW, *(_lines(cell, width) * _LINE for cell, width in zip(cells, widths, strict=True))) + _AROUND_ROW
    )


@lru_cache(maxsize=4096)
def _lines(text: Text, width: float, type_: Type = _TYPE) -> int:
    return max(face(font).lines(text, width, type_) for font in _FONTS)
