"""Layouts for the default reference deck."""

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
    ListStyleLevel,
    SlideLayout,
    badge,
    body,
    label,
    layout,
    minutes,
    number,
    title,
)
from coprod_slides.theme_colours import BRAND, INK, LINE, MUTED, PAPER, TINT

_BAND = 50.0
_AGENDA_TEXT = SlideBox(PANEL + 16, 18, RIGHT - PANEL - 16, 152)
_ACTIVITY_TEXT = SlideBox(PANEL + 24, 22, RIGHT - PANEL - 24, 146)
_NOTCH = LayoutDecoration("triangle", SlideBox(PANEL - 15, 51, 20, 10), PAPER, turn=270)


def layouts(brand: Brand) -> tuple[SlideLayout, ...]:
    """Return the default deck's layouts in the order PowerPoint shows them."""
    size = brand.slides.body
    return (
        full_colour_layouts.cover(brand),
        full_colour_layouts.divider(brand),
        _panel(brand, "Agenda", body(_AGENDA_TEXT, size, INK, fill=PAPER)),
        _glance(brand),
        _panel(brand, "Activity", body(_ACTIVITY_TEXT, size, INK, anchor="ctr", fill=PAPER), _NOTCH),
        full_colour_layouts.question(brand),
        _figure(brand),
        _evidence(brand),
        full_colour_layouts.break_(brand),
        full_colour_layouts.closing(brand),
        _text(brand),
        _sources(brand),
    )


def _panel(brand: Brand, name: str, text: LayoutPlaceholder, *decorations: LayoutDecoration) -> SlideLayout:
    """Return a layout with the title on a panel beside the text."""
    return layout(
        name,
        BRAND,
        title(panel(44, 84), brand.slides.title[0], PAPER),
        label(brand, panel(10, 31), PAPER),
        badge(brand, PANEL_CHIP, BRAND),
        text,
        number(brand, MUTED),
        decorations=(LayoutDecoration("rect", PAGE, PAPER), *decorations),
    )


def _glance(brand: Brand) -> SlideLayout:
    """Return a layout with the title on a band above facts."""
    return layout(
        "At a glance",
        BRAND,
        title(column(20, 27, 200), brand.slides.title[0], PAPER),
        label(brand, column(9, 9, 200), PAPER),
        badge(brand, TOP_CHIP, BRAND),
        body(SlideBox(LEFT, _BAND + 11, RIGHT - LEFT, BASE - _BAND - 10), brand.slides.body, INK, fill=PAPER),
        number(brand, MUTED),
        decorations=(LayoutDecoration("rect", SlideBox(0, _BAND, WIDTH, HEIGHT - _BAND), PAPER),),
    )


def _text(brand: Brand) -> SlideLayout:
    """Return a layout with a title and text."""
    return layout(
        "Title and text",
        PAPER,
        title(column(26, 30), brand.slides.title[0], INK),
        label(brand, column(7, 16), BRAND),
        badge(brand, TOP_CHIP, PAPER),
        body(column(66, BASE - 66), brand.slides.body, INK),
        number(brand, MUTED),
    )


def _sources(brand: Brand) -> SlideLayout:
    """Return the layout for a page of fine print."""
    return layout(
        "Sources",
        PAPER,
        title(column(20, 16, RIGHT - LEFT), brand.slides.title[0], INK),
        label(brand, column(10, 9, RIGHT - LEFT), BRAND),
        body(column(44, BASE - 44, RIGHT - LEFT), brand.slides.small, INK),
        number(brand, MUTED),
    )


def _figure(brand: Brand) -> SlideLayout:
    """Return the layout for a figure as wide as the slide allows."""
    return layout(
        "Figure",
        PAPER,
        title(column(17, 18, RIGHT - LEFT), brand.slides.title[0], INK),
        label(brand, column(8, 9, RIGHT - LEFT), BRAND),
        body(column(37, 135, RIGHT - LEFT), brand.slides.body, INK),
        minutes(brand, MUTED),
        number(brand, MUTED),
    )


def _evidence(brand: Brand) -> SlideLayout:
    """Return the layout for a research finding and its source."""
    source = column(151, 18, RIGHT - LEFT)
    return layout(
        "Evidence",
        TINT,
        title(column(28, 24), brand.slides.statement[-1], INK),
        label(brand, column(16, 9), BRAND),
        body(column(56, 88), brand.slides.statement[0], INK, anchor="ctr"),
        LayoutPlaceholder(key="source", box=source, levels=(ListStyleLevel(brand.slides.small, MUTED),)),
        minutes(brand, MUTED),
        number(brand, MUTED),
        decorations=(LayoutDecoration("rect", column(148, 0.5, RIGHT - LEFT), LINE),),
    )
