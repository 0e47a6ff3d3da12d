"""Check that nothing but breaks follows the closing of a workshop."""

from collections.abc import Iterator, Sequence

from coprod_content.content.model import Workshop
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding

_FIX = "Move the closing to the end, or make it a talk."


def is_early_closing(kinds: Sequence[str], at: int) -> bool:
    """Return whether a closing item is followed by other items.

    `kinds` contains the kind of each item on the agenda, and `at` is the item's position. Breaks after the closing,
    such as lunch, are ignored.
    """
    return kinds[at] == "closing" and any(kind != "break" for kind in kinds[at + 1 :])


def early_closings(workshop: Workshop) -> Iterator[Finding]:
    """Yield a finding for each closing that is followed by other items."""
    kinds = [slot.kind for slot in workshop.agenda]
    for at in range(len(kinds)):
        if is_early_closing(kinds, at):
            what = f"this closing is item {at + 1} of {len(kinds)}, so people are sent home before the end."
            yield finding_in(workshop.source, ("agenda", at), "closing-early", what, _FIX, "warning")
