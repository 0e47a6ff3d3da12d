"""Looks: which layout a role takes, and what text in that layout is like."""

from typing import Literal

from attrs import frozen

from coprod_slides.colours import PAPER, TINT, Colour

PLAIN, WIDE, BARE = "Title and text", "Figure", "Theme divider"


@frozen(kw_only=True)
class Look:
    """What text in a layout is like.

    `title` names the list of sizes of its title in the brand, where a `heading` is a title smaller than a statement.
    Paragraphs of the style `varied` are set in the largest of several `sizes` that fits; all other text is `small` in
    some layouts, tables are larger in others. A layout that holds `only_text` is not used for other blocks.

    With `accent` the ground takes the colour of the section, `always` or where it has one of its `own`; then a label
    stands in white, and the text may stand on a `page` beside it or below. `badge` is the colour behind the minutes.
    Other layouts may have a `stripe` in the colour of the section at their edge.

    `columns` is how many facts stand side by side, `label_lines` how many lines a label may take.
    """

    title: Literal["cover", "title", "question", "heading"] = "title"
    varied: Literal["lead", "say"] | None = None
    sizes: Literal["statement", "spoken", "lead", "cover"] = "lead"
    small: bool = False
    large_table: bool = False
    only_text: bool = False
    accent: Literal["always", "own", "never"] = "never"
    page: bool = False
    badge: Colour | None = None
    stripe: bool = False
    columns: int = 2
    label_lines: int = 4


LOOKS = {
    "Cover": Look(title="cover", varied="lead", sizes="cover", small=True, only_text=True, accent="own", label_lines=1),
    BARE: Look(title="cover", varied="lead", only_text=True, accent="always", label_lines=1),
    "Agenda": Look(large_table=True, stripe=True),
    "At a glance": Look(
        varied="lead", large_table=True, accent="always", page=True, badge=TINT, columns=3, label_lines=1
    ),
    "Activity": Look(varied="say", sizes="spoken", accent="always", page=True, badge=PAPER),
    "Question": Look(title="question", only_text=True, accent="always", label_lines=1),
    WIDE: Look(columns=3, label_lines=1, stripe=True),
    "Evidence": Look(title="heading", varied="lead", sizes="statement", only_text=True, label_lines=1, stripe=True),
    "Break": Look(title="cover", varied="lead", only_text=True, accent="own", label_lines=1),
    "Closing": Look(title="question", only_text=True, accent="own", label_lines=1),
    PLAIN: Look(stripe=True),
    "Sources": Look(small=True, stripe=True),
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
