"""What layouts are made of: placeholders, with how their text is set, and shapes that only decorate."""

from typing import Literal

from attrs import evolve, frozen

from coprod_content.brand.brand import Brand
from coprod_slides.box import SlideBox
from coprod_slides.template.grid import MINUTES, NUMBER
from coprod_slides.theme_colours import ThemeColour

BADGE_SIZE, PAUSE_SIZE = 40, 96
INDENT = 11.0

Bullet = Literal["", "dot", "box"]


@frozen
class ListLevel:
    """How a level of a list is set."""

    size: int
    colour: ThemeColour
    strong: bool = False
    bullet: Bullet = ""
    align: Literal["l", "ctr", "r"] = "l"
    tight: bool = False


@frozen(kw_only=True)
class LayoutPlaceholder:
    """A placeholder: the key that the renderer knows it by, its box, and how its text is set."""

    key: str
    box: SlideBox
    levels: tuple[ListLevel, ...]
    anchor: Literal["t", "ctr", "b"] = "t"
    fill: ThemeColour | None = None


@frozen
class LayoutDecoration:
    """A shape that only decorates. `turn` is in degrees, clockwise; with a `line` there is no fill."""

    shape: str
    box: SlideBox
    colour: ThemeColour
    turn: int = 0
    line: float = 0.0


@frozen(kw_only=True)
class SlideLayout:
    """A named layout: its ground, its decoration from back to front, its placeholders in reading order."""

    name: str
    ground: ThemeColour
    marks: tuple[LayoutDecoration, ...] = ()
    slots: tuple[LayoutPlaceholder, ...]


def title(box: SlideBox, size: int, colour: ThemeColour, anchor: Literal["t", "ctr", "b"] = "t") -> LayoutPlaceholder:
    """The title."""
    return LayoutPlaceholder(
        key="title", box=box, levels=(ListLevel(size, colour, strong=True, tight=True),), anchor=anchor
    )


def label(brand: Brand, box: SlideBox, colour: ThemeColour) -> LayoutPlaceholder:
    """The short line above a title."""
    return LayoutPlaceholder(
        key="label", box=box, levels=(ListLevel(brand.slides.small, colour, strong=True),), anchor="b"
    )


def body(box: SlideBox, size: int, colour: ThemeColour, **more: object) -> LayoutPlaceholder:
    """The text: paragraphs, lists of points, lists to tick off."""
    levels = (ListLevel(size, colour), ListLevel(size, colour, bullet="dot"), ListLevel(size, colour, bullet="box"))
    return evolve(LayoutPlaceholder(key="body", box=box, levels=levels), **more)  # type: ignore[arg-type]


def number(brand: Brand, colour: ThemeColour, box: SlideBox = NUMBER) -> LayoutPlaceholder:
    """The number of the slide."""
    return LayoutPlaceholder(
        key="number", box=box, levels=(ListLevel(brand.slides.small, colour, align="r"),), anchor="b"
    )


def minutes(brand: Brand, colour: ThemeColour, box: SlideBox = MINUTES) -> LayoutPlaceholder:
    """How long the slide takes, in a line."""
    return LayoutPlaceholder(key="minutes", box=box, levels=(ListLevel(brand.slides.small, colour),) * 2, anchor="b")


def badge(brand: Brand, box: SlideBox, colour: ThemeColour, size: int = BADGE_SIZE) -> LayoutPlaceholder:
    """How long the slide takes, the number large."""
    levels = (
        ListLevel(size, colour, strong=True, align="ctr", tight=True),
        ListLevel(brand.slides.small, colour, align="ctr", tight=True),
    )
    return LayoutPlaceholder(key="minutes", box=box, levels=levels, anchor="ctr")
