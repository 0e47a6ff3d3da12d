"""Sections about a Workshop for guides, handouts and web pages."""

from coprod_content.content.library import Library
from coprod_content.content.model import ToolSlot, Workshop
from coprod_content.content.phrases import clock_after, minutes_in_words, people_range, setting_in_words
from coprod_content.document.blocks import Bullets, Fact, Facts
from coprod_content.document.document import Section
from coprod_content.editions.sections.event_details import event_day, event_place
from coprod_content.editions.sections.prose_blocks import checklist, labelled, listed, points
from coprod_content.editions.sections.timed_agenda import slot_title
from coprod_content.editions.sections.titles import counted_titles, theme_names
from coprod_content.text.spans import text_of


def workshop_facts(workshop: Workshop, library: Library) -> Facts:
    """Return a workshop's time, group size, place, audience and themes."""
    times = f"{workshop.starts} to {clock_after(workshop.starts, workshop.minutes)}"
    facts = (
        Fact("Time", ", ".join((*event_day(workshop), minutes_in_words(workshop.minutes), times))),
        Fact("People", people_range(workshop.people)),
        Fact("Where", ", ".join((setting_in_words(workshop.setting), *event_place(workshop)))),
        Fact("Who it is for", workshop.audience),
        Fact("Themes", theme_names(workshop.themes, library)),
    )
    return Facts(f"At a glance: {workshop.title}", facts)


def before_the_day_section(workshop: Workshop, library: Library) -> Section:
    """Return a section on preparation, materials, access and safety."""
    slots = (slot for slot in workshop.agenda if isinstance(slot, ToolSlot))
    bring = tuple(counted_titles(section for slot in slots for section in _to_bring(slot, library)))
    return Section(
        title="Before the day",
        role="spread",
        blocks=(checklist(workshop.before),),
        sections=(
            *((Section(title="What to bring", sections=bring),) if bring else ()),
            Section(title="Access", role="aside", blocks=(points(workshop.access),)),
            Section(title="Safety", role="aside", blocks=(points(workshop.safety),)),
        ),
        items=(workshop.id,),
    )


def _to_bring(slot: ToolSlot, library: Library) -> tuple[Section, ...]:
    tool = library.tools[slot.tool]
    mentioned = any("handout" in material.casefold() for material in tool.materials)
    copies = ("The handout, one copy for each person",) if tool.handout and not mentioned else ()
    return listed(f"For “{slot_title(slot, library)}”", (*tool.materials, *copies), checklist)


def terms_section(workshop: Workshop, library: Library) -> Section:
    """Return a section that explains the words used in a workshop."""
    terms = [library.terms[id_] for id_ in workshop.terms]
    words = Bullets(tuple(labelled(term.term, text_of(term.meaning)) for term in terms))
    return Section(title="Words we use", blocks=(words,), items=tuple(term.id for term in terms))
