"""The agenda items of a session, as the run page shows them."""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve, frozen

from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.document.document import Section
from coprod_content.editions.sections.timed_agenda import TimedSlot, timed_slots
from coprod_content.editions.sections.tool_sections import only_short_fits
from coprod_content.editions.workshop.agenda_items import agenda_item
from coprod_content.editions.workshop.run_sheet_cues import slot_kit
from coprod_content.planner.running.best_cut import CutItem
from coprod_content.planner.running.item_durations import session_items


@frozen
class Question:
    """A question for the room, with lines on how to answer it."""

    ask: str
    lines: tuple[str, ...] = ()


@frozen(kw_only=True)
class RunItem:
    """An agenda item on the run page.

    `tool` is the id of the item's tool, or an empty string. `section` says what to say and do, and `kit` what to lay
    out. `short` says what to say and do in the short version, or is None if there is no such version. The page uses the
    short version if the item has fewer than `whole` minutes. `asked` and `asked_in_short` are the questions for the
    room in the full and the short version.
    """

    title: str
    kind: str
    tool: str
    cut: CutItem
    kit: tuple[str, ...]
    asked: tuple[Question, ...]
    section: Section
    whole: int = 0
    short: Section | None = None
    asked_in_short: tuple[Question, ...] = ()


def run_items(workshop: model.Workshop, library: Library) -> tuple[RunItem, ...]:
    """Return a workshop's agenda items, in order."""
    cuts = session_items(workshop, library)
    return tuple(
        _run_item(item, cut, workshop.setting, library)
        for item, cut in zip(timed_slots(workshop, library), cuts, strict=True)
    )


def _run_item(item: TimedSlot, cut: CutItem, setting: str, library: Library) -> RunItem:
    slot = item.slot
    made = RunItem(
        title=item.title,
        kind=slot.kind,
        tool=slot.tool if isinstance(slot, model.ToolSlot) else "",
        cut=cut,
        kit=slot_kit(item, library),
        asked=tuple(_questions(slot, library)),
        section=_section(item, setting, library),
    )
    if not isinstance(slot, model.ToolSlot) or only_short_fits(library.tools[slot.tool], slot.minutes):
        return made
    shorter = evolve(slot, minutes=cut.durations[0])
    if not only_short_fits(library.tools[slot.tool], shorter.minutes):
        return made
    return evolve(
        made,
        whole=library.tools[slot.tool].minutes.least,
        short=_section(evolve(item, slot=shorter), setting, library),
        asked_in_short=tuple(_questions(shorter, library)),
    )


def _section(item: TimedSlot, setting: str, library: Library) -> Section:
    """Return a section that says what to do, without clock times.

    Clock times would become wrong as soon as the session runs late. The section of a break has only a title.
    """
    section = agenda_item(item, setting, library)
    if isinstance(item.slot, model.BreakSlot):
        return evolve(section, title=item.title, blocks=(), role="plain")
    who = "" if item.slot.who is None else f"Led by {item.slot.who}"
    return evolve(section, label=who, role="plain")


def _questions(slot: model.Slot, library: Library) -> Iterator[Question]:
    match slot:
        case model.ToolSlot(tool=id_):
            tool = library.tools[id_]
            yield from map(Question, slot.questions)
            is_short = tool.short is not None and only_short_fits(tool, slot.minutes)
            yield from _tasks(*((tool.short,) if tool.short and is_short else tool.steps))
            yield from map(Question, tool.closing_questions)
        case model.PostcardSlot():
            yield from _tasks(slot)
        case model.TalkSlot(diagram=id_):
            yield from _tasks(slot)
            yield from map(Question, library.diagrams[id_].questions if id_ else ())
        case model.FilmSlot(film=id_):
            yield from map(Question, (*library.films[id_].before, *library.films[id_].after))
        case model.ClosingSlot(question=question):
            yield Question(question)
        case model.BreakSlot():
            return
        case _ as unreachable:
            assert_never(unreachable)


def _tasks(*steps: model.Step | model.Variant | model.TalkSlot | model.PostcardSlot) -> Iterator[Question]:
    for step in steps:
        if step.task:
            yield Question(step.task.ask, step.task.lines)
