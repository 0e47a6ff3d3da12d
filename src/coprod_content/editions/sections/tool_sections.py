"""Sections for a Tool: the facilitator's guide and the handout."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Tool, ToolSlot, Variant
from coprod_content.content.phrases import minutes_in_words, minutes_range, people_range, setting_in_words
from coprod_content.document.blocks import Block, Bullets, Callout, Fact, Facts, Paragraph, Signpost, Writing
from coprod_content.document.document import Section
from coprod_content.editions.sections.diagram_sections import diagram_section
from coprod_content.editions.sections.prose_blocks import (
    another_way,
    checklist,
    labelled,
    lead,
    linked_names,
    listed,
    paragraphs,
    plain_points,
    points,
    say_callouts,
    task_callouts,
    texts,
)
from coprod_content.editions.sections.theme_pictures import themed
from coprod_content.editions.sections.timed_agenda import slot_title
from coprod_content.editions.sections.titles import theme_label, theme_names
from coprod_content.text.sentences import text_with_full_stop
from coprod_content.text.spans import Span, text_of, verbatim


def only_short_fits(tool: Tool, total: int) -> bool:
    """Return whether only a tool's short version fits in `total` minutes.

    If so, `total` is less than the shortest time for the full steps of the tool.
    """
    return tool.short is not None and total < tool.minutes.least


def tool_for_slot(slot: ToolSlot, library: Library) -> Tool:
    """Return an agenda item's tool, with the item's own words to say.

    Any such words replace those of the tool's first step, or of its short version if only that fits the item's minutes.
    """
    tool = library.tools[slot.tool]
    if slot.say is None:
        return tool
    if tool.short and only_short_fits(tool, slot.minutes):
        return evolve(tool, short=evolve(tool.short, say=slot.say))
    first, *others = tool.steps
    return evolve(tool, steps=(evolve(first, say=slot.say), *others))


def tool_facts(tool: Tool) -> Facts:
    """Return a tool's time, group size and, if it is given, setting."""
    where = (Fact("Where", setting_in_words(tool.setting)),) if tool.setting else ()
    facts = (Fact("Time", minutes_range(tool.minutes)), Fact("People", people_range(tool.people)), *where)
    return Facts(f"At a glance: {tool.title}", facts)


def focus_callouts(slot: ToolSlot | None) -> tuple[Block, ...]:
    """Return a callout with an agenda item's questions and focus, if any."""
    if slot is None:
        return ()
    asked = tuple(labelled("The question", verbatim(question)) for question in slot.questions)
    said = (*asked, *texts((slot.focus,) if slot.focus else ()))
    return (Callout("advice", "In this workshop", said),) if said else ()


def tool_guide(tool: Tool, library: Library, *, label: str = "", slot: ToolSlot | None = None) -> Section:
    """Return a tool's guide, in full or adapted to an agenda item.

    `label` is the line shown with the title, by default the tool's theme. `slot` is the agenda item, or None outside a
    workshop. If the item is too short for the full steps, the short version replaces them. Materials are omitted for an
    agenda item, because they are listed once for the whole workshop.
    """
    total = slot.minutes if slot else None
    short = tool.short if total is not None and only_short_fits(tool, total) else None
    full = (*_before_parts(tool, library, total), _steps_part(tool, total))
    parts = (_short_part(tool, short, total),) if short else full
    theme = library.themes[tool.theme]
    title = slot_title(slot, library) if slot else tool.title
    section = Section(
        title=title,
        label=label or theme_label(theme),
        blocks=(
            lead(tool.purpose),
            *focus_callouts(slot),
            evolve(_guide_facts(tool, library, total), caption=f"At a glance: {title}"),
        ),
        sections=(*parts, *_after_parts(tool, library, short=short is not None)),
        items=(tool.id,),
    )
    return themed(section, theme)


def _guide_facts(tool: Tool, library: Library, total: int | None) -> Facts:
    facts = tool_facts(tool)
    if total:
        usual = evolve(facts.items[0], label="Usual time")
        facts = evolve(facts, items=(Fact("Time here", minutes_in_words(total)), usual, *facts.items[1:]))
    themes = theme_names((tool.theme, *tool.further_themes), library)
    return evolve(facts, items=(*facts.items, Fact("Themes", themes)))


