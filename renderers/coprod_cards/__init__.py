"""Cards, reading copies, tuck boxes and posters in PDF, and whiteboard pictures."""

from coprod_cards.renderer import (
    for_long_edge,
    for_printer,
    for_short_edge,
    poster,
    test_sheet,
    to_read,
    tuck_box,
    tuck_box_print_shop,
    whiteboard_png,
    whiteboard_svg,
)
from coprod_content.importing.lazy_function import LazyFunction

uncovered = LazyFunction("coprod_cards.fonts:uncovered")

__all__ = [
    "for_long_edge",
    "for_printer",
    "for_short_edge",
    "poster",
    "test_sheet",
    "to_read",
    "tuck_box",
    "tuck_box_print_shop",
    "uncovered",
    "whiteboard_png",
    "whiteboard_svg",
]
