"""The page of a run sheet: with narrow margins, and mostly on its side, so that all of a session is seen at once."""

from docx.enum.section import WD_ORIENT
from docx.section import Section as PageSetting
from docx.shared import Mm

_SIDE, _ABOVE, _BELOW, _FOOT = 12, 9, 14, 7


def set_up(page: PageSetting, *, upright: bool) -> None:
    """Gives a page narrow margins, and lays it on its side unless it is upright."""
    width, height = page.page_width, page.page_height
    if width and height and (width < height) != upright:
        page.page_width, page.page_height = height, width
    page.orientation = WD_ORIENT.PORTRAIT if upright else WD_ORIENT.LANDSCAPE
    page.left_margin = page.right_margin = Mm(_SIDE)
    page.top_margin, page.bottom_margin = Mm(_ABOVE), Mm(_BELOW)
    page.header_distance = page.footer_distance = Mm(_FOOT)
