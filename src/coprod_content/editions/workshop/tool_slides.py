"""Slides for a Tool, as run in an agenda item."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Step, Tool, ToolSlot, Variant
from coprod_content.content.phrases import clock_after, minutes_in_words, mode_in_words
from coprod_content.document.blocks import Block, Bullets, Fact, Facts, Paragraph
from coprod_content.document.document import Section
from coprod_content.editions.sections.canvas_sections import tool_figures
from coprod_content.editions.sections.prose_blocks import (
    another_way,
    callouts,
    lead,
    plain_points,
    points,
    say_callouts,
)
from coprod_content.editions.sections.theme_pictures import with_tool_sign
from coprod_content.editions.sections.timed_agenda import TimedSlot, tool_line
from coprod_content.editions.sections.titles import LONGEST_TITLE, document_title
from coprod_content.editions.sections.tool_sections import (
    chosen_situations,
    focus_callouts,
    only_short_fits,
    tool_for_slot,
)
from coprod_content.editions.workshop.task_slides import question_slide, signed, task_slide
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import plain, text_of, verbatim

_NO_BREAK = "\u00a0"


def tool_slides(item: TimedSlot, slot: ToolSlot, library: Library, *, online: bool = False) -> tuple[Section, ...]:
    """Return the slides for an agenda item that uses a tool.

    Each slide shows the item's title. The first also shows the item's times, and the tool's title if that differs.
    `online` is true if people meet on a call.
    """
    tool, title = tool_for_slot(slot, library), item.title
    short = tool.short if only_short_fits(tool, slot.minutes) else None
    steps = tuple(_short_slides(tool, short, item, slot, library) if short else _step_slides(tool, item, slot, library))
    steps = tuple(evolve(step, blocks=(*_questions(slot), *step.blocks)) for step in steps)
    sections = (_glance_slide(item, slot, library), *steps, *_closing_slide(tool, title, online=online))
    return tuple(
        signed(with_tool_sign(evolve(section, group=title, items=(tool.id,)), tool, library)) for section in sections
    )


def _questions(slot: ToolSlot) -> tuple[Block, ...]:
    """Return blocks with an agenda item's questions, to repeat on its slides."""
    if len(slot.questions) > 1:
        return (Bullets(slot.questions, "number"),)
    return tuple(Paragraph(question, "lead") for question in slot.questions)


def _closing_slide(tool: Tool, title: str, *, online: bool) -> Iterator[Section]:
    if tool.closing_questions:
        question, *others = tool.closing_questions
        yield question_slide(question, f"To close: {title}", online=online, others=tuple(others))


def _glance_slide(item: TimedSlot, slot: ToolSlot, library: Library) -> Section:
    tool, total = library.tools[slot.tool], slot.minutes
    short = tool.short if only_short_fits(tool, total) else None
    facts = _step_facts(tool, item.title, total, short)
    return Section(
        title=item.title,
        role="glance",
        label=" · ".join(filter(None, (item.where, tool_line(slot, library)))),
        minutes=total,
        blocks=(*(_questions(slot) or (lead(tool.purpose),)), *((facts,) if facts.items else ())),
        notes=(
            *((lead(tool.purpose),) if slot.questions else ()),
            *focus_callouts(slot),
            *callouts("advice", "You need", tool.materials),
            *callouts("advice", "Get ready", tool.preparation),
            *callouts("access", "Access and inclusion", tool.access),
            *callouts("caution", "Safety and consent", tool.safety),
        ),
    )


def _step_facts(tool: Tool, title: str, total: int, short: Variant | None) -> Facts:
    """Return what people will do: a tool's steps and result.

    `total` is the item's length in minutes. If `short` is given, its task is shown in place of the steps.
    """
    facts: tuple[Fact, ...]
    if short:
        task = short.task
        facts = (Fact(mode_in_words(short.mode), task.ask),) if task and short.mode else ()
    else:
        task = tool.steps[-1].task
        steps = enumerate(zip(tool.steps, tool.scaled_step_minutes(total), strict=True), start=1)
        facts = tuple(Fact(f"{at} · {minutes_in_words(length)}", verbatim(step.title)) for at, (step, length) in steps)
    end = (Fact("At the end", task.lines[-1]),) if task and task.lines else ()
    return Facts(f"What we will do: {title}", (*facts, *end))


def _step_slides(tool: Tool, item: TimedSlot, slot: ToolSlot, library: Library) -> Iterator[Section]:
    starts, shown = item.starts, set[str]()
    for at, (step, length) in enumerate(zip(tool.steps, tool.scaled_step_minutes(slot.minutes), strict=True), start=1):
        ends, position = clock_after(starts, length), f"Step {at} of {len(tool.steps)}".replace(" ", _NO_BREAK)
        heading = f"{position}: {with_full_stop(step.title)} {starts} to {ends}, {minutes_in_words(length)}."
        notes = (Paragraph(heading, "small"), *say_callouts(step.say), points(step.do), *another_way(step))
        where = f"{item.title} · {position}"
        slide = task_slide(step.title, step, (points(step.do),), where=where, minutes=length, notes=notes)
        slide = _announcing(slide, len(chosen_situations(tool, slot, step, length)))
        blocks = (*slide.blocks, *(tool_figures(tool, library) if step.canvas else ()))
        longer = document_title(step.title, slide.title)
        is_longer = slide.title in shown and len(longer) <= LONGEST_TITLE
        yield evolve(slide, title=longer if is_longer else slide.title, blocks=blocks)
        yield from _situation_slides(tool, slot, step, where=item.title, minutes=length)
        shown.add(slide.title)
        starts = ends


def _announcing(slide: Section, situations: int) -> Section:
    """Announce the situations that follow a task on its slide.

    A single situation needs no line.
    """
    match slide.blocks:
        case (Bullets(items=lines) as task,) if situations > 1 and slide.minutes:
            each = minutes_in_words(max(1, slide.minutes // situations))
            follow = text_of(f"Next: {situations} situations, {each} for each")
            return evolve(slide, blocks=(evolve(task, items=(*lines, follow)),))
    return slide


def _situation_slides(
    tool: Tool, slot: ToolSlot, part: Step | Variant, *, where: str, minutes: int
) -> Iterator[Section]:
    """Yield a slide for each situation of a step or short version."""
    chosen = chosen_situations(tool, slot, part, minutes)
    for at, situation in enumerate(chosen, start=1):
        position = f"Situation {at} of {len(chosen)}".replace(" ", _NO_BREAK)
        yield Section(
            title=plain(text_of(situation.text)),
            role="activity",
            label=" · ".join(filter(None, (mode_in_words(part.mode), where, position, situation.role))),
            minutes=max(1, minutes // len(chosen)),
            mode=part.mode or "",
            blocks=(plain_points((part.task.ask, *part.task.lines)),) if part.task else (),
            notes=(points(part.do if isinstance(part, Step) else part.how),),
        )


def _short_slides(tool: Tool, short: Variant, item: TimedSlot, slot: ToolSlot, library: Library) -> Iterator[Section]:
    notes = (*say_callouts(short.say), points(short.how))
    title = f"What we do: {item.title}"
    slide = task_slide(title, short, (lead(tool.purpose),), where=item.title, minutes=item.slot.minutes, notes=notes)
    slide = _announcing(slide, len(chosen_situations(tool, slot, short, slot.minutes)))
    yield evolve(slide, blocks=(*slide.blocks, *tool_figures(tool, library)))
    yield from _situation_slides(tool, slot, short, where=item.title, minutes=slot.minutes)
