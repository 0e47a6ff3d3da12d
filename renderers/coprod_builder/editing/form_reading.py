"""Read a draft from the plan and edited fields in a form."""

from collections.abc import Iterator

from coprod_builder.editing.controls import BASICS, EVENT, ITEM_CONTROLS, MINUTES, WORDING, Control
from coprod_builder.editing.draft import Draft
from coprod_builder.editing.form_fields import FormFields
from coprod_builder.editing.plan_values import field_path
from coprod_content.checks.library import MOST_IN_TEAM, MOST_ITEMS
from coprod_content.content.source import FieldPath
from coprod_content.text.spans import one_line


def draft_from_form(fields: FormFields) -> Draft:
    """Return the plan sent in a form, with the user's edits.

    The form contains the plan's YAML from before the edits, and the value of each control. Raises ContentError if the
    YAML cannot be read as a plan.
    """
    return _with_edits(Draft.read(fields.one("plan").encode(), fields.one("name")), fields)


def as_sent_back(draft: Draft) -> Draft:
    """Return the draft that an unedited form sends back.

    The result can differ from `draft` in fields that are empty or of the wrong type, such as text in place of a list.
    """
    return _with_edits(draft, _shown(draft))


def _with_edits(draft: Draft, fields: FormFields) -> Draft:
    edited = draft.with_fields(_field_values(fields, draft))
    return edited.with_team(tuple(_team(fields))) if "event.team[1].name" in fields else edited


def _shown(draft: Draft) -> FormFields:
    """Return the form fields, with values, that show a draft."""
    values: list[tuple[str, str]] = []
    for name, control in _controls(draft):
        path = field_path(name)
        values += [(name, entry) for entry in draft.entries(path)] if control.form == "checks" else []
        values.append((name, "" if control.form == "checks" else draft.words(path)))
    for number, (person, part) in enumerate(draft.team, start=1):
        values += [(f"event.team[{number}].name", person), (f"event.team[{number}].part", part)]
    return FormFields.of(values)


def _field_values(fields: FormFields, draft: Draft) -> Iterator[tuple[FieldPath, str | tuple[str, ...]]]:
    """Yield the path and value of each control in the form.

    Some fields hold a value that their control cannot show, such as a mapping in place of text. Such a field is left
    out unless the user edited its control.
    """
    shown = _shown(draft)
    for name, control in _controls(draft):
        if name in fields:
            path = field_path(name)
            before = draft.entries(path)
            value = _value(fields, name, control, before)
            if draft.is_text(path) or value != _value(shown, name, control, before):
                yield path, value


def _controls(draft: Draft) -> Iterator[tuple[str, Control]]:
    for control in (*BASICS, *EVENT, *WORDING):
        yield control.key, control
    for number, path in enumerate(draft.item_paths[:MOST_ITEMS], start=1):
        for control in (MINUTES, *ITEM_CONTROLS.get(draft.words((*path, "kind")), ())):
            yield f"agenda[{number}].{control.key}", control


def _value(fields: FormFields, name: str, control: Control, before: tuple[str, ...]) -> str | tuple[str, ...]:
    """Return the value sent for a control: text, or list entries.

    `before` contains the entries of the list before the edit. For checkboxes, the ticked values that are in `before`
    come first, in the same order. The other ticked values follow.
    """
    match control.form:
        case "checks":
            ticked = fields.every(name)
            kept = tuple(entry for entry in before if entry in ticked)
            return (*kept, *(entry for entry in ticked if entry not in kept))
        case "lines":
            return tuple(line for line in map(one_line, fields.one(name).splitlines()) if line)
        case _:
            return one_line(fields.one(name))


def _team(fields: FormFields) -> Iterator[tuple[str, str]]:
    for number in range(1, MOST_IN_TEAM + 1):
        name = f"event.team[{number}]"
        yield one_line(fields.one(f"{name}.name")), one_line(fields.one(f"{name}.part"))
