"""Grid positions shared by layouts, in millimetres."""

from coprod_slides.box import SlideBox, around

WIDTH, HEIGHT = 12_192_000 / 36_000, 190.5
LEFT, RIGHT = 24.0, 314.0
COLUMN = 240.0
HALF = 176.0
BASE = 170.0
PANEL = 116.0
PANEL_LEFT, PANEL_TEXT = 18.0, 84.0
CHIP_RADIUS = 23.0

TOP_CHIP = around(291, 37, CHIP_RADIUS)
PANEL_CHIP = around(PANEL_LEFT + CHIP_RADIUS, 149, CHIP_RADIUS)
PAGE = SlideBox(PANEL, 0, WIDTH - PANEL, HEIGHT)
NUMBER = SlideBox(284, 174, 30, 8)
MINUTES = SlideBox(LEFT, 172, 100, 10)

HALF_PICTURE = SlideBox(WIDTH - HEIGHT * 2 / 3, 0, HEIGHT * 2 / 3, HEIGHT)
LARGE_PICTURE = SlideBox(WIDTH - 124, 32, 124, 124)
CORNER_PICTURE = SlideBox(RIGHT - 46, 122, 46, 46)
TOP_PICTURE = SlideBox(RIGHT - 46, 20, 46, 46)
PANEL_PICTURE = SlideBox(PANEL - 42, 133, 32, 32)


def column(y: float, height: float, width: float = COLUMN) -> SlideBox:
    """Return a box that starts at the left margin."""
    return SlideBox(LEFT, y, width, height)


def panel(y: float, height: float) -> SlideBox:
    """Return a box for text on the left panel."""
    return SlideBox(PANEL_LEFT, y, PANEL_TEXT, height)
