"""Reading the form back into a Draft."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from coprod_builder.editing.controls import BASICS, EVENT, MINUTES, SLOTS, WORDS, Control
from coprod_builder.editing.draft import Draft, FieldPath, field_path
from coprod_content.planner.reasons import OmittedTool
from coprod_content.text.spans import one_line

Value = str | tuple[str, ...]
MOST_SLOTS = 60
MOST_IN_TEAM = 40


@frozen
class FormFields:
    """The fields of a form as they were sent: a name has as many values as it was sent with."""

    _values: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, sent: Iterable[tuple[str, str]]) -> "FormFields":
        """The fields of pairs of names and values, with the line ends of a form made plain."""
        values: dict[str, tuple[str, ...]] = {}
        for name, value in sent:
            values[name] = (*values.get(name, ()), value.replace("\r\n", "\n"))
        return cls(values)

    def one(self, name: str) -> str:
        """The first value of a field, empty where there is none."""
        return self._values.get(name, ("",))[0]

    def every(self, name: str) -> tuple[str, ...]:
        """The values of a field that are not empty."""
        return tuple(value for value in self._values.get(name, ()) if value)

    def whole(self, name: str) -> int | None:
        """The number of a field, where it is one of few digits."""
        words = self.one(name).strip()
        return int(words) if words.isascii() and words.isdigit() and len(words) < 7 else None

    def __contains__(self, name: object) -> bool:
        return name in self._values


def draft_from_form(fields: FormFields) -> Draft:
    """The draft that a form carries: the plan that travels in it, with what was written over it.

    Raises ContentError where the plan in it was tampered with.
    """
    draft = Draft.read(fields.one("plan").encode(), fields.one("name"))
    reasons = _reasons("reason", fields, draft)
    draft = draft.with_fields(_written(fields, draft)).with_reasons(reasons)
    return draft.with_team(_team(fields)) if "event.team[1].name" in fields else draft


def _reasons(name: str, fields: FormFields, draft: Draft) -> tuple[str, ...]:
    return tuple(one_line(fields.one(f"{name}[{at + 1}]")) for at in range(len(draft.slots)))


def previous_draft(fields: FormFields) -> Draft | None:
    """The draft before the last change, as the form carries it; nothing where there is none. Raises ContentError."""
    if "undo" not in fields:
        return None
    draft = Draft.read(fields.one("undo").encode(), fields.one("undo.name"))
    return draft.with_reasons(_reasons("undo.reason", fields, draft))


def omitted_tools(fields: FormFields) -> tuple[OmittedTool, ...]:
    """What the planner left out, as the form carries it."""
    pairs = zip(fields.every("left_out"), fields.every("left_out.why"), strict=False)
    return tuple(OmittedTool(id="", title=one_line(title), why=one_line(why)) for title, why in pairs)


def _written(fields: FormFields, draft: Draft) -> Iterator[tuple[FieldPath, Value]]:
    """The value of each control that was on the page."""
    for name, control in _controls(draft):
        if name in fields:
            path = field_path(name)
            yield path, _value(fields, name, control, draft.entries(path))


def _controls(draft: Draft) -> Iterator[tuple[str, Control]]:
    for control in (*BASICS, *EVENT, *WORDS):
        yield control.key, control
    for at, path in enumerate(draft.slots[:MOST_SLOTS], start=1):
        for control in (MINUTES, *SLOTS.get(draft.words((*path, "kind")), ())):
            yield f"agenda[{at}].{control.key}", control


def _value(fields: FormFields, name: str, control: Control, before: tuple[str, ...]) -> Value:
    """The value of a control; of what is ticked, that which was chosen `before` keeps its order."""
    match control.form:
        case "checks":
            ticked = fields.every(name)
            kept = tuple(entry for entry in before if entry in ticked)
            return (*kept, *(entry for entry in ticked if entry not in kept))
        case "lines":
            return tuple(_lines(fields.one(name).splitlines()))
        case _:
            return one_line(fields.one(name))


def _lines(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        words = one_line(line)
        if words:
            yield words


def _team(fields: FormFields) -> Iterator[tuple[str, str]]:
    for at in range(1, MOST_IN_TEAM + 1):
        yield one_line(fields.one(f"event.team[{at}].name")), one_line(fields.one(f"event.team[{at}].part"))
