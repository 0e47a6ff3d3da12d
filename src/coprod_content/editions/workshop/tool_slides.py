"""The slides of a Tool, for the people in the room, as an agenda item runs it."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Step, Tool, ToolSlot
from coprod_content.content.phrases import clock_after, minutes_in_words
from coprod_content.content.step_minutes import scaled_step_minutes
from coprod_content.document.blocks import Block, Callout, Fact, Facts, Paragraph
from coprod_content.document.document import Section
from coprod_content.editions.sections.agenda import Timed, tool_line
from coprod_content.editions.sections.common import lead, points, texts, tool_facts
from coprod_content.editions.sections.pictures import of_theme
from coprod_content.editions.sections.tool_sections import IN_THIS_WORKSHOP, as_opened, is_short
from coprod_content.text.spans import text_of, verbatim

_HELD = "\u00a0"


def slides(item: Timed, slot: ToolSlot, library: Library) -> tuple[Section, ...]:
    """The slides of an agenda item that runs a tool, called as the item is; the first says when, and which tool."""
    tool, title = as_opened(slot, library), item.title
    short = is_short(tool, slot.minutes)
    steps = (_short_slide(tool, title, slot.minutes),) if short else tuple(_step_slides(tool, item, slot.minutes))
    question = Section(
        title=tool.closing_questions[0],
        role="question",
        label=f"To close: {title}",
        notes=(points(tool.closing_questions[1:]),) if tool.closing_questions[1:] else (),
    )
    theme = library.themes[tool.theme]
    sections = (_glance_slide(item, slot, library), *steps, question)
    return tuple(of_theme(evolve(section, group=title, items=(tool.id,)), theme) for section in sections)


def _glance_slide(item: Timed, slot: ToolSlot, library: Library) -> Section:
    tool, total = library.tools[slot.tool], slot.minutes
    facts = _short_facts(tool, item.title) if is_short(tool, total) else _step_facts(tool, item.title, total)
    focused = (Callout("advice", IN_THIS_WORKSHOP, (text_of(slot.focus),)),) if slot.focus else ()
    return Section(
        title=item.title,
        role="glance",
        label=" · ".join(filter(None, (f"{item.starts} to {item.ends}", tool_line(slot, library)))),
        minutes=total,
        blocks=(lead(tool.purpose), facts),
        notes=(
            *focused,
            Callout("advice", "You need", texts(tool.materials)),
            Callout("advice", "Get ready", texts(tool.preparation)),
            Callout("access", "Access and inclusion", texts(tool.access)),
            Callout("caution", "Safety and consent", texts(tool.safety)),
        ),
    )


def _step_facts(tool: Tool, title: str, total: int) -> Facts:
    """What people will do, step by step."""
    steps = enumerate(zip(tool.steps, scaled_step_minutes(tool, total), strict=True), start=1)
    facts = tuple(Fact(f"{at} · {minutes_in_words(length)}", text_of(step.title)) for at, (step, length) in steps)
    return Facts(f"What we will do: {title}", facts)


def _short_facts(tool: Tool, title: str) -> Facts:
    """For how many, where, and what it leads to, for an activity of one step."""
    _, *facts = tool_facts(tool).items
    return Facts(f"At a glance: {title}", (*facts, Fact("At the end we ask", verbatim(tool.closing_questions[0]))))


def _step_slides(tool: Tool, item: Timed, total: int) -> Iterator[Section]:
    clock = item.starts
    for at, (step, length) in enumerate(zip(tool.steps, scaled_step_minutes(tool, total), strict=True), start=1):
        timing = Paragraph(verbatim(f"{clock} to {clock_after(clock, length)}, {minutes_in_words(length)}."), "small")
        yield Section(
            title=step.title,
            role="activity",
            label=f"{item.title} · " + f"Step {at} of {len(tool.steps)}".replace(" ", _HELD),
            minutes=length,
            blocks=(Paragraph(text_of(step.say), "say"),) if step.say else (points(step.do),),
            notes=(timing, *_instructions(step)),
        )
        clock = clock_after(clock, length)


def _instructions(step: Step) -> Iterator[Block]:
    yield points(step.do)
    if step.say:
        yield Callout("say", "Say", (text_of(step.say),))
    if step.variation:
        yield Callout("advice", "Another way", (text_of(step.variation),))


def _short_slide(tool: Tool, title: str, total: int) -> Section:
    say = (Callout("say", "Say", (text_of(tool.short.say),)),) if tool.short.say else ()
    return Section(
        title=f"What we do: {title}",
        role="activity",
        label="The short version",
        minutes=total,
        blocks=(Paragraph(text_of(tool.short.say or tool.purpose), "say"),),
        notes=(points(tool.short.how), *say),
    )
