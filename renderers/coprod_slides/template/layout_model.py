"""Model of the default deck's layouts, with placeholders and decorations."""

from typing import Literal

from attrs import frozen

from coprod_content.brand.brand import Brand
from coprod_slides.box import SlideBox
from coprod_slides.template.grid import MINUTES, NUMBER
from coprod_slides.theme_colours import ThemeColour

BADGE_SIZE, BREAK_SIZE = 40, 96
"""Type sizes in points for minutes in badges and on break slides."""
INDENT = 11.0

Anchor = Literal["t", "ctr", "b"]


@frozen
class ListStyleLevel:
    """One level of a list style, with its type size in points."""

    size: int
    colour: ThemeColour
    strong: bool = False
    bullet: Literal["", "dot", "box"] = ""
    align: Literal["l", "ctr", "r"] = "l"
    tight: bool = False


@frozen(kw_only=True)
class LayoutPlaceholder:
    """A placeholder's key, box and list style levels."""

    key: str
    box: SlideBox
    levels: tuple[ListStyleLevel, ...]
    anchor: Anchor = "t"
    fill: ThemeColour | None = None


@frozen
class LayoutDecoration:
    """A decorative shape, outlined if `line` is set and filled otherwise.

    `turn` is in degrees clockwise; `line` is the line width in millimetres.
    """

    shape: str
    box: SlideBox
    colour: ThemeColour
    turn: int = 0
    line: float = 0.0


@frozen(kw_only=True)
class SlideLayout:
    """A named layout with decorations and placeholders.

    Decorations are ordered from back to front, and placeholders in reading order.
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
    """Return a layout with its placeholders given in reading order."""
    return SlideLayout(name=name, background=background, decorations=decorations, placeholders=placeholders)


def title(box: SlideBox, size: int, colour: ThemeColour, anchor: Anchor = "t") -> LayoutPlaceholder:
    """Return the title placeholder."""
    level = ListStyleLevel(size, colour, strong=True, tight=True)
    return LayoutPlaceholder(key="title", box=box, levels=(level,), anchor=anchor)


def label(brand: Brand, box: SlideBox, colour: ThemeColour) -> LayoutPlaceholder:
    """Return the placeholder for the short line above a title."""
    level = ListStyleLevel(brand.slides.small, colour, strong=True)
    return LayoutPlaceholder(key="label", box=box, levels=(level,), anchor="b")


def body(
    box: SlideBox, size: int, colour: ThemeColour, *, anchor: Anchor = "t", fill: ThemeColour | None = None
) -> LayoutPlaceholder:
    """Return the body placeholder, for paragraphs, bullets and check lists."""
    levels = (
        ListStyleLevel(size, colour),
        ListStyleLevel(size, colour, bullet="dot"),
        ListStyleLevel(size, colour, bullet="box"),
    )
    return LayoutPlaceholder(key="body", box=box, levels=levels, anchor=anchor, fill=fill)


def number(brand: Brand, colour: ThemeColour, box: SlideBox = NUMBER) -> LayoutPlaceholder:
    """Return the slide number placeholder."""
    level = ListStyleLevel(brand.slides.small, colour, align="r")
    return LayoutPlaceholder(key="number", box=box, levels=(level,), anchor="b")


def minutes(brand: Brand, colour: ThemeColour, box: SlideBox = MINUTES) -> LayoutPlaceholder:
    """Return the placeholder for a duration on one line."""
    return LayoutPlaceholder(
        key="minutes", box=box, levels=(ListStyleLevel(brand.slides.small, colour),) * 2, anchor="b"
    )


def badge(brand: Brand, box: SlideBox, colour: ThemeColour, size: int = BADGE_SIZE) -> LayoutPlaceholder:
    """Return the placeholder for a duration with a large number."""
    levels = (
        ListStyleLevel(size, colour, strong=True, align="ctr", tight=True),
        ListStyleLevel(brand.slides.small, colour, align="ctr", tight=True),
    )
    return LayoutPlaceholder(key="minutes", box=box, levels=levels, anchor="ctr")


def logo() -> LayoutPlaceholder:
    """Return the logo placeholder."""
    return LayoutPlaceholder(key="logo", box=SlideBox(27, 6, 70, 15), levels=())
