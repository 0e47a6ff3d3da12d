"""The facilitator guide: everything a workshop facilitator needs to read."""

from collections.abc import Iterator

from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.document.blocks import Fact, Facts, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.event_details import event_day_and_place, organisers
from coprod_content.editions.sections.photos import photo_with_consent
from coprod_content.editions.sections.prose_blocks import checklist, labelled, lead, points
from coprod_content.editions.sections.scene_pictures import cover_picture
from coprod_content.editions.sections.timed_agenda import timed_slots
from coprod_content.editions.sections.titles import counted_titles, document_title
from coprod_content.editions.sections.workshop_sections import before_the_day_section, terms_section, workshop_facts
from coprod_content.editions.selection import selected_items
from coprod_content.editions.workshop.agenda_items import agenda_item, background
from coprod_content.text.spans import Span, strong, text_of, verbatim


def facilitator_guide_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a guide to one or more workshops, in the given order."""
    workshops = selected_items(library, ids, model.Workshop)
    title = " and ".join(workshop.title for workshop in workshops)
    body = (section for workshop in workshops for section in _workshop(workshop, library))
    return Document(
        title=document_title(title, "facilitator guide"),
        subtitle="Facilitator guide",
        language=library.about.language,
        author=organisers(workshops),
        sections=(_cover(workshops, title, library), CONTENTS, *body, credits_section(library)),
    )


def _cover(workshops: tuple[model.Workshop, ...], title: str, library: Library) -> Section:
    return Section(
        title=title,
        role="cover",
        label="Facilitator guide",
        picture=cover_picture(workshops, library, columns=6, rows=2, across=True),
        blocks=(
            *(Paragraph(strong(words)) for words in (event_day_and_place(workshops[0]) if len(workshops) == 1 else ())),
            *(lead(workshop.summary) for workshop in workshops),
            *(workshop_facts(workshop, library) for workshop in workshops),
            Paragraph(text_of(library.about.statement)),
        ),
        items=tuple(workshop.id for workshop in workshops),
    )


def _workshop(workshop: model.Workshop, library: Library) -> Iterator[Section]:
    team = tuple(Fact(member.name, member.part) for member in workshop.event.team) if workshop.event else ()
    yield Section(
        title="What this session is for",
        blocks=(
            Paragraph(strong("By the end, people will:")),
            points(workshop.outcomes),
            *((Facts(f"Who does what: {workshop.title}", team),) if team else ()),
            *photo_with_consent(workshop.event.picture if workshop.event else None),
        ),
        items=(workshop.id,),
    )
    yield before_the_day_section(workshop, library)
    yield from _forms(workshop, library)
    items = counted_titles(agenda_item(item, workshop.setting, library) for item in timed_slots(workshop, library))
    yield Section(
        title="The session, item by item",
        blocks=(_run_sheet(workshop, library),),
        sections=tuple(items),
        items=(workshop.id,),
    )
    yield Section(title="Afterwards", blocks=(checklist(workshop.next_steps),), items=(workshop.id,))
    yield from _postcards(workshop, library)
    yield from background(workshop, library)
    if workshop.terms:
        yield terms_section(workshop, library)


def _forms(workshop: model.Workshop, library: Library) -> Iterator[Section]:
    forms = tuple(library.forms[id_] for id_ in workshop.forms)
    if forms:
        first = (labelled(form.title, text_of(form.notes[0])) for form in forms)
        together = tuple(span for each in first for span in (*each, Span(" ")))[:-1]
        yield Section(title="Forms for the day", blocks=(Paragraph(together),), items=workshop.forms)


def _run_sheet(workshop: model.Workshop, library: Library) -> Table:
    items = timed_slots(workshop, library)
    rows = tuple((strong(item.starts), item.title, str(item.slot.minutes)) for item in items)
    return Table("Times, items and minutes", ("Time", "What", "Minutes"), rows, (2, 8, 2))


def _postcards(workshop: model.Workshop, library: Library) -> Iterator[Section]:
    slots = (slot for slot in workshop.agenda if isinstance(slot, model.PostcardSlot))
    cards = [library.postcards[id_] for slot in slots for id_ in slot.postcards]
    themes = [theme for theme in library.themes.values() if any(card.theme == theme.id for card in cards)]
    if themes:
        questions = (
            labelled(theme.title, verbatim(" ".join(card.question for card in cards if card.theme == theme.id)))
            for theme in themes
        )
        yield Section(
            title="The questions on the postcards",
            blocks=tuple(map(Paragraph, questions)),
            items=tuple(card.id for card in cards),
        )
