"""The facilitator guide: everything to read before and while running a workshop."""

from collections.abc import Iterator
from typing import assert_never

from coprod_content.content.library import Library
from coprod_content.content.model import (
    BreakSlot,
    ClosingSlot,
    Film,
    FilmSlot,
    Postcard,
    PostcardSlot,
    TalkSlot,
    Theme,
    ToolSlot,
    Workshop,
)
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Block, Bullets, Callout, Paragraph, Table
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections import tool_sections
from coprod_content.editions.sections.agenda import Timed, timed, tool_line
from coprod_content.editions.sections.common import (
    checklist,
    contents,
    credits_section,
    in_a_row,
    lead,
    named,
    points,
    texts,
    theme_label,
    told_apart,
)
from coprod_content.editions.sections.event import led, organisation, team_facts
from coprod_content.editions.sections.pictures import mosaic, of_theme, themes_of
from coprod_content.editions.sections.workshop_sections import (
    before_section,
    diagram_section,
    words_section,
    workshop_facts,
)
from coprod_content.editions.selection import only
from coprod_content.text.spans import Span, Text, strong, text_of, verbatim


def document(library: Library, ids: tuple[str, ...]) -> Document:
    """The guide to a workshop, to several one after the other."""
    workshops = only(library, ids, Workshop, "workshops")
    title = " and ".join(workshop.title for workshop in workshops)
    body = (section for workshop in workshops for section in _workshop(workshop, library))
    return Document(
        title=named(title, "facilitator guide"),
        subtitle="Facilitator guide",
        language=library.about.language,
        author=organisation(workshops),
        keywords=("co-production", "quality improvement", "facilitation"),
        sections=(_cover(workshops, title, library), contents(), *body, credits_section(library)),
    )


def _cover(workshops: tuple[Workshop, ...], title: str, library: Library) -> Section:
    blocks: tuple[Block, ...] = tuple(lead(workshop.summary) for workshop in workshops)
    return Section(
        title=title,
        role="cover",
        label="Facilitator guide",
        picture=mosaic(themes_of(tuple(id_ for workshop in workshops for id_ in workshop.themes), library), 6, 2),
        blocks=(
            *blocks,
            *(workshop_facts(workshop, library) for workshop in workshops),
            Paragraph(text_of(library.about.statement)),
        ),
        items=tuple(workshop.id for workshop in workshops),
    )


def _workshop(workshop: Workshop, library: Library) -> Iterator[Section]:
    yield Section(
        title="What this session is for",
        blocks=(
            Paragraph(strong("By the end, people will:")),
            points(workshop.outcomes),
            *team_facts(workshop),
            Callout("evidence", "How to read this guide", (text_of(library.about.basis),)),
        ),
        items=(workshop.id,),
    )
    yield before_section(workshop, library)
    yield Section(title="Run sheet", blocks=(_run_sheet(workshop, library),), items=(workshop.id,))
    items = told_apart(tuple(_slot(item, library) for item in timed(workshop, library)))
    yield Section(title="The session, item by item", sections=items)
    yield Section(title="Afterwards", blocks=(checklist(workshop.next_steps),), items=(workshop.id,))
    cards = _cards(workshop, library)
    if cards:
        yield cards
    if workshop.terms:
        yield words_section(workshop, library)


def _run_sheet(workshop: Workshop, library: Library) -> Table:
    rows = tuple(
        (strong(item.starts), verbatim(item.title), verbatim(str(item.slot.minutes)), _gist(item, library))
        for item in timed(workshop, library)
    )
    header = tuple(verbatim(words) for words in ("Time", "What", "Minutes", "In short"))
    return Table("Times, items and minutes", header, rows, (2, 5, 2, 7))


