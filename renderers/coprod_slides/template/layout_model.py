"""Model of the default deck's layouts, with placeholders and decorations."""

from typing import Literal

from attrs import frozen

from coprod_slides.box import SlideBox
from coprod_slides.theme_colours import ThemeColour

INDENT = 11.0
BODY_AFTER, TIGHT, LOOSE = 6, 90, 100
"""Points after paragraphs; tight and loose line spacing in per cent."""


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
    anchor: Literal["t", "ctr", "b"] = "t"
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


@frozen(kw_only=True)
class LayoutDesign:
    """The design of slides that use a layout.

    `title` names the brand's type sizes for the title; a title `beside` its text or used as a `heading` is smaller.
    `varied` is the text set in the largest of several `sizes` that fits: one paragraph style, all text, tables, or
    facts with the paragraph before them. Other text is smaller if `small` is set, and tables are larger if
    `large_table` is. A layout with `only_text` accepts only paragraphs and bullets.

    `accent` gives the background the section's colour, `always` or only if the section has its `own`. The label is then
    white, and text can be on a `page`. `badge` is the colour behind the minutes. A `stripe` shows the section's colour
    at the edge. `picture` is the box for the section's picture, on a slide of the default size.

    `columns` is the number of facts side by side, and `label_lines` the maximum number of lines in a label.
    """

    title: Literal["cover", "title", "beside", "question", "heading"] = "title"
    varied: Literal["lead", "say", "text", "table", "facts"] | None = None
    sizes: Literal["statement", "spoken", "points", "lead", "cover", "table"] = "lead"
    small: bool = False
    large_table: bool = False
    only_text: bool = False
    accent: Literal["always", "own", "never"] = "never"
    page: bool = False
    badge: Literal["paper", "tint", "accent"] | None = None
    stripe: bool = False
    picture: SlideBox | None = None
    columns: int = 2
    label_lines: int = 1
