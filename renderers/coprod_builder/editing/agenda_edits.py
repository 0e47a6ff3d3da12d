"""Changes that the editor page's buttons make to a draft."""

from attrs import evolve, frozen

from coprod_builder.editing.draft import Draft
from coprod_builder.editing.field_problems import FieldProblem
from coprod_builder.editing.form_fields import FormFields, digits
from coprod_builder.editing.history import NO_HISTORY, History
from coprod_builder.editing.new_agenda_item import new_agenda_item
from coprod_builder.editing.plan_values import field_path
from coprod_builder.editing.share_link import link_fragment
from coprod_content.checks.library import MOST_ITEMS
from coprod_content.content.library import Library
from coprod_content.findings.finding import Finding


@frozen(kw_only=True)
class EditOutcome:
    """A draft after an action, and how to show it.

    - `focus`: id of the element that receives focus, or an empty string
    - `message`: a sentence that says what was done
    - `opened`: index of the agenda item whose fields are shown unfolded, or None
    - `spare`: number of empty rows that the form has for more team members
    - `with_problems`: whether to list the problems in the draft, and the findings in `further`, at the top of the page
    - `further`: findings from an attempt to make a file from the draft
    - `notes`: other messages to list at the top of the page
    - `loading`: problems with an uploaded file that could not replace the draft
    - `link`: the part after the # of a link to the draft, or an empty string
    - `history`: the versions that undo and redo restore
    """

    draft: Draft
    focus: str = ""
    message: str = ""
    opened: int | None = None
    spare: int = 1
    with_problems: bool = False
    further: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    loading: tuple[FieldProblem, ...] = ()
    link: str = ""
    history: History = NO_HISTORY


def edit_outcome(button: str, draft: Draft, fields: FormFields, library: Library) -> EditOutcome:
    """Return the draft after a button press, and how to show it.

    `button` is the button's value in the form, such as `up 2` or `add tool:ID`. An unknown button changes nothing.
    Typed changes and the button's own change are separate steps to undo. Raises ContentError if the version to restore
    cannot be read.
    """
    history = History.of(fields, draft)
    if button in ("undo", "redo"):
        found = history.undone(draft) if button == "undo" else history.redone(draft)
        if found:
            restored, left = found
            message = "The last change was undone." if button == "undo" else "The change was redone."
            focus = button if (left.earlier if button == "undo" else left.later) else "totals"
            return EditOutcome(draft=restored, history=left, focus=focus, message=message)
    outcome = _outcome(button, draft, fields, library)
    return evolve(outcome, history=history if outcome.draft == draft else history.with_step(draft))


def _outcome(button: str, draft: Draft, fields: FormFields, library: Library) -> EditOutcome:
    word, _, rest = button.partition(" ")
    number = digits(rest) or 0
    is_item = 1 <= number <= len(draft.item_paths)
    match word:
        case "up" | "down" if is_item:
            return _moved(draft, number - 1, -1 if word == "up" else 1)
        case "remove" if is_item:
            without = draft.without(("agenda", number - 1))
            return EditOutcome(draft=without, focus="undo", message=f"Item {number} was removed.")
        case "order":
            order = tuple((digits(each) or 0) - 1 for each in fields.one("order").split(","))
            return EditOutcome(draft=draft.in_order(order), focus="agenda", message="The agenda was reordered.")
        case "add":
            return _added(draft, rest or fields.one("add.other"), digits(fields.one("add.at")), library)
        case "drop":
            return EditOutcome(draft=draft.without(field_path(rest)), focus="agenda", message="The field was removed.")
        case "share":
            return _shared(draft)
        case "person":
            return EditOutcome(draft=draft, focus=f"event-team-{number}-name", spare=2)
        case _:
            return EditOutcome(draft=draft, focus="totals")


def _shared(draft: Draft) -> EditOutcome:
    link = link_fragment(draft)
    too_long = "This plan is too long for a link. Download the plan, and send the file instead."
    return EditOutcome(
        draft=draft, focus="share-link" if link else "share", message="" if link else too_long, link=link
    )


def _moved(draft: Draft, at: int, by: int) -> EditOutcome:
    """Move an item up or down, and focus one of its buttons.

    `at` is the item's index. `by` is -1 to move it up, and 1 to move it down. The focus goes to the button for the same
    direction or, if the item can move no further, to the other button.
    """
    to, count = at + by, len(draft.item_paths)
    if not 0 <= to < count:
        return EditOutcome(draft=draft, focus=f"up-{at + 1}")
    order = list(range(count))
    order[at], order[to] = order[to], order[at]
    up = to == count - 1 if by > 0 else to > 0
    return EditOutcome(
        draft=draft.in_order(tuple(order)),
        focus=f"{'up' if up else 'down'}-{to + 1}",
        message=f"Item {at + 1} is now item {to + 1} of {count}.",
    )


def _added(draft: Draft, choice: str, at: int | None, library: Library) -> EditOutcome:
    """Add a new item to the agenda.

    `choice` says what to add, such as `tool:ID` or `break`. `at` is the index for the new item. If `at` is None, the
    new item goes before the last item.
    """
    count = len(draft.item_paths)
    if count >= MOST_ITEMS:
        return EditOutcome(draft=draft, focus="add", message=f"The limit is {MOST_ITEMS} items. Remove an item first.")
    item = new_agenda_item(choice, draft, library)
    if item is None:
        return EditOutcome(draft=draft, focus="add", message="Choose what to add.")
    to = min(at, count) if at is not None else max(0, count - 1)
    message = f"Item {to + 1} ({choice.partition(':')[0]}) was added."
    return EditOutcome(draft=draft.with_item(item, to), focus=f"agenda-{to + 1}", message=message, opened=to)
