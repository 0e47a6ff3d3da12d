"""What to do if a session runs late or its group does not divide."""

from coprod_content.content.field_types import Mode
from coprod_content.content.library import Library
from coprod_content.content.model import PostcardSlot, Tool, ToolSlot, Workshop
from coprod_content.content.phrases import minutes_in_words
from coprod_content.editions.sections.timed_agenda import slot_title
from coprod_content.editions.sections.tool_sections import only_short_fits
from coprod_content.editions.workshop.run_sheet_cues import first_sentences
from coprod_content.text.spans import Text, verbatim

_MOST_SHORT_CUTS = 2
_FIND_TIME = "Say less yourself. Do not take the time from people's turns, the breaks or the closing."
_LEFT_OVER: dict[Mode, str] = {
    "pairs": "If one person has no partner, make a group of three.",
    "threes": "If the threes leave people over, make groups of four.",
}


def short_cuts(workshop: Workshop, library: Library) -> tuple[Text, ...]:
    """Return advice on saving time.

    There is advice on the short versions of two tools at most, biggest saving first, and none on a tool that only fits
    in its short version. Without such a tool, the advice names a round of postcards, or says where to find the time.
    """
    slots = [slot for slot in workshop.agenda if isinstance(slot, ToolSlot)]
    shorter = [
        (slot.minutes - length, slot_title(slot, library), short, length)
        for slot, tool in ((slot, library.tools[slot.tool]) for slot in slots)
        if (short := tool.short) and (length := short.minutes) and length < slot.minutes
        if not only_short_fits(tool, slot.minutes)
    ]
    shorter.sort(key=lambda cut: -cut[0])
    return tuple(
        (
            *verbatim(f"“{title}” has a short version of {minutes_in_words(length)}. "),
            *first_sentences(short.how[0]),
        )
        for _, title, short, length in shorter[:_MOST_SHORT_CUTS]
    ) or (_first_to_cut(workshop, library),)


def _first_to_cut(workshop: Workshop, library: Library) -> Text:
    """Return advice on a round of postcards, or else on where to find time."""
    rounds = [slot for slot in workshop.agenda if isinstance(slot, PostcardSlot)]
    if not rounds:
        return verbatim(_FIND_TIME)
    return verbatim(f"Shorten “{slot_title(rounds[-1], library)}” first. Keep the breaks and the closing.")


def left_over(tool: Tool) -> str:
    """Return what to do with people left over from a tool's pairs or threes, or ""."""
    modes = {step.mode for step in tool.steps}
    return " ".join(words for mode, words in _LEFT_OVER.items() if mode in modes)
