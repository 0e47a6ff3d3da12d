"""The facilitator guide: everything a workshop facilitator needs to read."""

from collections.abc import Iterator
from typing import assert_never

from coprod_content.content import model
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Bullets, Callout, Fact, Facts, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.credits import CONTENTS, credits_section
from coprod_content.editions.sections.diagram_sections import diagram_section
from coprod_content.editions.sections.event_details import organisers, slot_leader
from coprod_content.editions.sections.prose_blocks import (
    checklist,
    labelled,
    lead,
    points,
    say_callouts,
    task_callouts,
    texts,
)
from coprod_content.editions.sections.scene_pictures import cover_picture
from coprod_content.editions.sections.theme_pictures import themed
from coprod_content.editions.sections.timed_agenda import TimedSlot, timed_slots, tool_line
from coprod_content.editions.sections.titles import counted_titles, document_title, theme_label
from coprod_content.editions.sections.tool_sections import tool_for_slot, tool_guide
from coprod_content.editions.sections.workshop_sections import before_the_day_section, terms_section, workshop_facts
from coprod_content.editions.selection import selected_items
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Text, strong, text_of, verbatim


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
            Callout("evidence", "How to read this guide", (text_of(library.about.basis),)),
        ),
        items=(workshop.id,),
    )
    yield before_the_day_section(workshop, library)
    yield Section(title="Run sheet", blocks=(_run_sheet(workshop, library),), items=(workshop.id,))
    items = counted_titles(_slot(item, library) for item in timed_slots(workshop, library))
    yield Section(title="The session, item by item", sections=tuple(items))
    yield Section(title="Afterwards", blocks=(checklist(workshop.next_steps),), items=(workshop.id,))
    yield from _postcards(workshop, library)
    if workshop.terms:
        yield terms_section(workshop, library)


def _run_sheet(workshop: model.Workshop, library: Library) -> Table:
    rows = tuple(
        (strong(item.starts), item.title, str(item.slot.minutes), _gist(item, library))
        for item in timed_slots(workshop, library)
    )
    return Table("Times, items and minutes", ("Time", "What", "Minutes", "In short"), rows, (2, 5, 2, 7))


def _gist(item: TimedSlot, library: Library) -> Text:
    """Return a one-sentence summary of an agenda item."""
    match item.slot:
        case model.ToolSlot(tool=id_, focus=focus):
            return text_of(focus or library.tools[id_].purpose)
        case model.PostcardSlot(postcards=cards):
            return verbatim(f"{len(cards)} postcards, in groups of three")
        case model.TalkSlot(points=prose):
            return text_of(prose[0])
        case model.FilmSlot(film=id_):
            return text_of(library.films[id_].summary)
        case model.BreakSlot():
            return verbatim(f"Start again at {item.ends}")
        case model.ClosingSlot(question=question):
            return verbatim(question)
        case _ as unreachable:
            assert_never(unreachable)


def _slot(item: TimedSlot, library: Library) -> Section:
    who = slot_leader(item.slot)
    label = f"{item.clock}, {minutes_in_words(item.slot.minutes)}{f', led by {who}' if who else ''}"
    match item.slot:
        case model.ToolSlot() as slot:
            tool = tool_for_slot(slot, library)
            labels = map(with_full_stop, filter(None, (label, tool_line(slot, library))))
            label = " ".join((*labels, theme_label(library.themes[tool.theme])))
            return tool_guide(tool, library, label=label, slot=slot)
        case model.PostcardSlot(say=say, how=how, task=task, mode=mode):
            blocks = (*say_callouts(say), Bullets(texts(how), "number"), *task_callouts(task, mode))
            return Section(title=item.title, label=label, blocks=blocks)
        case model.TalkSlot() as slot:
            return _talk(item.title, slot, label, library)
        case model.FilmSlot(film=id_):
            return _film(library.films[id_], label)
        case model.BreakSlot():
            until = f"{item.title} until {item.ends}"
            return Section(title=until, label=label, blocks=(Paragraph(_gist(item, library)),))
        case model.ClosingSlot() as slot:
            asked = Paragraph(labelled("Ask", verbatim(slot.question)))
            return Section(title=item.title, label=label, blocks=(points(slot.points), asked, *say_callouts(slot.say)))
        case _ as unreachable:
            assert_never(unreachable)


def _talk(title: str, slot: model.TalkSlot, label: str, library: Library) -> Section:
    evidence = (Callout("evidence", "What is known", (text_of(slot.evidence),)),) if slot.evidence else ()
    tips = (Callout("advice", "How to do it", texts(slot.notes)),) if slot.notes else ()
    return Section(
        title=title,
        label=label,
        blocks=(
            points(slot.points),
            *say_callouts(slot.say),
            *task_callouts(slot.task, slot.mode),
            *tips,
            *evidence,
        ),
        sections=(diagram_section(library.diagrams[slot.diagram]),) if slot.diagram else (),
    )


def _film(film: model.Film, label: str) -> Section:
    rows = tuple((str(scene.seconds), scene.on_screen, text_of(scene.narration)) for scene in film.scenes)
    return Section(
        title=film.title,
        label=label,
        blocks=(
            Paragraph(text_of(film.summary)),
            Callout("advice", "Before watching", film.before),
            Table(f"Scenes of {film.title}", ("Seconds", "On screen", "Narration"), rows, (1, 2, 4)),
            Callout("advice", "After watching", film.after),
        ),
        items=(film.id,),
    )


def _postcards(workshop: model.Workshop, library: Library) -> Iterator[Section]:
    slots = (slot for slot in workshop.agenda if isinstance(slot, model.PostcardSlot))
    cards = [library.postcards[id_] for slot in slots for id_ in slot.postcards]
    if cards:
        themes = [theme for theme in library.themes.values() if any(card.theme == theme.id for card in cards)]
        yield Section(
            title="The questions on the postcards",
            sections=tuple(_questions(theme, [card for card in cards if card.theme == theme.id]) for theme in themes),
        )


def _questions(theme: model.Theme, cards: list[model.Postcard]) -> Section:
    questions = Bullets([card.question for card in cards])
    items = tuple(card.id for card in cards)
    return themed(Section(title=theme.title, label=f"Theme {theme.number}", blocks=(questions,), items=items), theme)
