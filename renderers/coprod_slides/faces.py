"""The layouts that fill a slide with colour and say one thing. Their pictures are drawn on the slides: see looks.py."""

from coprod_content.brand.brand import Brand
from coprod_slides.box import Box, around
from coprod_slides.colours import BRAND, DARK, INK, PAPER, Colour
from coprod_slides.grid import BASE, HALF, HEIGHT, LEFT, column
from coprod_slides.slots import PAUSE_SIZE, Layout, Level, Mark, Slot, badge, body, label, minutes, number, title

_SUN_X, _SUN_RADIUS, _RINGS = 252, 60, (132, 106, 82)
_ONE_LINE = 18  # points in which an imprint takes one line
_RULE = Box(LEFT, 38, 26, 2.4)


def cover(brand: Brand) -> Layout:
    """The first slide."""
    sizes = brand.slides
    lines = 1 if sizes.small <= _ONE_LINE else 2
    return Layout(
        name="Cover",
        ground=DARK,
        marks=(Mark("rect", _RULE, Colour(brand.palette.sun)),),
        slots=(
            title(column(50, 64, HALF), sizes.cover[0], PAPER),
            label(brand, column(26, 9, HALF), PAPER),
            body(column(118 - 2 * lines, 54 - 4 * lines, HALF), sizes.lead, PAPER, anchor="b"),
            Slot(key="logo", box=Box(27, 6, 70, 15), levels=()),
            Slot(
                key="imprint",
                box=column(182 - 10 * lines, 10 * lines, HALF),
                levels=(Level(sizes.small, PAPER),),
                anchor="b",
            ),
        ),
    )


def divider(brand: Brand) -> Layout:
    """The start of something new."""
    return Layout(
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


def question(brand: Brand) -> Layout:
    """One question."""
    return Layout(
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


def pause(brand: Brand) -> Layout:
    """A pause, as a sun."""
    sun, white = Colour(brand.palette.sun), PAPER.see_through(10)
    return Layout(
        name="Break",
        ground=BRAND,
        marks=(
            *(Mark("ellipse", around(_SUN_X, HEIGHT / 2, radius), white) for radius in _RINGS),
            Mark("ellipse", around(_SUN_X, HEIGHT / 2, _SUN_RADIUS), sun),
        ),
        slots=(
            title(column(48, 76, 146), brand.slides.cover[0], PAPER, "ctr"),
            label(brand, column(20, 9, 146), PAPER),
            badge(brand, around(_SUN_X, HEIGHT / 2, _SUN_RADIUS), INK, PAUSE_SIZE),
            body(column(126, 44, 146), brand.slides.lead, PAPER),
            number(brand, PAPER),
        ),
    )


def closing(brand: Brand) -> Layout:
    """The end, which looks as the beginning did."""
    return Layout(
        name="Closing",
        ground=DARK,
        marks=(Mark("rect", _RULE, Colour(brand.palette.sun)),),
        slots=(
            title(column(46, 26, HALF), brand.slides.question[0], PAPER),
            label(brand, column(26, 9, HALF), PAPER),
            minutes(brand, PAPER),
            body(column(74, BASE - 74, HALF), brand.slides.body, PAPER),
            Slot(key="logo", box=Box(27, 6, 70, 15), levels=()),
            number(brand, PAPER, column(174, 8, HALF)),
        ),
    )