def _before_parts(tool: Tool, library: Library, total: int | None) -> Iterator[Section]:
    """Yield the sections of a tool's guide that precede the steps.

    `total` is the length of the agenda item in minutes, or None outside a workshop. In a workshop, the diagram and the
    materials are omitted: a talk can show the diagram, and the materials are listed once for the whole workshop.
    """
    yield from listed("When to use it", tool.use_when)
    yield from listed("When not to use it", tool.avoid_when)
    if total is None:
        yield from listed("You need", tool.materials, checklist)
    yield from listed("Get ready", tool.preparation, checklist)
    if tool.diagram and total is None:
        yield diagram_section(library.diagrams[tool.diagram])


def _steps_part(tool: Tool, total: int | None) -> Section:
    lengths = tool.scaled_step_minutes(total) if total else tuple(step.minutes for step in tool.steps)
    steps = tuple(
        Section(
            title=step.title,
            role="step",
            number=at,
            minutes=length,
            blocks=(
                *paragraphs(step.do),
                *say_callouts(step.say),
                *task_callouts(step.task, step.mode),
                *another_way(step),
            ),
        )
        for at, (step, length) in enumerate(zip(tool.steps, lengths, strict=True), start=1)
    )
    return Section(title="Steps", sections=steps)


def _short_part(tool: Tool, short: Variant, total: int | None) -> Section:
    return Section(
        title="What to do",
        minutes=total,
        blocks=(
            Bullets(texts(short.how), "number"),
            *say_callouts(short.say),
            *task_callouts(short.task, short.mode),
        ),
        sections=listed("Get ready", tool.preparation, checklist),
    )


def _after_parts(tool: Tool, library: Library, *, short: bool) -> Iterator[Section]:
    yield from listed("Questions to close on", tool.closing_questions, plain_points)
    yield from listed("Access and inclusion", tool.access)
    yield from listed("Safety and consent", tool.safety)
    yield from listed("Payment", tool.payment)
    yield from listed("Pitfalls", tool.traps)
    yield from _variant("Online", tool.online)
    if not short:
        yield from _variant("Short of time", tool.short)
    yield from _origin(tool, library)


def _variant(title: str, variant: Variant | None) -> Iterator[Section]:
    if variant:
        task = task_callouts(variant.task, variant.mode)
        blocks = (points(variant.how), *say_callouts(variant.say), *task)
        yield Section(title=title, minutes=variant.minutes, blocks=blocks)


def _origin(tool: Tool, library: Library) -> Iterator[Section]:
    """Yield a section on a tool's origin, reading and next steps.

    If the tool gives none of these, yield no section. If it gives no origin, the section has another title.
    """
    origin = tool.origin
    cited = dict.fromkeys((*(origin.references if origin else ()), *tool.references))
    spans = [span for id_ in cited for span in (Span(" "), Span(id_, citation=id_))][1:]
    reading = (Paragraph((Span("Further reading: "), *spans)),) if cited else ()
    link = (Signpost(f"Where “{tool.title}” comes from", origin.url),) if origin and origin.url else ()
    onward = linked_names((f"“{library.tools[id_].title}”", id_) for id_ in tool.next)
    follow = (Paragraph(text_with_full_stop((Span("What to do next: "), *onward))),) if onward else ()
    credit = paragraphs((origin.credit, origin.licence)) if origin else ()
    if blocks := (*credit, *reading, *link, *follow):
        yield Section(title="Where it comes from" if origin else "More about it", blocks=blocks)


def tool_handout(tool: Tool, library: Library, *, title: str = "") -> Section | None:
    """Return a tool's handout, or None if it has none.

    `title` is the name that participants know the tool by; it defaults to the tool's title.
    """
    page = tool.handout
    if page is None:
        return None
    section = Section(
        title=page.title,
        role="handout",
        label=title or tool.title,
        blocks=(lead(page.intro), *(Writing(text_of(prompt.text), prompt.lines) for prompt in page.prompts)),
        items=(tool.id,),
    )
    return themed(section, library.themes[tool.theme])
