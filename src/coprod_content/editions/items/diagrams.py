"""Diagrams as slides, and as handouts to write on."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Diagram
from coprod_content.content.phrases import ways_to_answer
from coprod_content.document.blocks import Bullets, Callout, Fact, Facts, Paragraph, Signpost, Writing
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.credits import credits_section
from coprod_content.editions.sections.diagram_sections import diagram_figure, diagram_section, part_meanings
from coprod_content.editions.sections.prose_blocks import paragraphs
from coprod_content.editions.sections.titles import document_title, unique_titles
from coprod_content.editions.selection import selected_items
from coprod_content.text.spans import text_of

MEANINGS, QUESTIONS, ORIGIN = "What each part means", "Questions to ask about it", "Where it comes from"
_LINES = 3


def diagram_deck(library: Library, ids: tuple[str, ...]) -> Document:
    """Return slides for one or more diagrams, in the given order."""
    diagrams = selected_items(library, ids, Diagram)
    slides = (slide for diagram in diagrams for slide in _slides(diagram, alone=len(diagrams) == 1))
    sections = (*unique_titles(slides), credits_section(library, diagrams[-1].title))
    return _document(diagrams, "slides", library, sections)


def diagram_handout(library: Library, ids: tuple[str, ...]) -> Document:
    """Return diagram handouts, with explanations and lines to write on."""
    diagrams = selected_items(library, ids, Diagram)
    return _document(diagrams, "handout", library, (*map(_handout, diagrams), credits_section(library)))


def _document(diagrams: tuple[Diagram, ...], what: str, library: Library, sections: tuple[Section, ...]) -> Document:
    return Document(
        title=document_title(diagrams[0].title if len(diagrams) == 1 else "Diagrams", what),
        subtitle=f"Diagram {what}",
        language=library.about.language,
        sections=sections,
    )


def diagram_slide(diagram: Diagram) -> Section:
    """Return a slide that shows a diagram's drawing."""
    return Section(
        title=diagram.title,
        role="figure",
        blocks=(diagram_figure(diagram),),
        notes=(
            Paragraph(text_of(diagram.purpose)),
            Callout("advice", MEANINGS, part_meanings(diagram)),
            Bullets(diagram.questions),
        ),
        items=(diagram.id,),
    )


def _slides(diagram: Diagram, *, alone: bool) -> Iterator[Section]:
    """Yield slides for a diagram's drawing, parts, questions and origin.

    If the deck shows other diagrams too, `alone` is false, and the titles of the slides about the parts and the origin
    include the diagram's title.
    """
    meaning, source = (words if alone else document_title(diagram.title, words.lower()) for words in (MEANINGS, ORIGIN))
    meanings = tuple(Fact(part.name, text_of(part.text)) for part in diagram.parts)
    label, answer = diagram.title if alone else "", (Paragraph(ways_to_answer(online=False)),)
    slides = (
        diagram_slide(diagram),
        Section(title=meaning, role="glance", label=label, blocks=(Facts(f"{MEANINGS}: {diagram.title}", meanings),)),
        *(Section(title=each, role="question", label=diagram.title, blocks=answer) for each in diagram.questions),
        evolve(origin_section(diagram), title=source, label=label),
    )
    yield from (evolve(slide, group=diagram.title, items=(diagram.id,)) for slide in slides)


def _handout(diagram: Diagram) -> Section:
    questions = tuple(Writing(question, _LINES) for question in diagram.questions)
    return evolve(
        diagram_section(diagram, with_origin=False),
        role="handout",
        label="Diagram",
        sections=(Section(title=QUESTIONS, blocks=questions), origin_section(diagram)),
    )


def origin_section(diagram: Diagram) -> Section:
    """Return a section with a diagram's credit, licence and link."""
    origin = diagram.origin
    link = (Signpost(f"Where “{diagram.title}” comes from", origin.url),) if origin.url else ()
    return Section(title=ORIGIN, blocks=(*paragraphs((origin.credit, origin.licence)), *link))
