"""Find items without the optional fields that a complete item has."""

from collections.abc import Iterable, Iterator

from coprod_content.content.kinds import kind_of
from coprod_content.content.model import Item, Tool
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding

_EXPECTED: dict[type[Item], tuple[str, ...]] = {
    Tool: (
        "use_when", "avoid_when", "setting", "materials", "preparation", "closing_questions", "access", "safety",
        "traps", "online", "short", "origin",
    ),
}  # fmt: skip


def missing_fields(item: Item) -> tuple[str, ...]:
    """Return the optional fields that an item needs to be complete.

    An empty tuple means that the item is complete.
    """
    return tuple(name for name in _EXPECTED.get(type(item), ()) if not getattr(item, name))


def incomplete_items(items: Iterable[Item]) -> Iterator[Finding]:
    """Yield a finding for each item that lacks optional fields."""
    for item in items:
        if missing := missing_fields(item):
            what = f"the {kind_of(item).name} has no {', '.join(missing)}."
            yield finding_in(item.source, (), "incomplete", what, "Add what is missing, or check without --complete.")


def steps_without_tasks(items: Iterable[Item]) -> Iterator[Finding]:
    """Yield advice about each step of a tool that has no task."""
    for item in items:
        for at, step in enumerate(item.steps if isinstance(item, Tool) else ()):
            if not step.task:
                what = "the step has no task, so its slide shows what the facilitator says or does."
                fix = "Add a task for the people in the room, or check without --complete."
                yield finding_in(item.source, ("steps", at), "no-task", what, fix, "advice")
