"""The layout for each role, and the design of each layout."""

from typing import Literal

from attrs import frozen

from coprod_slides.box import SlideBox
from coprod_slides.template.grid import CORNER_PICTURE, HALF_PICTURE, LARGE_PICTURE, PANEL_PICTURE, TOP_PICTURE

PLAIN, WIDE, BARE = "Title and text", "Figure", "Theme divider"


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


LAYOUT_DESIGNS = {
    "Cover": LayoutDesign(
        title="cover", varied="lead", sizes="cover", small=True, only_text=True, accent="own", picture=HALF_PICTURE
    ),
    BARE: LayoutDesign(title="cover", varied="lead", only_text=True, accent="always", picture=LARGE_PICTURE),
    "Agenda": LayoutDesign(
        title="beside",
        varied="table",
        sizes="table",
        large_table=True,
        accent="always",
        page=True,
        badge="paper",
        picture=PANEL_PICTURE,
        label_lines=4,
    ),
    "At a glance": LayoutDesign(
        varied="facts", sizes="points", large_table=True, accent="always", page=True, badge="tint", columns=3
    ),
    "Activity": LayoutDesign(
        title="beside",
        varied="say",
        sizes="spoken",
        accent="always",
        page=True,
        badge="paper",
        picture=PANEL_PICTURE,
        label_lines=4,
    ),
    "Question": LayoutDesign(title="question", only_text=True, accent="always", picture=LARGE_PICTURE),
    WIDE: LayoutDesign(title="beside", columns=3, stripe=True),
    "Evidence": LayoutDesign(
        title="heading", varied="lead", sizes="statement", only_text=True, picture=TOP_PICTURE, stripe=True
    ),
    "Break": LayoutDesign(title="cover", varied="lead", only_text=True, accent="own"),
    "Closing": LayoutDesign(
        title="question", varied="text", sizes="points", only_text=True, accent="own", picture=HALF_PICTURE
    ),
    PLAIN: LayoutDesign(
        varied="text", sizes="points", badge="accent", stripe=True, picture=CORNER_PICTURE, label_lines=2
    ),
    "Sources": LayoutDesign(title="beside", varied="text", sizes="table", small=True, stripe=True),
}

ROLE_LAYOUTS = {
    "cover": "Cover",
    "divider": BARE,
    "agenda": "Agenda",
    "glance": "At a glance",
    "activity": "Activity",
    "step": "Activity",
    "question": "Question",
    "card-front": "Question",
    "figure": WIDE,
    "evidence": "Evidence",
    "break": "Break",
    "closing": "Closing",
    "references": "Sources",
    "credits": "Sources",
}
