"""Layouts that fill the slide with colour: cover, divider, question, break and closing."""

from coprod_content.brand.brand import Brand
from coprod_slides.box import SlideBox, around
from coprod_slides.template.grid import BASE, HALF, HEIGHT, LEFT, column
from coprod_slides.template.layout_model import (
    PAUSE_SIZE,
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
from coprod_slides.theme_colours import BRAND, DARK, INK, PAPER, ThemeColour

_SUN_X, _SUN_RADIUS, _RINGS = 252, 60, (132, 106, 82)
_ONE_LINE = 18  # points in which an imprint takes one line
_RULE = SlideBox(LEFT, 38, 26, 2.4)


def cover(brand: Brand) -> SlideLayout:
    """The first slide."""
    sizes = brand.slides
    lines = 1 if sizes.small <= _ONE_LINE else 2
    return SlideLayout(
        name="Cover",
        ground=DARK,
        marks=(LayoutDecoration("rect", _RULE, ThemeColour(brand.palette.sun)),),
        slots=(
            title(column(50, 64, HALF), sizes.cover[0], PAPER),
            label(brand, column(26, 9, HALF), PAPER),
            body(column(118 - 2 * lines, 54 - 4 * lines, HALF), sizes.lead, PAPER, anchor="b"),
            LayoutPlaceholder(key="logo", box=SlideBox(27, 6, 70, 15), levels=()),
            LayoutPlaceholder(
                key="imprint",
                box=column(182 - 10 * lines, 10 * lines, HALF),
                levels=(ListLevel(sizes.small, PAPER),),
                anchor="b",
            ),
        ),
    )


def divider(brand: Brand) -> SlideLayout:
    """The start of something new."""
    return SlideLayout(
        name="Theme divider",
        ground=BRAND,
        slots=(
            title(column(36, 76, HALF), brand.slides.cover[0], PAPER),
            label(brand, column(20, 12, HALF), PAPER),
            body(column(114, 56, HALF), brand.slides.lead, PAPER, anchor="b"),
            minutes(brand, PAPER),
            number(brand, PAPER),
        ),
    )


def question(brand: Brand) -> SlideLayout:
    """One question."""
    return SlideLayout(
        name="Question",
        ground=BRAND,
        slots=(
            title(column(32, 104, HALF), brand.slides.question[0], PAPER, "ctr"),
            label(brand, column(20, 9, HALF), PAPER),
            minutes(brand, PAPER),
            body(column(138, 32, HALF), brand.slides.body, PAPER),
            number(brand, PAPER),
        ),
    )


def pause(brand: Brand) -> SlideLayout:
    """A pause, as a sun."""
    sun, white = ThemeColour(brand.palette.sun), PAPER.see_through(10)
    return SlideLayout(
        name="Break",
        ground=BRAND,
        marks=(
            *(LayoutDecoration("ellipse", around(_SUN_X, HEIGHT / 2, radius), white) for radius in _RINGS),
            LayoutDecoration("ellipse", around(_SUN_X, HEIGHT / 2, _SUN_RADIUS), sun),
        ),
        slots=(
            title(column(48, 76, 146), brand.slides.cover[0], PAPER, "ctr"),
            label(brand, column(20, 9, 146), PAPER),
            badge(brand, around(_SUN_X, HEIGHT / 2, _SUN_RADIUS), INK, PAUSE_SIZE),
            body(column(126, 44, 146), brand.slides.lead, PAPER),
            number(brand, PAPER),
        ),
    )


def closing(brand: Brand) -> SlideLayout:
    """The end, which looks as the beginning did."""
    return SlideLayout(
        name="Closing",
        ground=DARK,
        marks=(LayoutDecoration("rect", _RULE, ThemeColour(brand.palette.sun)),),
        slots=(
            title(column(46, 26, HALF), brand.slides.question[0], PAPER),
            label(brand, column(26, 9, HALF), PAPER),
            minutes(brand, PAPER),
            body(column(74, BASE - 74, HALF), brand.slides.body, PAPER),
            LayoutPlaceholder(key="logo", box=SlideBox(27, 6, 70, 15), levels=()),
            number(brand, PAPER, column(174, 8, HALF)),
        ),
    )
