"""Looks: which layout a role takes, and what text in that layout is like."""

from typing import Literal

from attrs import frozen

PLAIN, WIDE = "Title and text", "Figure"


@frozen(kw_only=True)
class Look:
    """What text in a layout is like.

    `title` names the list of sizes of its title in the brand, where a `heading` is a title that is smaller than a statement; `statement` the style of paragraph that is set in the
    largest size of the brand's statements that fits. Text is `small` in some, tables are larger in others. A layout that holds `only_text` is not used for other blocks. With
    `accent` the ground takes the colour of the section, `always` or where it has a colour of its own; then a label stands
    in white. `columns` is how many facts stand side by side, `label_lines` how many lines a label may take.
    """

    title: Literal["cover", "title", "question", "heading"] = "title"
    statement: Literal["lead", "say"] | None = None
    small: bool = False
    large_table: bool = False
    only_text: bool = False
    accent: Literal["always", "own", "never"] = "never"
    page: bool = False
    stripe: bool = False
    columns: int = 2
    label_lines: int = 3


LOOKS = {
    "Cover": Look(title="cover", only_text=True, accent="own", label_lines=1),
    "Theme divider": Look(title="cover", only_text=True, accent="always", label_lines=1),
    "Agenda": Look(large_table=True, stripe=True),
    "At a glance": Look(large_table=True, accent="always", page=True, columns=3, label_lines=1),
    "Activity": Look(statement="say", accent="always", page=True),
    "Question": Look(title="question", only_text=True, accent="always", label_lines=1),
    WIDE: Look(columns=3, label_lines=1, stripe=True),
    "Evidence": Look(title="heading", statement="lead", only_text=True, label_lines=1, stripe=True),
    "Break": Look(title="cover", only_text=True, accent="own", label_lines=1),
    "Closing": Look(title="question", only_text=True, accent="own", label_lines=1),
    PLAIN: Look(stripe=True),
    "Sources": Look(small=True, stripe=True),
}

ROLE_LAYOUTS = {
    "cover": "Cover",
    "divider": "Theme divider",
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
