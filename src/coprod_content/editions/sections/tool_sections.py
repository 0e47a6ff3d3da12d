"""Sections for a Tool: the facilitator's guide and the handout."""

from collections.abc import Container, Iterable, Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Situation, Step, Tool, ToolSlot, Variant
from coprod_content.content.phrases import minutes_range, people_range, setting_in_words
from coprod_content.document.blocks import Block, Callout, Fact, Facts, Paragraph, Signpost, Table, Writing
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
from coprod_content.editions.sections.theme_pictures import with_tool_sign
from coprod_content.editions.sections.titles import theme_label, theme_names
from coprod_content.text.sentences import text_with_full_stop
from coprod_content.text.spans import Span, Text, text_of, verbatim


def only_short_fits(tool: Tool, total: int) -> bool:
    """Return whether only a tool's short version fits in `total` minutes.

    This is true if the tool has a short version, and `total` is less than the shortest time for its full version.
    """
    return tool.short is not None and total < tool.minutes.least


def tool_for_slot(slot: ToolSlot, library: Library) -> Tool:
    """Return an agenda item's tool, with the item's own words to say.

    Any such words replace those of the tool's first step, or of its short version if only that fits the item's minutes.
    The canvas is then the short version's, if it has its own.
    """
    tool = library.tools[slot.tool]
    if tool.short and only_short_fits(tool, slot.minutes):
        short = tool.short
        return evolve(tool, short=evolve(short, say=slot.say or short.say), canvas=short.canvas or tool.canvas)
    if slot.say is None:
        return tool
    first, *others = tool.steps
    return evolve(tool, steps=(evolve(first, say=slot.say), *others))


def tool_facts(tool: Tool) -> Facts:
    """Return a tool's time, group size and, if it is given, setting."""
    where = (Fact("Where", setting_in_words(tool.setting)),) if tool.setting else ()
    facts = (Fact("Time", minutes_range(tool.minutes)), Fact("People", people_range(tool.people)), *where)
    return Facts(f"At a glance: {tool.title}", facts)


def focus_callouts(slot: ToolSlot | None) -> tuple[Block, ...]:
    """Return a callout with an agenda item's questions and focus.

    Return an empty tuple if it has neither.
    """
    if slot is None:
        return ()
    asked = tuple(labelled("The question", verbatim(question)) for question in slot.questions)
    said = (*asked, *texts((slot.focus,) if slot.focus else ()))
    return (Callout("advice", "In this workshop", said),) if said else ()


def tool_guide(tool: Tool, library: Library) -> Section:
    """Return a tool's guide, for reading outside a workshop."""
    theme = library.themes[tool.theme]
    facts, themes = tool_facts(tool), theme_names((tool.theme, *tool.further_themes), library)
    section = Section(
        title=tool.title,
        label=theme_label(theme),
        blocks=(lead(tool.purpose), evolve(facts, items=(*facts.items, Fact("Themes", themes)))),
        sections=(
            *listed("When to use it", tool.use_when),
            *listed("When not to use it", tool.avoid_when),
            *listed("You need", tool.materials, checklist),
            *get_ready(tool),
            *((diagram_section(library.diagrams[tool.diagram]),) if tool.diagram else ()),
            Section(title="Steps", sections=tool_steps(tool, tuple(step.minutes for step in tool.steps))),
            *situation_section(tool),
            *listed("Questions to close on", tool.closing_questions, plain_points),
            *listed("Access and inclusion", tool.access),
            *listed("Safety and consent", tool.safety),
            *listed("Payment", tool.payment),
            *listed("Pitfalls", tool.traps),
            *variant("Online", tool.online),
            *variant("Short of time", tool.short),
            *origin_of_tool(tool, library),
        ),
        items=(tool.id,),
    )
    return with_tool_sign(section, tool, library)


def get_ready(tool: Tool) -> tuple[Section, ...]:
    """Return a section on preparing for a tool, if it needs preparation.

    The section is in a tuple, which is empty if there is nothing to prepare.
    """
    return listed("Get ready", tool.preparation, checklist)


def tool_steps(tool: Tool, lengths: tuple[int, ...], *, tasks: bool = True) -> tuple[Section, ...]:
    """Return a section for each step of a tool.

    `lengths` are the steps' lengths in minutes. If `tasks` is true, each section repeats the task that the step's slide
    shows.
    """
    return tuple(
        Section(
            title=step.title,
            role="step",
            number=at,
            minutes=length,
            blocks=(
                *paragraphs(step.do),
                *say_callouts(step.say),
                *(task_callouts(step.task, step.mode) if tasks else ()),
                *another_way(step),
            ),
            mode=step.mode or "",
        )
        for at, (step, length) in enumerate(zip(tool.steps, lengths, strict=True), start=1)
    )


