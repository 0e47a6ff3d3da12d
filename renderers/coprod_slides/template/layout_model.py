"""What a layout of our reference deck consists of: placeholders and decorations."""

from typing import Literal

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_slides.box import SlideBox
from coprod_slides.template.grid import MINUTES, NUMBER
from coprod_slides.theme_colours import ThemeColour

BADGE_SIZE, BREAK_SIZE = 40, 96
"""Points of the number of minutes in a badge, and on the slide of a break."""
INDENT = 11.0

Anchor = Literal["t", "ctr", "b"]


@frozen
class ListStyleLevel:
    """One level of a list style, with its size in points."""

    size: int
    colour: ThemeColour
    strong: bool = False
    bullet: Literal["", "dot", "box"] = ""
    align: Literal["l", "ctr", "r"] = "l"
    tight: bool = False


@frozen(kw_only=True)
class LayoutPlaceholder:
    """A placeholder: its key, box, and the levels of its list style."""

    key: str
    box: SlideBox
    levels: tuple[ListStyleLevel, ...]
    anchor: Anchor = "t"
    fill: ThemeColour | None = None


@frozen
class LayoutDecoration:
    """A decorative shape. One with a line has no fill.

    `turn` is in degrees clockwise, `line` in millimetres.
    """

    shape: str
    box: SlideBox
    colour: ThemeColour
    turn: int = 0
    line: float = 0.0


@frozen(kw_only=True)
class SlideLayout:
    """A named layout with decorations and placeholders.

    Decorations are from back to front, placeholders in reading order.
    """

    name: str
    background: ThemeColour
    decorations: tuple[LayoutDecoration, ...] = ()
    placeholders: tuple[LayoutPlaceholder, ...]


def layout(
    name: str,
    background: ThemeColour,
    *placeholders: LayoutPlaceholder,
    decorations: tuple[LayoutDecoration, ...] = (),
) -> SlideLayout:
    """Return a layout with placeholders in reading order."""
    return SlideLayout(name=name, background=background, decorations=decorations, placeholders=placeholders)


def title(box: SlideBox, size: int, colour: ThemeColour, anchor: Anchor = "t") -> LayoutPlaceholder:
    """Return the placeholder of the title."""
    level = ListStyleLevel(size, colour, strong=True, tight=True)
    return LayoutPlaceholder(key="title", box=box, levels=(level,), anchor=anchor)


def label(brand: Brand, box: SlideBox, colour: ThemeColour) -> LayoutPlaceholder:
    """Return the placeholder of the short line above a title."""
    level = ListStyleLevel(brand.slides.small, colour, strong=True)
    return LayoutPlaceholder(key="label", box=box, levels=(level,), anchor="b")


def body(
    box: SlideBox, size: int, colour: ThemeColour, *, anchor: Anchor = "t", fill: ThemeColour | None = None
) -> LayoutPlaceholder:
    """Return the placeholder of the text: paragraphs, bullets, and check lists."""
    levels = (
        ListStyleLevel(size, colour),
        ListStyleLevel(size, colour, bullet="dot"),
        ListStyleLevel(size, colour, bullet="box"),
    )
    return LayoutPlaceholder(key="body", box=box, levels=levels, anchor=anchor, fill=fill)


def number(brand: Brand, colour: ThemeColour, box: SlideBox = NUMBER) -> LayoutPlaceholder:
    """Return the placeholder of the slide number."""
    level = ListStyleLevel(brand.slides.small, colour, align="r")
    return LayoutPlaceholder(key="number", box=box, levels=(level,), anchor="b")


def minutes(brand: Brand, colour: ThemeColour, box: SlideBox = MINUTES) -> LayoutPlaceholder:
    """Return the placeholder of the duration, in one line."""
    return LayoutPlaceholder(
        key="minutes", box=box, levels=(ListStyleLevel(brand.slides.small, colour),) * 2, anchor="b"
    )


def badge(brand: Brand, box: SlideBox, colour: ThemeColour, size: int = BADGE_SIZE) -> LayoutPlaceholder:
    """Return the placeholder of the duration with a large number."""
    levels = (
        ListStyleLevel(size, colour, strong=True, align="ctr", tight=True),
        ListStyleLevel(brand.slides.small, colour, align="ctr", tight=True),
    )
    return LayoutPlaceholder(key="minutes", box=box, levels=levels, anchor="ctr")


def logo() -> LayoutPlaceholder:
    """Return the placeholder of the logo."""
    return LayoutPlaceholder(key="logo", box=SlideBox(27, 6, 70, 15), levels=())
