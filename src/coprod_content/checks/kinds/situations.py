"""Check that every situation in use exists."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.model import ToolSlot
from coprod_content.content.source import FieldPath
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding


def situation_findings(library: Library) -> Iterator[Finding]:
    """Yield errors about steps and agenda items that use missing situations."""
    for tool in library.tools.values():
        parts: list[tuple[FieldPath, int | None]] = [
            (("steps", at, "situations"), step.situations) for at, step in enumerate(tool.steps)
        ]
        parts.append((("short", "situations"), tool.short.situations if tool.short else None))
        for path, count in parts:
            if count and count > len(tool.situations):
                wanted = "1 situation" if count == 1 else f"{count} situations"
                what = f"this takes {wanted}, but the tool has {len(tool.situations) or 'none'}."
                fix = "Write more under `situations` in the tool, or take fewer."
                yield finding_in(tool.source, path, "no-situation", what, fix)
    for workshop in library.workshops.values():
        for at, slot in enumerate(workshop.agenda):
            if isinstance(slot, ToolSlot) and slot.tool in library.tools:
                held = len(library.tools[slot.tool].situations)
                for each, number in enumerate(slot.situations):
                    if number > held:
                        what = f"there is no situation {number}: the tool '{slot.tool}' has {held or 'none'}."
                        numbers = f"a number from 1 to {held}" if held > 1 else "situation 1"
                        fix = f"Choose {numbers}." if held else "Delete `situations` here."
                        path = ("agenda", at, "situations", each)
                        yield finding_in(workshop.source, path, "no-situation", what, fix)
