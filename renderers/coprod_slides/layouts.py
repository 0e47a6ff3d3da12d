"""The table of layouts: what lies where on each kind of slide. Lengths are millimetres, sizes points."""

from typing import Literal

from attrs import evolve, frozen

from coprod_content.brand import Brand
from coprod_slides.box import Box, around
from coprod_slides.colours import BRAND, DARK, INK, LINE, MUTED, PAPER, TINT, Colour

WIDTH, HEIGHT = 12_192_000 / 36_000, 190.5
BADGE_SIZE, NUMERAL_SIZE = 40, 96
INDENT = 9.0
_PANEL = 112.0
_PAGE = Box(_PANEL, 0, WIDTH - _PANEL, HEIGHT)
_NUMBER = Box(284, 174, 30, 8)

Bullet = Literal["", "dot", "box"]


@frozen
class Level:
    """How a level of a list is set."""

    size: int
    colour: Colour
    strong: bool = False
    bullet: Bullet = ""
    align: Literal["l", "ctr", "r"] = "l"
    tight: bool = False


@frozen(kw_only=True)
class Slot:
    """A placeholder: the key that the renderer knows it by, its box, and how its text is set."""

    key: str
    box: Box
    levels: tuple[Level, ...]
    anchor: Literal["t", "ctr", "b"] = "t"
    fill: Colour | None = None


@frozen
class Mark:
    """A shape that only decorates. `turn` is in degrees, clockwise; with a `line` there is no fill."""

    shape: str
    box: Box
    colour: Colour
    turn: int = 0
    line: float = 0.0


@frozen(kw_only=True)
class Layout:
    """A named layout: its ground, its decoration from back to front, its placeholders in reading order."""

    name: str
    ground: Colour
    marks: tuple[Mark, ...] = ()
    slots: tuple[Slot, ...]


def layouts(brand: Brand) -> tuple[Layout, ...]:
    """The layouts of the project's own reference deck, in the order in which PowerPoint offers them."""
    return (
        _cover(brand),
        _divider(brand),
        _panel(brand, "Agenda", Box(126, 18, 188, 150)),
        _glance(brand),
        _activity(brand),
        _question(brand),
        _figure(brand),
        _evidence(brand),
        _break(brand),
        _closing(brand),
        _panel(brand, "Title and text", Box(130, 22, 184, 146)),
        _panel(brand, "Sources", Box(130, 22, 184, 146), small=True),
    )


def circles(x: float, y: float, radius: float, spread: float) -> tuple[Box, Box, Box]:
    """Three circles round a point, each `spread` from it: the more they overlap, the more is done together."""
    across, down = spread * 0.866, spread * 0.5
    return around(x - across, y - down, radius), around(x + across, y - down, radius), around(x, y + spread, radius)


def _title(box: Box, size: int, colour: Colour, anchor: Literal["t", "ctr", "b"] = "t") -> Slot:
    return Slot(key="title", box=box, levels=(Level(size, colour, strong=True, tight=True),), anchor=anchor)


def _label(brand: Brand, box: Box, colour: Colour) -> Slot:
    return Slot(key="label", box=box, levels=(Level(brand.slides.small, colour, strong=True),), anchor="b")


def _body(box: Box, size: int, colour: Colour, **more: object) -> Slot:
    levels = (Level(size, colour), Level(size, colour, bullet="dot"), Level(size, colour, bullet="box"))
    return evolve(Slot(key="body", box=box, levels=levels), **more)  # type: ignore[arg-type]


def _number(brand: Brand, colour: Colour) -> Slot:
    return Slot(key="number", box=_NUMBER, levels=(Level(brand.slides.small, colour, align="r"),), anchor="b")


def _minutes(brand: Brand, box: Box, colour: Colour) -> Slot:
    return Slot(key="minutes", box=box, levels=(Level(brand.slides.small, colour),) * 2, anchor="b")


def _badge(brand: Brand, box: Box, colour: Colour, size: int = BADGE_SIZE) -> Slot:
    levels = (
        Level(size, colour, strong=True, align="ctr", tight=True),
        Level(brand.slides.small, colour, align="ctr", tight=True),
    )
    return Slot(key="minutes", box=box, levels=levels, anchor="ctr")


def _panel(brand: Brand, name: str, body: Box, *, small: bool = False) -> Layout:
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
            _title(Box(18, 44, 82, 84), sizes.title[0], INK),
            _label(brand, Box(18, 10, 82, 31), BRAND),
            _minutes(brand, Box(18, 166, 82, 16), MUTED),
            _body(body, sizes.small if small else sizes.body, INK, fill=PAPER),
            _number(brand, MUTED),
        ),
    )


