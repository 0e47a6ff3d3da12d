"""Fit forms, letters and certificates on fewer pages."""

from math import ceil

from coprod_guide.page_setup import PageSetup
from coprod_guide.pagination.body_heights import BodyHeights
from coprod_guide.pagination.paragraph_changes import close_up
from coprod_guide.styles.formatting import MM_PER_TWIP
from coprod_office.reading.xml import Element

_SHORT, _USED = 0.25, 0.95  # of a page: a short last page, and how much of the other pages the text can fill


def fit_on_fewer_pages(elements: list[Element], heights: BodyHeights, page: PageSetup, *, always: bool) -> None:
    """Close up paragraphs if the last page would be mostly empty.

    If `always` is true, paragraphs are closed up however full the last page is.
    """
    width, room = page.text_width * MM_PER_TWIP, page.text_height * (1 if always else _USED)
    height = heights.of_paragraphs(elements, width)
    pages = ceil(height / room)
    if pages > 1 and (always or height - (pages - 1) * room < _SHORT * room):
        close_up(elements, heights, width, (pages - 1) * room)
