"""The layouts that fill a slide with colour and say one thing. Lengths are millimetres."""

from coprod_content.brand import Brand
from coprod_slides.box import Box, around
from coprod_slides.colours import BRAND, DARK, INK, PAPER, Colour
from coprod_slides.slots import (
    NUMERAL_SIZE,
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


def cover(brand: Brand) -> Layout:
    """The first slide."""
    sizes, sun = brand.slides, Colour(brand.palette.sun)
    one, two, three = circles(286, 92, 60, 42)
    return Layout(
        name="Cover",
        ground=DARK,
        marks=(
            Mark("ellipse", one, Colour("accent2", alpha=88)),
            Mark("ellipse", two, Colour("accent3", alpha=80)),
            Mark("ellipse", three, sun.see_through(82)),
        ),
        slots=(
            title(Box(24, 38, 168, 54), sizes.cover[0], PAPER),
            label(brand, Box(24, 26, 168, 9), PAPER),
            body(Box(24, 94, 168, 74), sizes.lead, PAPER, anchor="b"),
            Slot(key="logo", box=Box(27, 6, 70, 15), levels=()),
            Slot(key="imprint", box=Box(24, 172, 250, 10), levels=(Level(sizes.small, PAPER),), anchor="b"),
        ),
    )


def divider(brand: Brand) -> Layout:
    """The start of something new."""
    one, two, three = circles(262, 88, 62, 34)
    return Layout(
        name="Theme divider",
        ground=BRAND,
        marks=tuple(Mark("ellipse", box, PAPER.see_through(8)) for box in (one, two, three)),
        slots=(
            title(Box(24, 36, 164, 76), brand.slides.cover[0], PAPER),
            label(brand, Box(24, 20, 164, 12), PAPER),
            body(Box(24, 116, 164, 56), brand.slides.lead, PAPER, anchor="b"),
            Slot(
                key="numeral",
                box=Box(232, 62, 60, 52),
                levels=(Level(NUMERAL_SIZE, PAPER, strong=True, align="ctr", tight=True),),
                anchor="ctr",
            ),
            minutes(brand, Box(24, 174, 100, 8), PAPER),
            number(brand, PAPER),
        ),
    )


def question(brand: Brand) -> Layout:
    """One question."""
    white = PAPER.see_through(9)
    return Layout(
        name="Question",
        ground=BRAND,
        marks=(
            Mark("ellipse", around(300, 168, 92), white),
            Mark("ellipse", around(214, 206, 66), white),
            Mark("ellipse", around(338, 60, 58), white),
        ),
        slots=(
            title(Box(24, 38, 262, 94), brand.slides.question[0], PAPER, "ctr"),
            label(brand, Box(24, 20, 262, 9), PAPER),
            minutes(brand, Box(24, 172, 100, 10), PAPER),
            body(Box(24, 134, 262, 36), brand.slides.body, PAPER),
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
            *(Mark("ellipse", around(252, 95.25, radius), white) for radius in (132, 106, 82)),
            Mark("ellipse", around(252, 95.25, 60), sun),
        ),
        slots=(
            title(Box(24, 48, 146, 76), brand.slides.cover[0], PAPER, "ctr"),
            label(brand, Box(24, 20, 146, 9), PAPER),
            badge(brand, around(252, 95.25, 60), INK, NUMERAL_SIZE),
            body(Box(24, 126, 146, 44), brand.slides.lead, PAPER),
            number(brand, PAPER),
        ),
    )


def closing(brand: Brand) -> Layout:
    """The end: the circles of the cover, closer together."""
    one, two, three = circles(276, 92, 48, 13)
    return Layout(
        name="Closing",
        ground=DARK,
        marks=(
            Mark("ellipse", one, Colour("accent2", alpha=88)),
            Mark("ellipse", two, Colour("accent3", alpha=80)),
            Mark("ellipse", three, Colour(brand.palette.sun, alpha=82)),
        ),
        slots=(
            title(Box(24, 30, 180, 38), brand.slides.question[0], PAPER),
            label(brand, Box(24, 18, 180, 9), PAPER),
            minutes(brand, Box(24, 172, 100, 10), PAPER),
            body(Box(24, 72, 178, 98), brand.slides.body, PAPER),
            Slot(key="logo", box=Box(244, 10, 70, 20), levels=()),
            number(brand, PAPER),
        ),
    )
