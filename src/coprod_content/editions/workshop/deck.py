"""The deck: slides for a workshop, with notes for the facilitator."""

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from attrs import evolve

from coprod_content.checks.tasks import MOST_IN_ROUND
from coprod_content.content import model
from coprod_content.content.drawing import Drawing
from coprod_content.content.library import Library
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Bullets, Callout, Paragraph
from coprod_content.document.citations import short_source
from coprod_content.document.document import Document, Section
from coprod_content.editions.items.diagrams import diagram_slide
from coprod_content.editions.items.films import film_slides
from coprod_content.editions.sections.credits import credits_section
from coprod_content.editions.sections.diagram_sections import diagram_figure
from coprod_content.editions.sections.event_details import event_line, organisers, team_texts
from coprod_content.editions.sections.photos import event_title, photo_notes, photographs
from coprod_content.editions.sections.prose_blocks import lead, points, say_callouts, texts
from coprod_content.editions.sections.scene_pictures import closing_picture, cover_picture, mode_picture
from coprod_content.editions.sections.theme_pictures import themed
from coprod_content.editions.sections.timed_agenda import TimedSlot, agenda_table, slot_title, timed_slots
from coprod_content.editions.sections.titles import unique_titles
from coprod_content.editions.selection import selected_items
from coprod_content.editions.workshop.online_kit import is_online, joining_slide
from coprod_content.editions.workshop.task_slides import question_slide, task_slide
from coprod_content.editions.workshop.tool_slides import tool_slides
from coprod_content.text.spans import Span, plain, text_of

_AN_EXAMPLE = "This card is an example. Talk about it, or about a card that you choose."