def chosen_situations(tool: Tool, slot: ToolSlot, part: Step | Variant, minutes: int) -> tuple[Situation, ...]:
    """Return the situations that are used in a step or short version.

    They are the ones that the agenda item `slot` chooses, if any. Otherwise, they are the first `part.situations` of
    the tool, or fewer if `minutes` is less than the usual length of `part`, so that each keeps its full time. There
    are none if `part` uses none.
    """
    if not part.situations:
        return ()
    if slot.situations:
        return tuple(tool.situations[number - 1] for number in slot.situations)
    usual = max(part.minutes or minutes, 1)
    return tool.situations[: max(1, min(part.situations, part.situations * minutes // usual))]


def used_situations(tool: Tool, slot: ToolSlot) -> tuple[Situation, ...]:
    """Return all the situations that an agenda item uses, without repetition."""
    parts: Iterable[tuple[Step | Variant, int]] = zip(tool.steps, tool.scaled_step_minutes(slot.minutes), strict=True)
    if tool.short and only_short_fits(tool, slot.minutes):
        parts = ((tool.short, slot.minutes),)
    return tuple(dict.fromkeys(each for part, length in parts for each in chosen_situations(tool, slot, part, length)))


def situation_section(tool: Tool) -> tuple[Section, ...]:
    """Return a section with a table of a tool's situations, if any."""
    rows = tuple((str(at), verbatim(each.role), text_of(each.text)) for at, each in enumerate(tool.situations, start=1))
    if not rows:
        return ()
    table = Table(f"Situations: {tool.title}", ("Number", "Who", "What happens"), rows, (2, 4, 12))
    return (Section(title="Situations to choose from", blocks=(table,), items=(tool.id,)),)


def situation_strips(tool: Tool, chosen: Container[Situation], label: str) -> Iterator[Section]:
    """Yield a page with a tool's situations, to cut into strips.

    The page has only the situations in `chosen`, in large type. If there are none, no page is yielded.
    """
    strips = tuple(
        Section(title=f"{at}. {each.role}", blocks=(lead(each.text),))
        for at, each in enumerate(tool.situations, start=1)
        if each in chosen
    )
    if strips:
        yield Section(
            title="Situations, to cut into strips", role="handout", label=label, sections=strips, items=(tool.id,)
        )


def variant(title: str, other: Variant | None, *, tasks: bool = True) -> tuple[Section, ...]:
    """Return a section on another way to run a tool.

    If `tasks` is true, the section repeats the task that the slide shows. Return an empty tuple if `other` is None.
    """
    if other is None:
        return ()
    task = task_callouts(other.task, other.mode) if tasks else ()
    blocks = (points(other.how), *say_callouts(other.say), *task)
    return (Section(title=title, minutes=other.minutes, blocks=blocks),)


def origin_of_tool(tool: Tool, library: Library) -> tuple[Section, ...]:
    """Return a section on a tool's origin, further reading and next tools.

    If the tool gives none of these, return an empty tuple. If it gives no origin, the section has another title.
    """
    origin = tool.origin
    credit = paragraphs((origin.credit, origin.licence)) if origin else ()
    link = (Signpost(f"Where “{tool.title}” comes from", origin.url),) if origin and origin.url else ()
    blocks = (*credit, *link, *map(Paragraph, further_reading(tool, library)))
    return (Section(title="Where it comes from" if origin else "More about it", blocks=blocks),) if blocks else ()


def further_reading(tool: Tool, library: Library) -> tuple[Text, ...]:
    """Return sentences on further reading, and on tools to try next."""
    cited = dict.fromkeys((*(tool.origin.references if tool.origin else ()), *tool.references))
    works = tuple(span for id_ in cited for span in (Span(" "), Span(id_, citation=id_)))
    onward = linked_names((f"“{library.tools[id_].title}”", id_) for id_ in tool.next)
    return (
        *(((Span("Further reading:"), *works, Span(".")),) if works else ()),
        *((text_with_full_stop((Span("What to do next: "), *onward)),) if onward else ()),
    )


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
    return with_tool_sign(section, tool, library)
