"""The controls of the form: which fields of a plan can be edited on the page, how, and what they are called."""

from typing import Literal

from attrs import frozen

Form = Literal["line", "text", "lines", "whole", "clock", "day", "choice", "checks"]


@frozen(kw_only=True)
class Control:
    """A field that is edited: its key below what holds it, its label, and how it is written.

    `lines` is a list with an entry on each line. `of` is the kind of item that a choice is made from. What is not
    `needed` may be left empty. `marked` text may hold **strong** words and [links](https://…).
    """

    key: str
    label: str
    form: Form
    hint: str = ""
    of: str = ""
    needed: bool = False
    marked: bool = False
    short: bool = False


_WHO = Control(key="who", label="Who leads it", form="line", hint="A name, as on the run sheet.", short=True)
_SAY = Control(key="say", label="Words to say aloud", form="text", marked=True)
_TITLE = Control(key="title", label="Title", form="line", needed=True)
_ONE_EACH = "One on each line."
_IN_PLACE = "They take the place of the tool's first words to say, on its slide and in the guide."

EVENT = (
    Control(key="event.organisation", label="Organisation", form="line"),
    Control(key="event.place", label="Place", form="line", hint="A room and its address, or how to join online."),
    Control(key="event.day", label="Date", form="day", short=True),
)
"""What is asked of one holding of a workshop, beside the people who run it."""

BASICS = (
    Control(key="title", label="Title of the session", form="line", needed=True),
    Control(key="starts", label="It starts at", form="clock", needed=True, short=True),
    Control(key="minutes", label="It lasts, in minutes", form="whole", needed=True, short=True),
    Control(key="people.least", label="Fewest people", form="whole", needed=True, short=True),
    Control(key="people.most", label="Most people", form="whole", needed=True, short=True),
    Control(key="setting", label="Where you meet", form="choice", of="setting", needed=True, short=True),
)

WORDS = (
    Control(key="summary", label="In two sentences", form="text", needed=True, marked=True),
    Control(key="audience", label="Who it is for", form="line", needed=True),
    Control(key="themes", label="Themes", form="checks", of="theme", needed=True),
    Control(key="outcomes", label="What people take away", form="lines", hint=_ONE_EACH, needed=True, marked=True),
    Control(key="before", label="To do beforehand", form="lines", hint=_ONE_EACH, needed=True, marked=True),
    Control(key="next_steps", label="To do afterwards", form="lines", hint=_ONE_EACH, needed=True, marked=True),
    Control(key="access", label="So that nobody is shut out", form="lines", hint=_ONE_EACH, needed=True, marked=True),
    Control(key="safety", label="So that nobody is harmed", form="lines", hint=_ONE_EACH, needed=True, marked=True),
)

SLOTS: dict[str, tuple[Control, ...]] = {
    "tool": (
        Control(key="tool", label="Tool", form="choice", of="tool", needed=True),
        Control(key="title", label="Title of your own", form="line", hint="Left empty, it is the name of the tool."),
        Control(key="focus", label="What to look out for this time", form="text", marked=True),
        Control(key="say", label="Your own words to open with", form="text", hint=_IN_PLACE, marked=True),
        _WHO,
    ),
    "postcards": (
        _TITLE,
        Control(key="how", label="How it is done", form="lines", hint=_ONE_EACH, needed=True, marked=True),
        _SAY,
        Control(key="postcards", label="Which cards", form="checks", of="postcard", needed=True),
        _WHO,
    ),
    "talk": (
        _TITLE,
        Control(key="points", label="Points on the slide", form="lines", hint=_ONE_EACH, needed=True, marked=True),
        _SAY,
        Control(key="notes", label="Notes for whoever leads", form="lines", hint=_ONE_EACH, marked=True),
        Control(key="evidence", label="Evidence to show", form="text", marked=True),
        Control(key="diagram", label="Diagram to show", form="choice", of="diagram"),
        _WHO,
    ),
    "film": (Control(key="film", label="Film", form="choice", of="film", needed=True), _WHO),
    "break": (Control(key="title", label="Title", form="line"),),
    "closing": (
        _TITLE,
        Control(key="question", label="The question to leave with", form="line", needed=True),
        Control(key="points", label="Points on the slide", form="lines", hint=_ONE_EACH, needed=True, marked=True),
        _SAY,
        _WHO,
    ),
}
"""The controls of each kind of agenda item, beside its minutes."""

KINDS = {
    "tool": "Tool",
    "postcards": "Postcards",
    "talk": "Talk",
    "film": "Film",
    "break": "Break",
    "closing": "Closing",
}
"""What kinds of agenda item are called."""

MINUTES = Control(key="minutes", label="Minutes", form="whole", needed=True, short=True)
SETTINGS = (("in-person", "In person"), ("online", "Online"), ("either", "In person or online"))
