"""Check that a workshop's tools suit the size of its group."""

import re
from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import ToolSlot, Workshop
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding

_DIVIDED = re.compile(r"\b(?:groups|halves|rooms|circles)\b", re.IGNORECASE)
_SMALLER = "Change `people` to match the tool, or say in `focus` how many groups to make."


def group_size_findings(workshop: Workshop, library: Library) -> Iterator[Finding]:
    """Yield warnings about tools for fewer or more people than the workshop.

    A tool can be for fewer people if the item's `focus` says, in English, that people work in groups.
    """
    for at, slot in enumerate(workshop.agenda):
        tool = library.tools.get(slot.tool) if isinstance(slot, ToolSlot) else None
        if not tool or not isinstance(slot, ToolSlot) or tool.people.least > tool.people.most:
            continue
        place = ("agenda", at, "tool")
        most, least = workshop.people.most, workshop.people.least
        if most > tool.people.most and not _DIVIDED.search(slot.focus or ""):
            what = f"the workshop is for up to {most} people, but '{tool.id}' is for up to {tool.people.most}."
            yield finding_in(workshop.source, place, "group-size", what, _SMALLER, "warning")
        if least < tool.people.least:
            group = "1 person" if least == 1 else f"{least} people"
            what = f"the workshop can be for {group}, but '{tool.id}' needs at least {tool.people.least}."
            fix = "Change `people` to match the tool, or choose another tool."
            yield finding_in(workshop.source, place, "group-size", what, fix, "warning")
