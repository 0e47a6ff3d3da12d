"""What the buttons of the page do to a Draft."""

from attrs import evolve, frozen

from coprod_builder.editing.draft import Draft, field_path
from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.editing.form_fields import MOST_SLOTS, FormFields
from coprod_builder.editing.new_items import new_agenda_item
from coprod_content.content.library import Library
from coprod_content.findings.finding import Finding
from coprod_content.planner.reasons import OmittedTool


@frozen(kw_only=True)
class EditOutcome:
    """A draft after an action, and how its page is shown.

    `focus` is the id of the element to go to, `said` what is told, `opened` the item whose words are open, `spare` the
    number of empty rows for people. With `asked` the page starts with everything that is wrong, because somebody asked
    for what that is in the way of: of the plan, as `further` says of the files made from it, and in other sentences as
    `notes`. `loading` is what is wrong with a file that should have taken the place of the plan, `left_out` what
    the planner did not take, `before` the draft that can be had back.
    """

    draft: Draft
    focus: str = ""
    said: str = ""
    opened: int | None = None
    spare: int = 1
    asked: bool = False
    further: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    loading: tuple[FieldProblem, ...] = ()
    left_out: tuple[OmittedTool, ...] = ()
    before: Draft | None = None


def edit_outcome(do: str, draft: Draft, fields: FormFields, library: Library) -> EditOutcome:
    """What comes of a button, whose value is `do`; nothing for one that there is not."""
    outcome = _acted(do, draft, fields, library)
    return outcome if outcome.draft == draft else evolve(outcome, before=draft)


def _acted(do: str, draft: Draft, fields: FormFields, library: Library) -> EditOutcome:
    word, _, rest = do.partition(" ")
    number = int(rest) if rest.isascii() and rest.isdigit() and len(rest) < 5 else 0
    match word:
        case "up" | "down" if 1 <= number <= len(draft.slots):
            return _moved(draft, number - 1, -1 if word == "up" else 1)
        case "remove" if 1 <= number <= len(draft.slots):
            return _removed(draft, number - 1)
        case "order":
            return _ordered(draft, fields.one("order"))
        case "add":
            return _added(draft, rest or fields.one("add.other"), fields.whole("add.at"), library)
        case "drop":
            return EditOutcome(draft=draft.without(field_path(rest)), focus="agenda", said="It is left out.")
        case "person":
            return EditOutcome(draft=draft, focus=f"event-team-{number}-name", spare=2)
        case _:
            return EditOutcome(draft=draft, focus="totals")


def _moved(draft: Draft, at: int, by: int) -> EditOutcome:
    to = at + by
    count = len(draft.slots)
    if not 0 <= to < count:
        return EditOutcome(draft=draft, focus=f"up-{at + 1}")
    order = list(range(count))
    order[at], order[to] = order[to], order[at]
    button = "up" if by < 0 else "down"
    if to == (0 if by < 0 else count - 1):
        button = "down" if by < 0 else "up"
    said = f"Item {at + 1} is now item {to + 1} of {count}."
    return EditOutcome(draft=draft.in_order(tuple(order)), focus=f"{button}-{to + 1}", said=said)


def _removed(draft: Draft, at: int) -> EditOutcome:
    return EditOutcome(draft=draft.without(("agenda", at)), focus="undo", said=f"Item {at + 1} is removed.")


def _ordered(draft: Draft, words: str) -> EditOutcome:
    order = tuple(int(word) - 1 for word in words.split(",") if word.isascii() and word.isdigit() and len(word) < 5)
    return EditOutcome(draft=draft.in_order(order), focus="agenda", said="The agenda is in the new order.")


def _added(draft: Draft, what: str, at: int | None, library: Library) -> EditOutcome:
    """A draft with an item more, where the page said, or before the last one."""
    count = len(draft.slots)
    if count >= MOST_SLOTS:
        return EditOutcome(draft=draft, focus="add", said=f"An agenda has at most {MOST_SLOTS} items.")
    slot = new_agenda_item(what, draft, library)
    if slot is None:
        return EditOutcome(draft=draft, focus="add", said="Choose what to add.")
    to = min(at, count) if at is not None else max(0, count - 1)
    said = f"Item {to + 1} is new: {what.partition(':')[0]}."
    return EditOutcome(draft=draft.with_slot(slot, to), focus=f"agenda-{to + 1}", said=said, opened=to)
