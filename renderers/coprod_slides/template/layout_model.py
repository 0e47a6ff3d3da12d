"""The model of the default deck's layouts, placeholders and decorations."""

from typing import Literal

from attrs import frozen

from coprod_slides.box import SlideBox
from coprod_slides.theme_colours import ThemeColour

INDENT, NUMBER_INDENT = 11.0, 14.0
BODY_AFTER, TIGHT = 10, 90
"""The space after paragraphs, in points, and tight line spacing, in per cent."""
Bullet = Literal["", "dot", "dash", "number", "box"]


@frozen
class ListStyleLevel:
    """One level of a list style, with its type size in points.

    `line` is the line spacing in per cent, and `after` the space after paragraphs in points.
    """

    size: int
    colour: ThemeColour
    line: int = 100
    after: int = 0
    strong: bool = False
    bullet: Bullet = ""
    align: Literal["l", "ctr", "r"] = "l"

    @property
    def margin(self) -> float:
        """The distance of text from its box's left edge, in millimetres."""
        return {"": 0.0, "dash": 2 * INDENT, "number": NUMBER_INDENT}.get(self.bullet, INDENT)

    @property
    def indent(self) -> float:
        """The space in millimetres for the bullet or number."""
        return INDENT if self.bullet == "dash" else self.margin


@frozen(kw_only=True)
class LayoutPlaceholder:
    """A placeholder on a layout, with its key and list style levels.

    Its box can have a `fill` colour, and an outline in the colour `edge`.
    """

    key: str
    box: SlideBox
    levels: tuple[ListStyleLevel, ...]
    anchor: Literal["t", "ctr", "b"] = "t"
    fill: ThemeColour | None = None
    edge: ThemeColour | None = None


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

    Decorations are ordered from back to front, and placeholders in reading order. `kind` is PowerPoint's name for the
    type of layout, if any.
    """

    name: str
    kind: str = ""
    background: ThemeColour
    decorations: tuple[LayoutDecoration, ...] = ()
    placeholders: tuple[LayoutPlaceholder, ...]


@frozen(kw_only=True)
class LayoutDesign:
    """The type sizes and pictures of slides that use a layout.

    `title` selects the type sizes of the title. `cover`, `title` and `question` stand for the brand's sizes with those
    names, `beside` for the title sizes that fit beside text, and `heading` for the title sizes smaller than every
    statement size.

    `varied` selects the text that is set in the largest size that fits. `lead` and `say` each select paragraphs in the
    style of that name, `text` selects both of these and body text, and `table` selects tables. If `varied` is None, all
    these type sizes are fixed. `sizes` refers to the type sizes to try, which `type_sizes.py` defines. `small` sets
    other text in the brand's small size, and `large_table` sets tables in larger type. A layout with `only_text`
    accepts only paragraphs and bullets.

    `dark` is true if text is on a coloured background, and `panel` if the text is on a light panel in front of such a
    background. `after` is the space after paragraphs in points. `picture` is the box for the section's picture, and
    `figure` is the box for a figure beside the text, both on a slide of the default size. If `ruled` is true, a line is
    drawn between the label and the title.
    """

    title: Literal["cover", "title", "beside", "question", "heading"] = "title"
    varied: Literal["lead", "say", "text", "table"] | None = None
    sizes: Literal["statement", "spoken", "points", "cover", "table"] = "points"
    small: bool = False
    large_table: bool = False
    only_text: bool = False
    dark: bool = False
    panel: bool = False
    after: int = BODY_AFTER
    picture: SlideBox | None = None
    figure: SlideBox | None = None
    ruled: bool = False
