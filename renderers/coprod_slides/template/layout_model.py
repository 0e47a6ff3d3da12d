"""The model of the default deck's layouts, placeholders and decorations."""

from typing import Literal

from attrs import frozen

from coprod_slides.box import SlideBox
from coprod_slides.theme_colours import ThemeColour

INDENT = 11.0
BODY_AFTER, TIGHT, LOOSE = 6, 90, 100
"""Space after paragraphs in points, and tight and loose line spacing in per cent."""


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
    """A placeholder on a layout, with its key and list style levels."""

    key: str
    box: SlideBox
    levels: tuple[ListStyleLevel, ...]
    anchor: Literal["t", "ctr", "b"] = "t"
    fill: ThemeColour | None = None


@frozen
class LayoutDecoration:
    """A decorative shape, outlined if `line` is set and filled otherwise.

    `turn` is the clockwise rotation in degrees. `line` is the line width in millimetres.
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

    `title` selects the type sizes of the title. `cover`, `title` and `question` are the brand's sizes of those names.
    `beside` is the title sizes that fit beside text, and `heading` is the title sizes that are smaller than statements.

    `varied` selects the text that is set as large as fits: paragraphs in the style `lead` or `say`, both of these and
    body text (`text`), tables (`table`), or facts and the lead paragraph (`facts`). If `varied` is None, all these type
    sizes are fixed. `sizes` refers to the type sizes to try, which `type_sizes.py` defines. `small` sets other text in
    the brand's small size, and `large_table` sets tables in larger type. A layout with `only_text` accepts only
    paragraphs and bullets.

    `accent` specifies when the section's colour fills the background: `always`, `never`, or `own`, which means only if
    the colour is not the brand's main colour. With `page`, text is on a light panel in front of the background. `badge`
    is the colour of the circle behind the minutes, or None for no circle. `stripe` adds a stripe in the section's
    colour along the left edge of the slide. `picture` is the box for the section's picture, on a slide of the default
    size, and `figure` the box for a figure beside the text. `columns` is the number of facts side by side. With
    `ruled`, a line is drawn between the label and the title.
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
    figure: SlideBox | None = None
    columns: int = 2
    ruled: bool = False
