"""Advice for when time is short, or when groups divide unevenly."""

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

    The advice is on the short versions of at most two tools, starting with the one that saves most time. A tool is left
    out if only its short version fits anyway. If no tool can be shortened, the advice is to shorten the last round of
    postcards. If there is no such round, the advice says where to find the time.
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
    """Return advice to shorten the last round of postcards.

    If there is no such round, the advice says where to find the time.
    """
    rounds = [slot for slot in workshop.agenda if isinstance(slot, PostcardSlot)]
    if not rounds:
        return verbatim(_FIND_TIME)
    return verbatim(f"Shorten “{slot_title(rounds[-1], library)}” first. Keep the breaks and the closing.")


def left_over(tool: Tool) -> str:
    """Return advice on people left over from a tool's groups, or "".

    The groups are pairs or threes.
    """
    modes = {step.mode for step in tool.steps}
    return " ".join(words for mode, words in _LEFT_OVER.items() if mode in modes)