def deck_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return slides for one or more workshops, in the given order."""
    workshops = selected_items(library, ids, model.Workshop)
    sections = (section for workshop in workshops for section in _workshop(workshop, workshops, library))
    return Document(
        title=" and ".join(workshop.title for workshop in workshops),
        subtitle="Workshop slides",
        language=library.about.language,
        author=organisers(workshops),
        sections=(*unique_titles(sections), credits_section(library, "Sources and credits")),
    )


def _workshop(workshop: model.Workshop, among: tuple[model.Workshop, ...], library: Library) -> Iterator[Section]:
    for section in _opening(workshop, library):
        yield evolve(section, group="Opening" if len(among) == 1 else workshop.title, items=(workshop.id,))
    items = tuple(timed_slots(workshop, library))
    here = Counter(item.title for item in items)
    everywhere = Counter(slot_title(slot, library) for each in among for slot in each.agenda)
    for item, after in zip(items, (*items[1:], None), strict=True):
        group = item.title
        if here[group] > 1:
            group = f"{item.title} at {item.starts}"
        elif everywhere[group] > 1:
            group = workshop.title
        if isinstance(item.slot, model.ToolSlot):
            theme = library.themes[library.tools[item.slot.tool].theme]
            yield evolve(_divider(item, after, theme), group=group)
        for section in _slot(item, workshop, library):
            grouped = evolve(section, group=group, items=section.items or (workshop.id,))
            yield evolve(grouped, picture=_picture(workshop, library)) if section.role == "closing" else grouped


def _picture(workshop: model.Workshop, library: Library) -> Drawing | None:
    return cover_picture((workshop,), library, columns=2, rows=3, across=False)


def _opening(workshop: model.Workshop, library: Library) -> Iterator[Section]:
    team = team_texts(workshop)
    yield Section(
        title=workshop.title,
        role="cover",
        label=f"Workshop · {minutes_in_words(workshop.minutes)}",
        picture=_picture(workshop, library),
        blocks=(lead(workshop.summary), *event_line(workshop)),
        notes=(
            *((Callout("advice", "Who does what", team),) if team else ()),
            Callout("advice", "Before the day", texts(workshop.before)),
            Callout("access", "Access", texts(workshop.access)),
            Callout("caution", "Safety", texts(workshop.safety)),
        ),
    )
    if workshop.event and workshop.event.picture:
        yield _photo_slide(event_title(workshop.event), "", workshop.event.picture)
    yield Section(
        title="By the end of today",
        label=workshop.title,
        blocks=(points(workshop.outcomes),),
        notes=(Paragraph("Read these aloud. Ask whether anything important is missing."),),
    )
    yield Section(
        title="What we will do, and when",
        role="agenda",
        blocks=(agenda_table(workshop, library),),
        notes=(Paragraph("Say when the break is and when we finish. Ask who needs to leave early."),),
    )
    if is_online(workshop):
        yield joining_slide()


def _divider(item: TimedSlot, after: TimedSlot | None, theme: model.Theme) -> Section:
    """Return a slide that introduces an agenda item and names the next."""
    then = f"After this: {after.title}, at {after.starts}" if after else f"We finish at {item.ends}"
    section = Section(
        title=f"{item.position}: {item.title}",
        role="divider",
        label=f"{item.clock} · {theme.title}",
        blocks=(lead(then), *photographs(item.slot.picture)),
        notes=(
            *photo_notes(item.slot.picture),
            lead(theme.summary),
            Callout("advice", "Questions for a team", theme.questions),
        ),
        items=(theme.id,),
    )
    return themed(section, theme)


def _photo_slide(title: str, label: str, photo: model.Photo) -> Section:
    return Section(title=title, label=label, blocks=photographs(photo), notes=photo_notes(photo))


def _slot(item: TimedSlot, workshop: model.Workshop, library: Library) -> Iterator[Section]:
    if item.slot.picture and not isinstance(item.slot, model.ToolSlot | model.TalkSlot | model.ClosingSlot):
        title = f"{item.position}: {item.title}" if item.position else item.title
        yield _photo_slide(title, item.clock, item.slot.picture)
    match item.slot:
        case model.ToolSlot() as slot:
            yield from tool_slides(item, slot, library, online=is_online(workshop))
        case model.PostcardSlot() as slot:
            yield from _postcards(item, slot, library)
        case model.TalkSlot() as slot:
            yield from _talk(item, slot, library)
        case model.FilmSlot(film=id_):
            before, *others = film_slides(library.films[id_], library, online=is_online(workshop))
            yield evolve(before, label=item.where, minutes=item.slot.minutes)
            yield from others
        case model.BreakSlot():
            yield Section(
                title=f"{item.title} until {item.ends}",
                role="break",
                minutes=item.slot.minutes,
                blocks=(lead(f"We start again at {item.ends}."),),
            )
        case model.ClosingSlot() as slot:
            asked = question_slide(slot.question, item.title, online=is_online(workshop))
            yield evolve(asked, picture=closing_picture(workshop, library))
            yield _closing(item, slot)
        case _ as unreachable:
            assert_never(unreachable)


def _postcards(item: TimedSlot, slot: model.PostcardSlot, library: Library) -> Iterator[Section]:
    cards = [library.postcards[id_] for id_ in slot.postcards]
    how = points(slot.how)
    notes = (*say_callouts(slot.say), how)
    yield task_slide(item.title, slot, (how,), where=f"{item.title} · {item.where}", minutes=slot.minutes, notes=notes)
    if len(cards) <= MOST_IN_ROUND:
        yield Section(
            title=f"The questions: {item.title}",
            role="questions",
            label=item.where,
            blocks=(Bullets(tuple(card.question for card in cards), "number"),),
            notes=(Bullets(tuple(text_of(card.why) for card in cards), "number"),),
            items=tuple(card.id for card in cards),
        )
        return
    first = next((card for card in cards if card.moment == "opening"), cards[0])
    question = Section(
        title=first.question,
        role="question",
        label="One of the postcards",
        blocks=(Paragraph(_AN_EXAMPLE),),
        notes=(Paragraph(text_of(first.why)), Bullets(first.follow_ups), Paragraph(text_of(first.listen_for))),
        items=(first.id,),
    )
    asked = themed(question, library.themes[first.theme])
    yield evolve(asked, picture=mode_picture(slot.mode or "pairs", (first.theme,), library) or asked.picture)


def _talk(item: TimedSlot, slot: model.TalkSlot, library: Library) -> Iterator[Section]:
    notes = (*say_callouts(slot.say), *((points(slot.notes),) if slot.notes else ()))
    yield Section(
        title=item.title,
        label=item.where,
        minutes=None if slot.task else slot.minutes,
        blocks=(points(slot.points), *photographs(slot.picture)),
        notes=(*notes, *photo_notes(slot.picture)),
    )
    if slot.diagram:
        yield diagram_slide(library.diagrams[slot.diagram])
    if slot.evidence:
        yield _evidence(item.title, slot.evidence, library)
    if slot.task:
        where = f"{item.title} · {item.where}"
        slide = task_slide(item.title, slot, (), where=where, minutes=slot.minutes, notes=say_callouts(slot.say))
        seen = (diagram_figure(library.diagrams[slot.diagram]),) if slot.diagram else ()
        yield evolve(slide, blocks=(*slide.blocks, *seen))


def _evidence(title: str, evidence: str, library: Library) -> Section:
    statement = text_of(evidence)
    works = [library.references[span.citation] for span in statement if span.citation]
    source = "; ".join(plain(short_source(work)) for work in works)
    return Section(
        title=f"What is known: {title[0].lower()}{title[1:]}",
        role="evidence",
        blocks=(Paragraph(statement, "lead"), Paragraph((Span("Source: "), Span(source)), "small")),
        items=tuple(work.id for work in works),
    )


def _closing(item: TimedSlot, slot: model.ClosingSlot) -> Section:
    return Section(
        title=item.title,
        role="closing",
        label=item.where,
        minutes=slot.minutes,
        blocks=(points(slot.points), *photographs(slot.picture)),
        notes=(*say_callouts(slot.say), *photo_notes(slot.picture)),
    )
