"""The deck: slides to run a workshop with, with the facilitator's words and timing in the notes."""

from collections.abc import Iterator
from typing import assert_never

from attrs import evolve

from coprod_content.content.drawing import Drawing
from coprod_content.content.library import Library
from coprod_content.content.model import (
    BreakSlot,
    ClosingSlot,
    Film,
    FilmSlot,
    PostcardSlot,
    TalkSlot,
    Theme,
    ToolSlot,
    Workshop,
)
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Block, Callout, Paragraph
from coprod_content.document.citations import short_source
from coprod_content.document.document import Document, Section
from coprod_content.editions.reading.diagrams import diagram_slide
from coprod_content.editions.reading.films import film_slides
from coprod_content.editions.sections.agenda import Timed, agenda_table, timed
from coprod_content.editions.sections.common import credits_section, lead, numbered_titles, points, texts
from coprod_content.editions.sections.event import event_line, organisation, team_note
from coprod_content.editions.sections.pictures import mosaic, of_theme, themes_of
from coprod_content.editions.selection import only
from coprod_content.editions.workshop import tool_slides
from coprod_content.text.spans import Span, Text, plain, text_of, verbatim

_OPENING, _SOURCES = "Opening", "Sources and credits"


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The slides of a workshop, of several one after the other."""
    workshops = only(library, ids, Workshop, "workshops")
    sections = tuple(section for workshop in workshops for section in _workshop(workshop, library))
    return Document(
        title=" and ".join(workshop.title for workshop in workshops),
        subtitle="Workshop slides",
        language=library.about.language,
        author=organisation(workshops),
        keywords=("co-production", "quality improvement", "workshop"),
        sections=(*numbered_titles(sections), credits_section(library, _SOURCES)),
    )


def _workshop(workshop: Workshop, library: Library) -> Iterator[Section]:
    met: set[str] = set()
    for section in _opening(workshop, library):
        yield evolve(section, group=_OPENING, items=(workshop.id,))
    for item in timed(workshop, library):
        if isinstance(item.slot, ToolSlot):
            theme = library.themes[library.tools[item.slot.tool].theme]
            if theme.id not in met:
                met.add(theme.id)
                yield evolve(_divider(theme), group=item.title)
        for section in _slot(item, library):
            grouped = evolve(section, group=section.group or item.title, items=section.items or (workshop.id,))
            yield evolve(grouped, picture=_picture(workshop, library)) if section.role == "closing" else grouped


def _picture(workshop: Workshop, library: Library) -> Drawing | None:
    """The signs of the themes of a workshop, for its first slide and its last."""
    return mosaic(themes_of(workshop.themes, library), columns=2, rows=3)


def _opening(workshop: Workshop, library: Library) -> Iterator[Section]:
    yield Section(
        title=workshop.title,
        role="cover",
        label=f"A workshop of {minutes_in_words(workshop.minutes)}",
        picture=_picture(workshop, library),
        blocks=(lead(workshop.summary), *event_line(workshop)),
        notes=(
            *team_note(workshop),
            Callout("advice", "Before the day", texts(workshop.before)),
            Callout("access", "Access", texts(workshop.access)),
            Callout("caution", "Safety", texts(workshop.safety)),
        ),
    )
    yield Section(
        title="By the end of today",
        label=workshop.title,
        blocks=(points(workshop.outcomes),),
        notes=(Paragraph(verbatim("Read these aloud. Ask whether anything important is missing.")),),
    )
    yield Section(
        title="What we will do, and when",
        role="agenda",
        blocks=(agenda_table(workshop, library),),
        notes=(Paragraph(verbatim("Say when the break is and when we end. Ask who needs to leave earlier.")),),
    )


def _divider(theme: Theme) -> Section:
    section = Section(
        title=theme.title,
        role="divider",
        label=f"Theme {theme.number}",
        blocks=(lead(theme.summary),),
        notes=(Callout("advice", "Questions for a team", texts(theme.questions)),),
        items=(theme.id,),
    )
    return of_theme(section, theme)


def _slot(item: Timed, library: Library) -> Iterator[Section]:
    match item.slot:
        case ToolSlot():
            yield from tool_slides.slides(item, item.slot, library)
        case PostcardSlot():
            yield from _postcards(item, item.slot, library)
        case TalkSlot():
            yield from _talk(item, item.slot, library)
        case FilmSlot(film=id_):
            yield from _film(item, library.films[id_])
        case BreakSlot():
            yield Section(
                title=f"{item.title} until {item.ends}",
                role="break",
                minutes=item.slot.minutes,
                blocks=(lead(f"We start again at {item.ends}."),),
            )
        case ClosingSlot():
            yield from _closing(item, item.slot)
        case _ as unreachable:
            assert_never(unreachable)


def _clock(item: Timed) -> str:
    return f"{item.starts} to {item.ends}"


def _said(say: str | None) -> tuple[Block, ...]:
    return (Callout("say", "Say", (text_of(say),)),) if say else ()


def _postcards(item: Timed, slot: PostcardSlot, library: Library) -> Iterator[Section]:
    cards = [library.postcards[id_] for id_ in slot.postcards]
    yield Section(
        title=item.title,
        role="activity",
        label=_clock(item),
        minutes=slot.minutes,
        blocks=(Paragraph(text_of(slot.say), "say"),) if slot.say else (points(slot.how),),
        notes=(points(slot.how), *_said(slot.say)),
    )
    first = next((card for card in cards if card.moment == "opening"), cards[0])
    question = Section(
        title=first.question,
        role="question",
        label="One of the postcards",
        notes=(Paragraph(text_of(first.why)), points(first.follow_ups), Paragraph(text_of(first.listen_for))),
        items=(first.id,),
    )
    yield of_theme(question, library.themes[first.theme])


def _talk(item: Timed, slot: TalkSlot, library: Library) -> Iterator[Section]:
    notes = (*_said(slot.say), *((points(slot.notes),) if slot.notes else ()))
    yield Section(
        title=item.title, label=_clock(item), minutes=slot.minutes, blocks=(points(slot.points),), notes=notes
    )
    if slot.diagram:
        diagram = library.diagrams[slot.diagram]
        yield diagram_slide(diagram)
    if slot.evidence:
        yield _evidence(item.title, slot.evidence, library)


def _evidence(title: str, evidence: str, library: Library) -> Section:
    statement = text_of(evidence)
    works = [library.references[span.citation] for span in statement if span.citation]
    source: Text = verbatim("; ".join(plain(short_source(work)) for work in works))
    return Section(
        title=f"What is known: {title[0].lower()}{title[1:]}",
        role="evidence",
        blocks=(Paragraph(statement, "lead"), Paragraph((Span("Source: "), *source), "small")),
        items=tuple(work.id for work in works),
    )


def _film(item: Timed, film: Film) -> Iterator[Section]:
    before, *others = film_slides(film)
    yield evolve(before, label=_clock(item), minutes=item.slot.minutes)
    yield from others


def _closing(item: Timed, slot: ClosingSlot) -> Iterator[Section]:
    yield Section(title=slot.question, role="question", label=item.title)
    yield Section(
        title=item.title,
        role="closing",
        label=_clock(item),
        minutes=slot.minutes,
        blocks=(points(slot.points),),
        notes=_said(slot.say),
    )