def _gist(item: Timed, library: Library) -> Text:
    match item.slot:
        case ToolSlot(tool=id_, focus=focus):
            return text_of(focus or library.tools[id_].purpose)
        case PostcardSlot(postcards=cards):
            return verbatim(f"{len(cards)} postcards, in threes")
        case TalkSlot(points=said):
            return text_of(said[0])
        case FilmSlot(film=id_):
            return text_of(library.films[id_].summary)
        case BreakSlot():
            return verbatim(f"Start again at {item.ends}")
        case ClosingSlot(question=question):
            return verbatim(question)
        case _ as unreachable:
            assert_never(unreachable)


def _slot(item: Timed, library: Library) -> Section:
    label = f"{item.starts} to {item.ends}, {minutes_in_words(item.slot.minutes)}{led(item.slot)}"
    match item.slot:
        case ToolSlot():
            tool = tool_sections.as_opened(item.slot, library)
            parts = (label, tool_line(item.slot, library), theme_label(library.themes[tool.theme]))
            return tool_sections.guide(tool, library, label=in_a_row(parts), slot=item.slot)
        case PostcardSlot():
            return Section(title=item.title, label=label, blocks=(*_say(item.slot.say), *_numbered(item.slot.how)))
        case TalkSlot():
            return _talk(item, item.slot, label, library)
        case FilmSlot(film=id_):
            return _film(library.films[id_], label)
        case BreakSlot():
            until = f"{item.title} until {item.ends}"
            return Section(title=until, label=label, blocks=(Paragraph(_gist(item, library)),))
        case ClosingSlot():
            asked = Paragraph((Span("Ask: ", strong=True), Span(item.slot.question)))
            return Section(
                title=item.title, label=label, blocks=(points(item.slot.points), asked, *_say(item.slot.say))
            )
        case _ as unreachable:
            assert_never(unreachable)


def _numbered(prose: tuple[str, ...]) -> tuple[Block, ...]:
    return (Bullets(texts(prose), "number"),)


def _say(say: str | None) -> tuple[Block, ...]:
    return (Callout("say", "Say", (text_of(say),)),) if say else ()


def _talk(item: Timed, slot: TalkSlot, label: str, library: Library) -> Section:
    evidence = (Callout("evidence", "What is known", (text_of(slot.evidence),)),) if slot.evidence else ()
    tips = (Callout("advice", "How to do it", texts(slot.notes)),) if slot.notes else ()
    below = (diagram_section(library.diagrams[slot.diagram]),) if slot.diagram else ()
    return Section(
        title=item.title,
        label=label,
        blocks=(points(slot.points), *_say(slot.say), *tips, *evidence),
        sections=below,
    )


def _film(film: Film, label: str) -> Section:
    rows = tuple(
        (verbatim(str(scene.seconds)), verbatim(scene.on_screen), text_of(scene.narration)) for scene in film.scenes
    )
    header = tuple(verbatim(words) for words in ("Seconds", "On the screen", "Said"))
    return Section(
        title=film.title,
        label=label,
        blocks=(
            Paragraph(text_of(film.summary)),
            Callout("advice", "Before watching", texts(film.before)),
            Table(f"Scenes of {film.title}", header, rows, (1, 2, 4)),
            Callout("advice", "After watching", texts(film.after)),
        ),
        items=(film.id,),
    )


def _cards(workshop: Workshop, library: Library) -> Section | None:
    slots = (slot for slot in workshop.agenda if isinstance(slot, PostcardSlot))
    cards = [library.postcards[id_] for slot in slots for id_ in slot.postcards]
    if not cards:
        return None
    themes = [theme for theme in library.themes.values() if any(card.theme == theme.id for card in cards)]
    return Section(
        title="The questions on the postcards",
        sections=tuple(_questions(theme, [c for c in cards if c.theme == theme.id]) for theme in themes),
    )


def _questions(theme: Theme, cards: list[Postcard]) -> Section:
    questions = Bullets(tuple(verbatim(card.question) for card in cards))
    items = tuple(card.id for card in cards)
    return of_theme(Section(title=theme.title, label=f"Theme {theme.number}", blocks=(questions,), items=items), theme)
