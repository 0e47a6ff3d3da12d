"""The table of layouts: what lies where on each kind of slide, on the grid."""

from coprod_content.brand.brand import Brand
from coprod_slides.box import SlideBox
from coprod_slides.template import full_colour_layouts
from coprod_slides.template.grid import (
    BASE,
    HEIGHT,
    LEFT,
    PAGE,
    PANEL,
    PANEL_CHIP,
    RIGHT,
    TOP_CHIP,
    WIDTH,
    column,
    panel,
)
from coprod_slides.template.layout_model import (
    LayoutDecoration,
    LayoutPlaceholder,
    ListLevel,
    SlideLayout,
    badge,
    body,
    label,
    minutes,
    number,
    title,
)
from coprod_slides.theme_colours import BRAND, INK, LINE, MUTED, PAPER, TINT

_BAND = 50.0


def layouts(brand: Brand) -> tuple[SlideLayout, ...]:
    """The layouts of the project's own reference deck, in the order in which PowerPoint offers them."""
    return (
        full_colour_layouts.cover(brand),
        full_colour_layouts.divider(brand),
        _panel(
            brand, "Agenda", body(SlideBox(PANEL + 16, 18, RIGHT - PANEL - 16, 152), brand.slides.body, INK, fill=PAPER)
        ),
        _glance(brand),
        _activity(brand),
        full_colour_layouts.question(brand),
        _figure(brand),
        _evidence(brand),
        full_colour_layouts.pause(brand),
        full_colour_layouts.closing(brand),
        _text(brand),
        _sources(brand),
    )


def _panel(brand: Brand, name: str, text: LayoutPlaceholder, marks: tuple[LayoutDecoration, ...] = ()) -> SlideLayout:
    """A panel in the colour of the section with the title, and a page beside it with the text."""
    return SlideLayout(
        name=name,
        ground=BRAND,
        marks=(LayoutDecoration("rect", PAGE, PAPER), *marks),
        slots=(
            title(panel(44, 84), brand.slides.title[0], PAPER),
            label(brand, panel(10, 31), PAPER),
            badge(brand, PANEL_CHIP, BRAND),
            text,
            number(brand, MUTED),
        ),
    )


def _activity(brand: Brand) -> SlideLayout:
    text = body(SlideBox(PANEL + 24, 22, RIGHT - PANEL - 24, 146), brand.slides.body, INK, anchor="ctr", fill=PAPER)
    return _panel(
        brand, "Activity", text, (LayoutDecoration("triangle", SlideBox(PANEL - 15, 51, 20, 10), PAPER, turn=270),)
    )


def _glance(brand: Brand) -> SlideLayout:
    return SlideLayout(
        name="At a glance",
        ground=BRAND,
        marks=(LayoutDecoration("rect", SlideBox(0, _BAND, WIDTH, HEIGHT - _BAND), PAPER),),
        slots=(
            title(column(20, 27, 200), brand.slides.title[0], PAPER),
            label(brand, column(9, 9, 200), PAPER),
            badge(brand, TOP_CHIP, BRAND),
            body(SlideBox(LEFT, _BAND + 11, RIGHT - LEFT, BASE - _BAND - 10), brand.slides.body, INK, fill=PAPER),
            number(brand, MUTED),
        ),
    )


def _text(brand: Brand) -> SlideLayout:
    """A page with a title and a text, room at its right for the time and a picture."""
    return SlideLayout(
        name="Title and text",
        ground=PAPER,
        slots=(
            title(column(26, 30), brand.slides.title[0], INK),
            label(brand, column(7, 16), BRAND),
            badge(brand, TOP_CHIP, PAPER),
            body(column(66, BASE - 66), brand.slides.body, INK),
            number(brand, MUTED),
        ),
    )


def _sources(brand: Brand) -> SlideLayout:
    """A page of fine print."""
    return SlideLayout(
        name="Sources",
        ground=PAPER,
        slots=(
            title(column(20, 16, RIGHT - LEFT), brand.slides.title[0], INK),
            label(brand, column(10, 9, RIGHT - LEFT), BRAND),
            body(column(44, BASE - 44, RIGHT - LEFT), brand.slides.small, INK),
            number(brand, MUTED),
        ),
    )


def _figure(brand: Brand) -> SlideLayout:
    return SlideLayout(
        name="Figure",
        ground=PAPER,
        slots=(
            title(column(17, 18, RIGHT - LEFT), brand.slides.title[0], INK),
            label(brand, column(8, 9, RIGHT - LEFT), BRAND),
            body(column(37, 135, RIGHT - LEFT), brand.slides.body, INK),
            minutes(brand, MUTED),
            number(brand, MUTED),
        ),
    )


def _evidence(brand: Brand) -> SlideLayout:
    return SlideLayout(
        name="Evidence",
        ground=TINT,
        marks=(LayoutDecoration("rect", column(148, 0.5, RIGHT - LEFT), LINE),),
        slots=(
            title(column(28, 24), brand.slides.statement[-1], INK),
            label(brand, column(16, 9), BRAND),
            body(column(56, 88), brand.slides.statement[0], INK, anchor="ctr"),
            LayoutPlaceholder(
                key="source", box=column(151, 18, RIGHT - LEFT), levels=(ListLevel(brand.slides.small, MUTED),)
            ),
            minutes(brand, MUTED),
            number(brand, MUTED),
        ),
    )
