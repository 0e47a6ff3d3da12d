"""The form's controls, with their labels and hints."""

from typing import Literal

from attrs import frozen

ControlForm = Literal["line", "text", "lines", "whole", "clock", "day", "choice", "checks"]


@frozen(kw_only=True)
class Control:
    """A field that can be edited.

    `key` is the path from the agenda item, or from the top of the plan. The form `lines` is a list with one entry per
    line. `of` is the kind of item to choose from. `marked` text can contain **strong** words and [links](https://…).
    """

    key: str
    label: str
    form: ControlForm
    hint: str = ""
    of: str = ""
    needed: bool = False
    marked: bool = False
    short: bool = False


_WHO = Control(key="who", label="Who leads it", form="line", hint="The name for the run sheet.", short=True)
_SAY = Control(key="say", label="Words to say aloud", form="text", marked=True)
_TITLE = Control(key="title", label="Title", form="line", needed=True)
_ONE_PER_LINE = "One per line."

EVENT = (
    Control(key="event.organisation", label="Organisation", form="line"),
    Control(key="event.place", label="Place", form="line", hint="The room and its address, or how to join online."),
    Control(key="event.day", label="Date", form="day", short=True),
)
"""The controls for event details, except the team."""

BASICS = (
    Control(key="title", label="Session title", form="line", needed=True),
    Control(key="starts", label="Start time", form="clock", needed=True, short=True),
    Control(key="minutes", label="Length in minutes", form="whole", needed=True, short=True),
    Control(key="people.least", label="Fewest people", form="whole", needed=True, short=True),
    Control(key="people.most", label="Most people", form="whole", needed=True, short=True),
    Control(key="setting", label="How you’ll meet", form="choice", of="setting", needed=True, short=True),
)

WORDING = (
    Control(key="summary", label="Summary, in two sentences", form="text", needed=True, marked=True),
    Control(key="audience", label="Who it is for", form="line", needed=True),
    Control(key="themes", label="Themes", form="checks", of="theme", needed=True),
    Control(
        key="outcomes", label="What people will take away", form="lines", hint=_ONE_PER_LINE, needed=True, marked=True
    ),
    Control(key="before", label="Before the session", form="lines", hint=_ONE_PER_LINE, needed=True, marked=True),
    Control(key="next_steps", label="After the session", form="lines", hint=_ONE_PER_LINE, needed=True, marked=True),
    Control(
        key="access",
        label="Access: so that everyone can take part",
        form="lines",
        hint=_ONE_PER_LINE,
        needed=True,
        marked=True,
    ),
    Control(
        key="safety",
        label="Safety: so that no one is harmed",
        form="lines",
        hint=_ONE_PER_LINE,
        needed=True,
        marked=True,
    ),
)

ITEM_CONTROLS: dict[str, tuple[Control, ...]] = {
    "tool": (
        Control(key="tool", label="Tool", form="choice", of="tool", needed=True),
        Control(key="title", label="Your own title", form="line", hint="Leave it empty to use the name of the tool."),
        Control(key="focus", label="What to focus on this time", form="text", marked=True),
        Control(
            key="say",
            label="Your own opening words",
            form="text",
            hint="They replace the tool’s opening words, on its slide and in the guide.",
            marked=True,
        ),
        _WHO,
    ),
    "postcards": (
        _TITLE,
        Control(key="how", label="How to do it", form="lines", hint=_ONE_PER_LINE, needed=True, marked=True),
        _SAY,
        Control(key="postcards", label="Postcards to use", form="checks", of="postcard", needed=True),
        _WHO,
    ),
    "talk": (
        _TITLE,
        Control(key="points", label="Points on the slide", form="lines", hint=_ONE_PER_LINE, needed=True, marked=True),
        _SAY,
        Control(key="notes", label="Notes for the person leading", form="lines", hint=_ONE_PER_LINE, marked=True),
        Control(key="evidence", label="Evidence to show", form="text", marked=True),
        Control(key="diagram", label="Diagram to show", form="choice", of="diagram"),
        _WHO,
    ),
    "film": (Control(key="film", label="Film", form="choice", of="film", needed=True), _WHO),
    "break": (Control(key="title", label="Title", form="line"),),
    "closing": (
        _TITLE,
        Control(key="question", label="Closing question", form="line", needed=True),
        Control(key="points", label="Points on the slide", form="lines", hint=_ONE_PER_LINE, needed=True, marked=True),
        _SAY,
        _WHO,
    ),
}
"""The controls for each kind of agenda item, except `MINUTES`."""

KIND_LABELS = {
    "tool": "Tool",
    "postcards": "Postcards",
    "talk": "Talk",
    "film": "Film",
    "break": "Break",
    "closing": "Closing",
}

MINUTES = Control(key="minutes", label="Minutes", form="whole", needed=True, short=True)
PERSON_NAME = Control(key="name", label="Name", form="line")
PERSON_PART = Control(key="part", label="What they do", form="line", needed=True)
SETTINGS = (("in-person", "In person"), ("online", "Online"), ("either", "In person or online"))
