"""Fields of forms."""

from attrs import field, frozen

from coprod_content.content.field_types import FieldKind
from coprod_content.document.given_texts import as_text, filled
from coprod_content.text.spans import Span, Text, plain, verbatim

WITH_OPTIONS: tuple[FieldKind, ...] = ("choice", "choices", "scale", "table")
WITHOUT_OPTIONS: tuple[FieldKind, ...] = ("text", "lines", "date", "number", "signature")


@frozen
class FillIn:
    """Something to fill in, with a label and any known answer.

    `name` identifies it in a form. `options` are the options of a choice or scale, or the column headings of a table.
    `lines` is the number of lines for the answer, or of empty rows in a table. `fill` names the detail of
    the event or organisation that becomes the answer, or is an empty string.
    """

    label: str = field(validator=filled)
    kind: FieldKind = "text"
    help: Text = field(default=(), converter=as_text)
    options: tuple[str, ...] = ()
    lines: int = 1
    name: str = ""
    answer: str = ""
    required: bool = False
    fill: str = ""

    @property
    def note(self) -> str:
        """Words after the label, such as ` (tick one)`, or ""."""
        how = {"choice": "tick one", "choices": "tick any that apply", "scale": "choose one"}.get(self.kind, "")
        words = f"please {how or 'fill in'}" if self.required else how
        return f" ({words})" if words else ""

    @property
    def heading(self) -> tuple[Text, Text]:
        """The label with its note, and the help text.

        Help comes first if the field is a table.
        """
        label = (Span(self.label, strong=True), *verbatim(self.note))
        return (self.help, label) if self.kind == "table" else (label, self.help)

    @property
    def question(self) -> Text:
        """The label, its note and the help text."""
        after = (Span(" "), *self.help) if plain(self.help) else ()
        return (Span(self.label, strong=True), *verbatim(self.note + ("." if after and not self.note else "")), *after)
