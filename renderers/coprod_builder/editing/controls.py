"""The form's controls, with their labels and hints."""

from typing import Literal

from attrs import evolve, field, frozen

ControlForm = Literal["line", "text", "lines", "whole", "clock", "day", "choice", "checks", "photo"]


@frozen
class Control:
    """A control for editing a field of a plan.

    `key` is the name of the field, such as `event.place`. For an agenda item, `key` leaves out the name of the item: it
    is `title`, not `agenda[1].title`. `form` is the type of control: `lines` edits a list, with one entry per line. If
    the control offers a choice of library items, `of` is their kind, such as `tool`. If it offers the settings (in
    person, online or either), `of` is `setting`. For any other control, `of` is empty. `needed` is true if the field is
    required, and `short` is true if the control is narrow.
    """

    key: str
    label: str
    form: ControlForm = "line"
    of: str = ""
    hint: str = field(kw_only=True)
    needed: bool = field(default=False, kw_only=True)
    short: bool = field(default=False, kw_only=True)

    @hint.default
    def _usual_hint(self) -> str:
        return "One per line." if self.form == "lines" else ""


_WHO = Control("who", "Who leads it", hint="The name to show on the run sheet.", short=True)
_SAY = Control("say", "Words to say aloud", "text")
_TITLE = Control("title", "Title", needed=True)
_POINTS = Control("points", "Points on the slide", "lines", needed=True)

_PHOTO = (
    Control(
        "picture.file", "Photo", "photo", hint="A PNG or JPEG. Hidden details, such as where it was taken, are removed."
    ),
    Control("picture.alt", "What the photo shows", hint="For people who cannot see it."),
    Control(
        "picture.consent",
        "Who agreed to the photo",
        "text",
        hint="Who agreed, to what, and until when. Printed in the facilitator guide only.",
    ),
    Control("picture.credit", "Credit for the photo", hint="Such as “Photo: Jo Bloggs”. It is printed small."),
)

EVENT = (
    Control("event.organisation", "Organisation"),
    Control("event.place", "Place", hint="The room and its address, or how to join online."),
    Control("event.link", "Link", hint="The web address of an online session."),
    Control("event.day", "Date", "day", short=True),
    Control(
        "event.time_zone",
        "Time zone",
        hint="Such as Europe/Dublin, for the calendar file. You can leave it empty in the United Kingdom.",
        short=True,
    ),
    Control("event.contact", "Who to ask", hint="A name, with a phone number and an email address."),
    Control("event.access", "Access", hint="Such as “Step-free, with a hearing loop and a quiet room”."),
    *(evolve(each, key=f"event.{each.key}") for each in _PHOTO),
)
"""The controls for event details, except the team."""

BASICS = (
    Control("title", "Session title", needed=True),
    Control("starts", "Start time", "clock", needed=True, short=True),
    Control("minutes", "Length in minutes", "whole", needed=True, short=True),
    Control("people.least", "Fewest people", "whole", needed=True, short=True),
    Control("people.most", "Most people", "whole", needed=True, short=True),
    Control("setting", "How you’ll meet", "choice", "setting", needed=True, short=True),
)

WORDING = (
    Control("summary", "Summary, in two sentences", "text", needed=True),
    Control("audience", "Who it is for", needed=True),
    Control("themes", "Themes", "checks", "theme", needed=True),
    Control("outcomes", "What people will take away", "lines", needed=True),
    Control("before", "Before the session", "lines", needed=True),
    Control("next_steps", "After the session", "lines", needed=True),
    Control("access", "Access: how to help everyone take part", "lines", needed=True),
    Control("safety", "Safety: how to protect people from harm", "lines", needed=True),
    Control("forms", "Forms and letters in the pack", "checks", "form"),
)

_OF_KINDS: dict[str, tuple[Control, ...]] = {
    "tool": (
        Control("tool", "Tool", "choice", "tool", needed=True),
        Control("title", "Your own title", hint="Leave this empty to use the tool’s name."),
        Control("focus", "What to focus on this time", "text"),
        Control(
            "say",
            "Your own opening words",
            "text",
            hint="They replace the tool’s opening words on its slide and in the guide.",
        ),
        _WHO,
    ),
    "postcards": (
        _TITLE,
        Control("how", "How to do it", "lines", needed=True),
        _SAY,
        Control("postcards", "Postcards to use", "checks", "postcard", needed=True),
        _WHO,
    ),
    "talk": (
        _TITLE,
        _POINTS,
        _SAY,
        Control("notes", "Notes for the person leading", "lines"),
        Control("evidence", "Evidence to show", "text"),
        Control("diagram", "Diagram to show", "choice", "diagram"),
        _WHO,
    ),
    "film": (Control("film", "Film", "choice", "film", needed=True), _WHO),
    "break": (Control("title", "Title"),),
    "closing": (_TITLE, Control("question", "Closing question", needed=True), _POINTS, _SAY, _WHO),
}
ITEM_CONTROLS = {kind: (*controls, *_PHOTO) for kind, controls in _OF_KINDS.items()}
"""The controls for each kind of agenda item, in addition to `MINUTES`."""

MINUTES = Control("minutes", "Minutes", "whole", needed=True, short=True)
PERSON_NAME = Control("name", "Name")
PERSON_PART = Control("part", "What they do", needed=True)
SETTINGS = (("in-person", "In person"), ("online", "Online"), ("either", "In person or online"))
