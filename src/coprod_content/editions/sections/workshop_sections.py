"""Sections about a workshop that guides, handouts and pages share."""

from coprod_content.content.library import Library
from coprod_content.content.model import Diagram, Tool, ToolSlot, Workshop
from coprod_content.content.phrases import clock_after, minutes_in_words, people_range, setting_in_words
from coprod_content.document.blocks import Bullets, Fact, Facts, Figure, Paragraph, Table
from coprod_content.document.document import Section
from coprod_content.editions.sections.agenda import slot_title
from coprod_content.editions.sections.common import checklist, listed_names, points, theme_label, told_apart
from coprod_content.editions.sections.event import day_of, place_of
from coprod_content.text.spans import Span, plain, strong, text_of, verbatim


def workshop_facts(workshop: Workshop, library: Library) -> Facts:
    """Time, people, place, audience and themes of a workshop at a glance."""
    times = (
        f"{minutes_in_words(workshop.minutes)}, {workshop.starts} to {clock_after(workshop.starts, workshop.minutes)}"
    )
    themes = listed_names(((theme_label(library.themes[id_]), id_) for id_ in workshop.themes), "; ")
    facts = (
        ("Time", verbatim(", ".join((*day_of(workshop), times)))),
        ("People", verbatim(people_range(workshop.people))),
        ("Where", verbatim(", ".join((setting_in_words(workshop.setting), *place_of(workshop))))),
        ("For whom", verbatim(workshop.audience)),
        ("Themes", themes),
    )
    return Facts(f"At a glance: {workshop.title}", tuple(Fact(label, value) for label, value in facts))


def before_section(workshop: Workshop, library: Library) -> Section:
    """What to do and to bring before the day, and what makes it safe and open to everybody."""
    slots = (slot for slot in workshop.agenda if isinstance(slot, ToolSlot))
    bring = told_apart(tuple(_to_bring(slot, library) for slot in slots))
    return Section(
        title="Before the day",
        blocks=(checklist(workshop.before),),
        sections=(
            Section(title="What to bring", sections=bring),
            Section(title="Access", blocks=(points(workshop.access),)),
            Section(title="Safety", blocks=(points(workshop.safety),)),
        ),
        items=(workshop.id,),
    )


def _to_bring(slot: ToolSlot, library: Library) -> Section:
    tool = library.tools[slot.tool]
    return Section(title=f"For “{slot_title(slot, library)}”", blocks=(checklist((*tool.materials, *_copies(tool))),))


def _copies(tool: Tool) -> tuple[str, ...]:
    """The handout, unless the tool's own list names it."""
    listed = any("handout" in material.casefold() for material in tool.materials)
    return ("The handout, one copy for each person",) if tool.handout and not listed else ()


def diagram_section(diagram: Diagram, *, with_origin: bool = True) -> Section:
    """A diagram with the meaning of each of its parts, and where it comes from."""
    parts = tuple((Span(f"{part.name}: ", strong=True), *text_of(part.text)) for part in diagram.parts)
    credit = (Paragraph(text_of(f"{diagram.origin.credit} {diagram.origin.licence}"), "small"),)
    return Section(
        title=diagram.title,
        blocks=(
            Paragraph(text_of(diagram.purpose)),
            Figure(diagram.drawing, plain(text_of(diagram.alt))),
            Bullets(parts),
            *(credit if with_origin else ()),
        ),
        items=(diagram.id,),
    )


def words_section(workshop: Workshop, library: Library) -> Section:
    """The words that people meet in a workshop, in plain words."""
    terms = [library.terms[id_] for id_ in workshop.terms]
    rows = tuple((strong(term.term), text_of(term.meaning)) for term in terms)
    table = Table("Words and what they mean", (verbatim("Word"), verbatim("What it means")), rows, (2, 5))
    return Section(title="Words we use", blocks=(table,), items=tuple(term.id for term in terms))
