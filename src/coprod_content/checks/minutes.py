"""Checks on minutes: totals, ranges and time without a break."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import BreakSlot, Tool, ToolSlot, Workshop
from coprod_content.content.phrases import minutes_in_words, minutes_range
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding

LONGEST_WITHOUT_BREAK = 75
"""The longest time without a break, in minutes."""


def shortest_minutes(tool: Tool) -> int:
    """Return the fewest minutes needed for a tool or its short version."""
    return min(tool.minutes.least, tool.short_minutes or tool.minutes.least)


def tool_minutes(tool: Tool) -> Iterator[Finding]:
    """Check the minutes of a tool's steps and short version."""
    total = sum(step.minutes for step in tool.steps)
    least, most = tool.minutes.least, tool.minutes.most
    if not least <= total <= most:
        what = f"the steps add up to {minutes_in_words(total)}, outside the range of {least} to {most}."
        yield finding_in(tool.source, ("steps",), "minutes", what, "Change the minutes of a step, or the range.")
    if tool.short_minutes is not None and tool.short_minutes >= least:
        what = (
            f"the short version takes {minutes_in_words(tool.short_minutes)}, but the full tool can be run in "
            f"{minutes_in_words(least)}."
        )
        fix = "Shorten that version, or increase the minimum length of the full tool."
        yield finding_in(tool.source, ("short", "minutes"), "minutes", what, fix)


def workshop_minutes(workshop: Workshop, library: Library) -> Iterator[Finding]:
    """Check an agenda's minutes, in total and for each tool."""
    total = sum(slot.minutes for slot in workshop.agenda)
    if total != workshop.minutes:
        what = f"the agenda adds up to {minutes_in_words(total)}, but the workshop lasts {workshop.minutes}."
        missing = workshop.minutes - total
        fix = f"{'Add' if missing > 0 else 'Take out'} {minutes_in_words(abs(missing))}."
        yield finding_in(workshop.source, ("agenda",), "minutes", what, fix)
    for index, slot in enumerate(workshop.agenda):
        tool = library.tools.get(slot.tool) if isinstance(slot, ToolSlot) else None
        if tool and not shortest_minutes(tool) <= slot.minutes <= tool.minutes.most:
            takes = minutes_range(evolve(tool.minutes, least=shortest_minutes(tool)))
            what = f"'{tool.title}' has {minutes_in_words(slot.minutes)}, but it takes {takes}."
            fix = "Change the minutes, or choose another tool."
            yield finding_in(workshop.source, ("agenda", index, "minutes"), "minutes", what, fix)


def missing_breaks(workshop: Workshop) -> Iterator[Finding]:
    """Yield advice on each stretch of the agenda that needs a break."""
    since = 0
    for index, slot in enumerate(workshop.agenda):
        since = 0 if isinstance(slot, BreakSlot) else since + slot.minutes
        if since > LONGEST_WITHOUT_BREAK and since - slot.minutes <= LONGEST_WITHOUT_BREAK:
            what = f"at the end of this item, {since} minutes have passed without a break."
            fix = "Put a break before this item."
            yield finding_in(workshop.source, ("agenda", index), "break", what, fix, "advice")
