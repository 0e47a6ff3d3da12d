"""A Tool as Sections: a text for the facilitator, a handout."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Step, Tool, ToolSlot, Variant
from coprod_content.content.phrases import minutes_in_words
from coprod_content.content.step_minutes import scaled_step_minutes
from coprod_content.document.blocks import Block, Bullets, Callout, Fact, Facts, Paragraph, Signpost, Writing
from coprod_content.document.document import Section
from coprod_content.editions.sections.agenda import slot_title
from coprod_content.editions.sections.common import (
    checklist,
    lead,
    listed_names,
    paragraphs,
    points,
    texts,
    theme_label,
    tool_facts,
)
from coprod_content.editions.sections.pictures import of_theme
from coprod_content.editions.sections.workshop_sections import diagram_section
from coprod_content.text.sentences import text_with_full_stop
from coprod_content.text.spans import Span, text_of, verbatim

IN_THIS_WORKSHOP = "In this workshop"


def is_short(tool: Tool, total: int) -> bool:
    """Whether only the short variant of a tool fits into a number of minutes."""
    return total < tool.minutes.least


def as_opened(slot: ToolSlot, library: Library) -> Tool:
    """The tool of an agenda item, with the item's own words to open with, if it has any, in place of the tool's."""
    tool = library.tools[slot.tool]
    if slot.say is None:
        return tool
    if is_short(tool, slot.minutes):
        return evolve(tool, short=evolve(tool.short, say=slot.say))
    first, *others = tool.steps
    return evolve(tool, steps=(evolve(first, say=slot.say), *others))


def guide(tool: Tool, library: Library, *, label: str = "", slot: ToolSlot | None = None) -> Section:
    """All of a tool for the facilitator, or what an agenda item that runs it needs of it, called as the item is.

    Where only the short variant fits, it is that; what to bring is then listed once, for the whole workshop.
    """
    total = slot.minutes if slot else None
    focus = (Callout("advice", IN_THIS_WORKSHOP, (text_of(slot.focus),)),) if slot and slot.focus else ()
    short = total is not None and is_short(tool, total)
    before = (*_before_parts(tool, total), *_picture_part(tool, library, total))
    parts = (_short_part(tool, total or 0),) if short else (*before, _steps_part(tool, total))
    theme = library.themes[tool.theme]
    title = slot_title(slot, library) if slot else tool.title
    section = Section(
        title=title,
        label=label or theme_label(theme),
        blocks=(
            lead(tool.purpose),
            *focus,
            evolve(_guide_facts(tool, library, total), caption=f"At a glance: {title}"),
        ),
        sections=(*parts, *_after_parts(tool, library, short=short)),
        items=(tool.id,),
    )
    return of_theme(section, theme)


def _guide_facts(tool: Tool, library: Library, total: int | None) -> Facts:
    facts = tool_facts(tool)
    if total:
        usual = evolve(facts.items[0], label="Usual time")
        facts = evolve(facts, items=(Fact("Time here", verbatim(minutes_in_words(total))), usual, *facts.items[1:]))
    named = ((theme_label(library.themes[id_]), id_) for id_ in (tool.theme, *tool.further_themes))
    return Facts(facts.caption, (*facts.items, Fact("Themes", listed_names(named, "; "))))


def _before_parts(tool: Tool, total: int | None) -> Iterator[Section]:
    yield Section(title="When to use it", blocks=(points(tool.use_when),))
    yield Section(title="When to leave it", blocks=(points(tool.avoid_when),))
    if total is None:
        yield Section(title="You need", blocks=(checklist(tool.materials),))
    yield Section(title="Get ready", blocks=(checklist(tool.preparation),))


def _picture_part(tool: Tool, library: Library, total: int | None) -> Iterator[Section]:
    """The diagram that goes with a tool; a workshop shows it in a talk of its own, where it wants to."""
    if tool.diagram and total is None:
        yield diagram_section(library.diagrams[tool.diagram])


def _steps_part(tool: Tool, total: int | None) -> Section:
    lengths = scaled_step_minutes(tool, total) if total else tuple(step.minutes for step in tool.steps)
    steps = tuple(
        Section(
            title=step.title,
            role="step",
            number=at,
            minutes=length,
            blocks=tuple(_guide_step(step)),
        )
        for at, (step, length) in enumerate(zip(tool.steps, lengths, strict=True), start=1)
    )
    return Section(title="Steps", sections=steps)


def _guide_step(step: Step) -> Iterator[Block]:
    yield from paragraphs(step.do)
    if step.say:
        yield Callout("say", "Say", (text_of(step.say),))
    if step.variation:
        yield Callout("advice", "Another way", (text_of(step.variation),))


def _short_part(tool: Tool, total: int) -> Section:
    say = (Callout("say", "Say", (text_of(tool.short.say),)),) if tool.short.say else ()
    return Section(
        title="What to do",
        minutes=total,
        blocks=(Bullets(texts(tool.short.how), "number"), *say),
        sections=(Section(title="Get ready", blocks=(checklist(tool.preparation),)),),
    )


def _after_parts(tool: Tool, library: Library, *, short: bool) -> Iterator[Section]:
    yield Section(title="Questions to close on", blocks=(points(tool.closing_questions),))
    yield Section(title="Access and inclusion", blocks=(points(tool.access),))
    yield Section(title="Safety and consent", blocks=(points(tool.safety),))
    if tool.payment:
        yield Section(title="Payment", blocks=(points(tool.payment),))
    yield Section(title="Traps", blocks=(points(tool.traps),))
    yield _variant("Online", tool.online)
    if not short:
        yield _variant("Short of time", tool.short)
    yield _origin(tool, library)


def _variant(title: str, variant: Variant) -> Section:
    say = (Callout("say", "Say", (text_of(variant.say),)),) if variant.say else ()
    return Section(title=title, minutes=variant.minutes, blocks=(points(variant.how), *say))


def _origin(tool: Tool, library: Library) -> Section:
    cited = tuple(Span(id_, citation=id_) for id_ in dict.fromkeys((*tool.origin.references, *tool.references)))
    reading = (Paragraph((Span("Further reading: "), *_spaced(cited))),) if cited else ()
    link = (Signpost(f"Where {_quoted(tool)} comes from", tool.origin.url),) if tool.origin.url else ()
    onward = listed_names((f"“{library.tools[id_].title}”", id_) for id_ in tool.next)
    follow = (Paragraph(text_with_full_stop((Span("What to do next: "), *onward))),) if onward else ()
    said = paragraphs((tool.origin.credit, tool.origin.licence))
    return Section(title="Where it comes from", blocks=(*said, *reading, *link, *follow))


def _quoted(tool: Tool) -> str:
    return f"“{tool.title}”"


def _spaced(spans: tuple[Span, ...]) -> Iterator[Span]:
    for at, span in enumerate(spans):
        if at:
            yield Span(" ")
        yield span


def handout(tool: Tool, library: Library, *, title: str = "") -> Section | None:
    """The page that people who take part are given, if the tool has one; `title` is what they know the tool by."""
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
    return of_theme(section, library.themes[tool.theme])
