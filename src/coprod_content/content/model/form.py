"""Forms, such as an invitation or a consent form."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import FieldKind, Line, Lines, Note, Period, Prose, Slug
from coprod_content.content.model.easy_read import EasyRead
from coprod_content.content.model.item import Item

FormDesign = Literal["form", "certificate"]
Filling = Literal["workshop", "organisation", "contact", "day", "time", "place", "access", "team"]


@frozen(kw_only=True)
class FormField:
    """Something to fill in on a form."""

    name: Slug
    """The name of the field, unique in the form. Word files keep it with the answer."""
    kind: FieldKind
    """How to answer: `text` and `number` are one line, and `lines` are several. In a `choice`, people tick one option,
    and in `choices` any number. A `scale` is a choice from least to most. `date`, `signature` and `table` are what
    their names say.
    """
    label: Line
    """What to fill in, as people read it beside or above the space for the answer."""
    help: Prose | None = None
    """An explanation below the label, such as an example."""
    required: bool = False
    """Whether the form is of no use without the answer. Say in the help text why, if it is not obvious."""
    options: tuple[Line, ...] = ()
    """The options of a `choice`, `choices` or `scale`, in order, or the column headings of a `table`."""
    lines: Lines | None = None
    """How many lines to leave for the answer, or how many empty rows a `table` has. By default, three."""
    fill: Filling | None = None
    """The detail of the event or the organisation that is filled in, if it is known. People can change it."""


@frozen(kw_only=True)
class FormPart:
    """A part of a form, with a heading."""

    title: Line
    """The heading of the part."""
    text: tuple[Prose, ...] = ()
    """The paragraphs below the heading."""
    points: tuple[Prose, ...] = ()
    """A list of points below the paragraphs."""
    fields: tuple[FormField, ...] = ()
    """What to fill in."""


@frozen(kw_only=True)
class Keeping:
    """Who keeps a completed form, and for how long."""

    by: Line
    """Who keeps the completed form, after "This form is kept by", such as "the person who organises the session"."""
    how_long: Period | None = None
    """How long it is kept, such as `6 months`. If this is left out, the form has a space for it, to fill in after the
    information governance team has decided.
    """
    after: Line | None = None
    """The event from which the time counts, after the word "after", such as "the session"."""


@frozen(kw_only=True)
class Form(Item):
    """A letter, or a sheet to fill in or give out."""

    title: Line
    """The title of the form."""
    summary: Prose
    """What the form is for, in a sentence or two."""
    audience: Line
    """Who reads the form or fills it in."""
    for_organisers: bool = False
    """Whether the form is only for people who run sessions. Other forms are checked for a lower reading age."""
    design: FormDesign = "form"
    """How the form looks. A `certificate` is one page with a border. Its text is centred, the answer to its first field
    is the largest, and the fields of its last part are side by side.
    """
    intro: tuple[Prose, ...] = ()
    """The paragraphs below the title."""
    parts: tuple[FormPart, ...]
    """The parts of the form, in order."""
    keep: Keeping | None = None
    """Who keeps the completed form, and for how long. Leave it out if people keep the form themselves."""
    notes: tuple[Note, ...]
    """Notes for the organiser: what to change, and when to send it. They are in the pack's notes for the organiser and
    on the web page of the form, but not on the form itself.
    """
    easy_read: EasyRead | None = None
    """An easy-read version of the text, in simple words with pictures. The form's fields come after it."""

    @property
    def fields(self) -> tuple[FormField, ...]:
        """The fields of all parts, in order."""
        return tuple(field for part in self.parts for field in part.fields)
