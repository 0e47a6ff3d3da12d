"""Update the minutes in a plan from the times of a session."""

from coprod_builder.editing.agenda_edits import EditOutcome
from coprod_builder.editing.draft import Draft
from coprod_content.content.library import Library
from coprod_content.content.source import FieldPath
from coprod_content.planner.running.session_times import SessionTimes, suggested_minutes


def with_earlier_times(draft: Draft, times: SessionTimes, library: Library) -> EditOutcome:
    """Return a draft with its minutes updated from a session's times.

    Items get the minutes that they took, rounded to a multiple of five and within the limits of any tool. They are
    matched by their tool, or else by their title. Breaks keep their minutes, and so do items that were left out or used
    only in their short version. The message says how many items changed.
    """
    took = {item.tool or item.title: item for item in times.items if item.took and not item.short}
    changed: list[tuple[FieldPath, str]] = []
    for at in range(draft.count(("agenda",))):
        kind, tool, title = (draft.words(("agenda", at, field)) for field in ("kind", "tool", "title"))
        found = None if kind == "break" else took.get(tool or title)
        if found:
            minutes = str(suggested_minutes(found, library.tools.get(found.tool or "")))
            if minutes != draft.words(("agenda", at, "minutes")):
                changed.append((("agenda", at, "minutes"), minutes))
    items = "1 item has" if len(changed) == 1 else f"{len(changed)} items have"
    message = (
        f"{items} new minutes. Check the total."
        if changed
        else "The times in this file change none of the minutes in this plan."
    )
    last = f" What you wanted to change: {times.changed}" if times.changed else ""
    return EditOutcome(draft=draft.with_fields(changed), focus="totals", message=f"{message}{last}")
