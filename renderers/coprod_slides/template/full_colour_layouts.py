"""Full-colour layouts: cover, divider, question, break and closing.

Their pictures are drawn on the slides themselves, in positions set in `role_layouts`.
"""

from coprod_content.brand.brand import Brand
from coprod_slides.box import SlideBox, around
from coprod_slides.template.grid import BASE, HALF, HEIGHT, LEFT, column
from coprod_slides.template.layout_model import (
    BREAK_SIZE,
    LayoutDecoration,
    LayoutPlaceholder,
    ListStyleLevel,
    SlideLayout,
    badge,
    body,
    label,
    layout,
    logo,
    minutes,
    number,
    title,
)
from coprod_slides.theme_colours import BRAND, DARK, INK, PAPER, ThemeColour

_SUN_X, _SUN_RADIUS, _RING_RADII = 252, 60, (132, 106, 82)
_ONE_LINE = 18
"""Largest type size, in points, at which the imprint takes one line."""
_RULE = SlideBox(LEFT, 38, 26, 2.4)


def cover(brand: Brand) -> SlideLayout:
    """Return the layout for the first slide."""
    sizes = brand.slides
    lines = 1 if sizes.small <= _ONE_LINE else 2
    imprint = column(182 - 10 * lines, 10 * lines, HALF)
    return layout(
        "Cover",
        DARK,
        title(column(50, 64, HALF), sizes.cover[0], PAPER),
        label(brand, column(26, 9, HALF), PAPER),
        body(column(118 - 2 * lines, 54 - 4 * lines, HALF), sizes.lead, PAPER, anchor="b"),
        logo(),
        LayoutPlaceholder(key="imprint", box=imprint, levels=(ListStyleLevel(sizes.small, PAPER),), anchor="b"),
        decorations=(LayoutDecoration("rect", _RULE, ThemeColour(brand.palette.sun)),),
    )


def divider(brand: Brand) -> SlideLayout:
    """Return the layout for a slide that starts a theme."""
    return layout(
        "Theme divider",
        BRAND,
        title(column(36, 76, HALF), brand.slides.cover[0], PAPER),
        label(brand, column(20, 12, HALF), PAPER),
        body(column(114, 56, HALF), brand.slides.lead, PAPER, anchor="b"),
        minutes(brand, PAPER),
        number(brand, PAPER),
    )


def question(brand: Brand) -> SlideLayout:
    """Return the layout for a slide with a single question."""
    return layout(
        "Question",
        BRAND,
        title(column(32, 104, HALF), brand.slides.question[0], PAPER, "ctr"),
        label(brand, column(20, 9, HALF), PAPER),
        minutes(brand, PAPER),
        body(column(138, 32, HALF), brand.slides.body, PAPER),
        number(brand, PAPER),
    )


def break_(brand: Brand) -> SlideLayout:
    """Return the layout for a break, decorated with a sun."""
    sun, white = ThemeColour(brand.palette.sun), PAPER.with_alpha(10)
    return layout(
        "Break",
        BRAND,
        title(column(48, 76, 146), brand.slides.cover[0], PAPER, "ctr"),
        label(brand, column(20, 9, 146), PAPER),
        badge(brand, around(_SUN_X, HEIGHT / 2, _SUN_RADIUS), INK, BREAK_SIZE),
        body(column(126, 44, 146), brand.slides.lead, PAPER),
        number(brand, PAPER),
        decorations=(
            *(LayoutDecoration("ellipse", around(_SUN_X, HEIGHT / 2, radius), white) for radius in _RING_RADII),
            LayoutDecoration("ellipse", around(_SUN_X, HEIGHT / 2, _SUN_RADIUS), sun),
        ),
    )


def closing(brand: Brand) -> SlideLayout:
    """Return the layout for the last slide, similar to the cover."""
    return layout(
        "Closing",
        DARK,
        title(column(46, 26, HALF), brand.slides.question[0], PAPER),
        label(brand, column(26, 9, HALF), PAPER),
        minutes(brand, PAPER),
        body(column(74, BASE - 74, HALF), brand.slides.body, PAPER),
        logo(),
        number(brand, PAPER, column(174, 8, HALF)),
        decorations=(LayoutDecoration("rect", _RULE, ThemeColour(brand.palette.sun)),),
    )
