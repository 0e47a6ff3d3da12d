"""The table of layouts: what lies where on each kind of slide. Lengths are millimetres."""

from coprod_content.brand import Brand
from coprod_slides import faces
from coprod_slides.box import Box, around
from coprod_slides.colours import BRAND, INK, LINE, MUTED, PAPER, TINT
from coprod_slides.slots import (
    HEIGHT,
    WIDTH,
    Layout,
    Level,
    Mark,
    Slot,
    badge,
    body,
    circles,
    label,
    minutes,
    number,
    title,
)

_PANEL = 112.0
_PAGE = Box(_PANEL, 0, WIDTH - _PANEL, HEIGHT)


def layouts(brand: Brand) -> tuple[Layout, ...]:
    """The layouts of the project's own reference deck, in the order in which PowerPoint offers them."""
    return (
        faces.cover(brand),
        faces.divider(brand),
        _panel(brand, "Agenda", Box(126, 18, 188, 150)),
        _glance(brand),
        _activity(brand),
        faces.question(brand),
        _figure(brand),
        _evidence(brand),
        faces.pause(brand),
        faces.closing(brand),
        _panel(brand, "Title and text", Box(130, 22, 184, 146)),
        _panel(brand, "Sources", Box(130, 22, 184, 146), small=True),
    )


def _panel(brand: Brand, name: str, page: Box, *, small: bool = False) -> Layout:
    """A panel with the title on the left, a page with the text on the right."""
    sizes = brand.slides
    return Layout(
        name=name,
        ground=TINT,
        marks=(
            *(Mark("ellipse", box, PAPER.see_through(50)) for box in circles(44, 172, 36, 20)),
            Mark("rect", _PAGE, PAPER),
        ),
        slots=(
            title(Box(18, 44, 82, 84), sizes.title[0], INK),
            label(brand, Box(18, 10, 82, 31), BRAND),
            minutes(brand, Box(18, 166, 82, 16), MUTED),
            body(page, sizes.small if small else sizes.body, INK, fill=PAPER),
            number(brand, MUTED),
        ),
    )


def _glance(brand: Brand) -> Layout:
    white = PAPER.see_through(12)
    one, two, three = circles(292, 14, 40, 22)
    return Layout(
        name="At a glance",
        ground=BRAND,
        marks=(
            *(Mark("ellipse", box, white) for box in (one, two, three)),
            Mark("rect", Box(0, 52, WIDTH, HEIGHT - 52), PAPER),
        ),
        slots=(
            title(Box(24, 19, 224, 30), brand.slides.title[0], PAPER),
            label(brand, Box(24, 8, 224, 9), PAPER),
            badge(brand, around(288, 36, 23), BRAND),
            body(Box(24, 60, 290, 111), brand.slides.body, INK, fill=PAPER),
            number(brand, MUTED),
        ),
    )


def _activity(brand: Brand) -> Layout:
    return Layout(
        name="Activity",
        ground=BRAND,
        marks=(Mark("rect", _PAGE, PAPER), Mark("triangle", Box(97.5, 51.5, 20, 10), PAPER, turn=270)),
        slots=(
            title(Box(18, 44, 80, 60), brand.slides.title[0], PAPER),
            label(brand, Box(18, 10, 82, 31), PAPER),
            badge(brand, around(41, 151, 23), BRAND),
            body(Box(134, 22, 180, 146), brand.slides.body, INK, anchor="ctr", fill=PAPER),
            number(brand, MUTED),
        ),
    )


def _figure(brand: Brand) -> Layout:
    return Layout(
        name="Figure",
        ground=PAPER,
        slots=(
            title(Box(24, 20, 290, 20), brand.slides.title[0], INK),
            label(brand, Box(24, 10, 290, 9), BRAND),
            body(Box(24, 43, 290, 128), brand.slides.body, INK),
            minutes(brand, Box(24, 172, 100, 10), MUTED),
            number(brand, MUTED),
        ),
    )


def _evidence(brand: Brand) -> Layout:
    deeper = LINE.see_through(35)
    return Layout(
        name="Evidence",
        ground=TINT,
        marks=(
            *(Mark("ellipse", box, deeper) for box in circles(300, 40, 58, 34)),
            Mark("rect", Box(24, 148, 290, 0.5), LINE),
        ),
        slots=(
            title(Box(24, 30, 240, 24), brand.slides.statement[-1], INK),
            label(brand, Box(24, 18, 240, 9), BRAND),
            body(Box(24, 58, 256, 86), brand.slides.statement[0], INK, anchor="ctr"),
            Slot(key="source", box=Box(24, 151, 290, 18), levels=(Level(brand.slides.small, MUTED),)),
            minutes(brand, Box(24, 172, 100, 10), MUTED),
            number(brand, MUTED),
        ),
    )
