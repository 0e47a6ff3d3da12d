"""What layouts are made of: placeholders, with how their text is set, and shapes that only decorate."""

from typing import Literal

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_slides.box import Box
from coprod_slides.colours import Colour
from coprod_slides.grid import MINUTES, NUMBER

BADGE_SIZE, PAUSE_SIZE = 40, 96
INDENT = 11.0

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


def title(box: Box, size: int, colour: Colour, anchor: Literal["t", "ctr", "b"] = "t") -> Slot:
    """The title."""
    return Slot(key="title", box=box, levels=(Level(size, colour, strong=True, tight=True),), anchor=anchor)


def label(brand: Brand, box: Box, colour: Colour) -> Slot:
    """The short line above a title."""
    return Slot(key="label", box=box, levels=(Level(brand.slides.small, colour, strong=True),), anchor="b")


def body(box: Box, size: int, colour: Colour, **more: object) -> Slot:
    """The text: paragraphs, lists of points, lists to tick off."""
    levels = (Level(size, colour), Level(size, colour, bullet="dot"), Level(size, colour, bullet="box"))
    return evolve(Slot(key="body", box=box, levels=levels), **more)  # type: ignore[arg-type]


def number(brand: Brand, colour: Colour, box: Box = NUMBER) -> Slot:
    """The number of the slide."""
    return Slot(key="number", box=box, levels=(Level(brand.slides.small, colour, align="r"),), anchor="b")


def minutes(brand: Brand, colour: Colour, box: Box = MINUTES) -> Slot:
    """How long the slide takes, in a line."""
    return Slot(key="minutes", box=box, levels=(Level(brand.slides.small, colour),) * 2, anchor="b")


def badge(brand: Brand, box: Box, colour: Colour, size: int = BADGE_SIZE) -> Slot:
    """How long the slide takes, the number large."""
    levels = (
        Level(size, colour, strong=True, align="ctr", tight=True),
        Level(brand.slides.small, colour, align="ctr", tight=True),
    )
    return Slot(key="minutes", box=box, levels=levels, anchor="ctr")
