"""The handouts: pages for participants, with room to write."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import TalkSlot, ToolSlot, Workshop
from coprod_content.document.blocks import Paragraph, Writing
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.canvas_sections import tool_canvas
from coprod_content.editions.sections.credits import credits_section
from coprod_content.editions.sections.diagram_sections import diagram_section
from coprod_content.editions.sections.event_details import event_line, organisers
from coprod_content.editions.sections.photos import photo_pages
from coprod_content.editions.sections.prose_blocks import lead, points
from coprod_content.editions.sections.scene_pictures import cover_picture
from coprod_content.editions.sections.timed_agenda import agenda_table, slot_title
from coprod_content.editions.sections.titles import counted_titles, document_title
from coprod_content.editions.sections.tool_sections import (
    situation_strips,
    tool_for_slot,
    tool_handout,
    used_situations,
)
from coprod_content.editions.sections.workshop_sections import terms_section
from coprod_content.editions.selection import selected_items
from coprod_content.text.spans import strong, text_of

_AS_YOU_LIKE = (
    "Write as much or as little as you like, or ask someone to write for you. Leave your name off if you prefer."
)
_FOR_ALL = "Leave this where everyone at the table can read it. Anyone can write or draw on it."
_LINES_FOR_TABLE = 12


def handouts_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return handouts for one or more workshops, in the given order."""
    workshops = selected_items(library, ids, Workshop)
    title = " and ".join(workshop.title for workshop in workshops)
    pages = (page for workshop in workshops for page in counted_titles(_pages(workshop, library)))
    return Document(
        title=document_title(title, "handouts"),
        subtitle="Handouts",
        language=library.about.language,
        author=organisers(workshops),
        sections=(*pages, credits_section(library)),
    )


def _pages(workshop: Workshop, library: Library) -> Iterator[Section]:
    yield Section(
        title=workshop.title,
        role="handout",
        label="For you to keep",
        picture=cover_picture((workshop,), library, columns=11, rows=2, across=True),
        blocks=(
            lead(workshop.summary),
            *event_line(workshop),
            agenda_table(workshop, library),
            Paragraph(strong("What we hope for today:")),
            points(workshop.outcomes),
        ),
        items=(workshop.id,),
    )
    for slot in workshop.agenda:
        if isinstance(slot, ToolSlot):
            yield from _questions(slot, library)
            page = tool_handout(library.tools[slot.tool], library, title=slot_title(slot, library))
            if page:
                yield page
            tool = tool_for_slot(slot, library)
            yield from situation_strips(tool, used_situations(tool, slot), slot_title(slot, library))
            yield from tool_canvas(tool, library, title=slot_title(slot, library))
        elif isinstance(slot, TalkSlot) and slot.diagram:
            diagram = library.diagrams[slot.diagram]
            borrowed = diagram.origin.standing != "own"
            yield evolve(diagram_section(diagram, with_origin=borrowed), role="handout")
    yield _looking_back(workshop)
    yield from (evolve(page, role="handout") for page in photo_pages(workshop, library))
    if workshop.terms:
        yield terms_section(workshop, library)


def _questions(slot: ToolSlot, library: Library) -> Iterator[Section]:
    """Yield a sheet for each question, to fill in at each table."""
    where = f"{slot_title(slot, library)} · For the tables"
    blocks = (lead(_FOR_ALL), Writing(text_of("What our table says"), _LINES_FOR_TABLE))
    for question in slot.questions:
        yield Section(title=question, role="handout", label=where, blocks=blocks, items=(slot.tool,))


def _looking_back(workshop: Workshop) -> Section:
    questions = (
        ("Something I will remember from today", 3),
        ("Something that would have made it easier for me to take part", 3),
        ("Something I would like to do, or to see happen, next", 3),
        ("How I would like to hear what happened (post, phone, email, text or another way)", 2),
    )
    return Section(
        title="Looking back",
        role="handout",
        label=workshop.title,
        blocks=(lead(_AS_YOU_LIKE), *(Writing(words, lines) for words, lines in questions)),
        items=(workshop.id,),
    )
