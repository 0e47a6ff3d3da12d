"""Page setup for run sheets: narrow margins, usually landscape."""

from coprod_guide.page_setup import PageSetup

_SIDE, _TOP, _BOTTOM, _HEADER = 12, 9, 14, 7


def set_run_sheet_page(page: PageSetup, *, upright: bool) -> None:
    """Set the margins and orientation for a run sheet."""
    page.set_orientation(upright=upright)
    page.set_margins(left=_SIDE, right=_SIDE, top=_TOP, bottom=_BOTTOM, header=_HEADER, footer=_HEADER)