def _cover(brand: Brand) -> Layout:
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
            _title(Box(24, 38, 168, 54), sizes.cover[0], PAPER),
            _label(brand, Box(24, 26, 168, 9), PAPER),
            _body(Box(24, 94, 168, 74), sizes.lead, PAPER, anchor="b"),
            Slot(key="logo", box=Box(24, 8, 70, 15), levels=()),
            Slot(key="imprint", box=Box(24, 172, 250, 10), levels=(Level(sizes.small, PAPER),), anchor="b"),
        ),
    )


def _divider(brand: Brand) -> Layout:
    one, two, three = circles(262, 88, 62, 34)
    return Layout(
        name="Theme divider",
        ground=BRAND,
        marks=tuple(Mark("ellipse", box, PAPER.see_through(14)) for box in (one, two, three)),
        slots=(
            _title(Box(24, 36, 164, 76), brand.slides.cover[0], PAPER),
            _label(brand, Box(24, 20, 164, 12), PAPER),
            _body(Box(24, 116, 164, 56), brand.slides.lead, PAPER, anchor="b"),
            Slot(
                key="numeral",
                box=Box(232, 62, 60, 52),
                levels=(Level(NUMERAL_SIZE, PAPER, strong=True, align="ctr", tight=True),),
                anchor="ctr",
            ),
            _minutes(brand, Box(24, 174, 100, 8), PAPER),
            _number(brand, PAPER),
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
            _title(Box(24, 19, 224, 30), brand.slides.title[0], PAPER),
            _label(brand, Box(24, 8, 224, 9), PAPER),
            _badge(brand, around(288, 36, 23), BRAND),
            _body(Box(24, 60, 290, 111), brand.slides.body, INK, fill=PAPER),
            _number(brand, MUTED),
        ),
    )


def _activity(brand: Brand) -> Layout:
    return Layout(
        name="Activity",
        ground=BRAND,
        marks=(Mark("rect", _PAGE, PAPER), Mark("triangle", Box(97.5, 51.5, 20, 10), PAPER, turn=270)),
        slots=(
            _title(Box(18, 44, 80, 60), brand.slides.title[0], PAPER),
            _label(brand, Box(18, 10, 82, 31), PAPER),
            _badge(brand, around(41, 151, 23), BRAND),
            _body(Box(134, 22, 180, 146), brand.slides.body, INK, anchor="ctr", fill=PAPER),
            _number(brand, MUTED),
        ),
    )


def _question(brand: Brand) -> Layout:
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
            _title(Box(24, 38, 262, 94), brand.slides.question[0], PAPER, "ctr"),
            _label(brand, Box(24, 20, 262, 9), PAPER),
            _minutes(brand, Box(24, 172, 100, 10), PAPER),
            _body(Box(24, 134, 262, 36), brand.slides.body, PAPER),
            _number(brand, PAPER),
        ),
    )


def _figure(brand: Brand) -> Layout:
    return Layout(
        name="Figure",
        ground=PAPER,
        slots=(
            _title(Box(24, 20, 290, 20), brand.slides.title[0], INK),
            _label(brand, Box(24, 10, 290, 9), BRAND),
            _body(Box(24, 43, 290, 128), brand.slides.body, INK),
            _minutes(brand, Box(24, 172, 100, 10), MUTED),
            _number(brand, MUTED),
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
            _title(Box(24, 30, 240, 24), brand.slides.statement[-1], INK),
            _label(brand, Box(24, 18, 240, 9), BRAND),
            _body(Box(24, 58, 256, 86), brand.slides.statement[0], INK, anchor="ctr"),
            Slot(key="source", box=Box(24, 151, 290, 18), levels=(Level(brand.slides.small, MUTED),)),
            _minutes(brand, Box(24, 172, 100, 10), MUTED),
            _number(brand, MUTED),
        ),
    )


def _break(brand: Brand) -> Layout:
    sun, white = Colour(brand.palette.sun), PAPER.see_through(10)
    return Layout(
        name="Break",
        ground=BRAND,
        marks=(
            *(Mark("ellipse", around(252, 95.25, radius), white) for radius in (132, 106, 82)),
            Mark("ellipse", around(252, 95.25, 60), sun),
        ),
        slots=(
            _title(Box(24, 48, 146, 76), brand.slides.cover[0], PAPER, "ctr"),
            _label(brand, Box(24, 20, 146, 9), PAPER),
            _badge(brand, around(252, 95.25, 60), INK, NUMERAL_SIZE),
            _body(Box(24, 126, 146, 44), brand.slides.lead, PAPER),
            _number(brand, PAPER),
        ),
    )


def _closing(brand: Brand) -> Layout:
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
            _title(Box(24, 30, 180, 38), brand.slides.question[0], PAPER),
            _label(brand, Box(24, 18, 180, 9), PAPER),
            _minutes(brand, Box(24, 172, 100, 10), PAPER),
            _body(Box(24, 72, 178, 98), brand.slides.body, PAPER),
            Slot(key="logo", box=Box(244, 10, 70, 20), levels=()),
            _number(brand, PAPER),
        ),
    )
