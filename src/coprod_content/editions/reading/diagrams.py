"""Diagrams to take along: as slides with the drawing on one of them, and as a handout to write on."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Diagram
from coprod_content.document.blocks import Callout, Fact, Facts, Figure, Paragraph, Writing
from coprod_content.document.document import Document, Section
from coprod_content.editions.sections.common import credits_section, named, numbered_titles, paragraphs, points
from coprod_content.editions.sections.workshop_sections import diagram_section
from coprod_content.editions.selection import only
from coprod_content.text.spans import Span, plain, text_of, verbatim

MEANINGS, QUESTIONS, ORIGIN = "What each part means", "Questions to ask of it", "Where it comes from"
_LINES = 3


def deck(library: Library, ids: tuple[str, ...]) -> Document:
    """The slides of a diagram, of several one after the other."""
    diagrams = only(library, ids, Diagram, "diagrams")
    slides = tuple(slide for diagram in diagrams for slide in _deck(diagram, alone=len(diagrams) == 1))
    document = _document(diagrams, "slides", library)
    return evolve(document, sections=(*numbered_titles(slides), credits_section(library, diagrams[-1].title)))


def handout(library: Library, ids: tuple[str, ...]) -> Document:
    """A diagram on paper with the meaning of its parts and room to answer its questions; several one after another."""
    diagrams = only(library, ids, Diagram, "diagrams")
    document = _document(diagrams, "handout", library)
    return evolve(document, sections=(*(_handout(diagram) for diagram in diagrams), credits_section(library)))


def _document(diagrams: tuple[Diagram, ...], what: str, library: Library) -> Document:
    return Document(
        title=named(diagrams[0].title if len(diagrams) == 1 else "Diagrams", what),
        subtitle=f"Diagram {what}",
        language=library.about.language,
        keywords=("co-production", "quality improvement", "diagram"),
    )


def diagram_slide(diagram: Diagram) -> Section:
    """The drawing on a slide, with the meaning of its parts and its questions in the notes."""
    parts = tuple((Span(f"{part.name}: ", strong=True), *text_of(part.text)) for part in diagram.parts)
    return Section(
        title=diagram.title,
        role="figure",
        blocks=(Figure(diagram.drawing, plain(text_of(diagram.alt))),),
        notes=(
            Paragraph(text_of(diagram.purpose)),
            Callout("advice", MEANINGS, parts),
            points(diagram.questions),
        ),
        items=(diagram.id,),
    )


def _deck(diagram: Diagram, *, alone: bool) -> Iterator[Section]:
    """The drawing, its parts, each question by itself, and where it comes from; titles name it unless it is `alone`."""
    meaning, source = (words if alone else named(diagram.title, words.lower()) for words in (MEANINGS, ORIGIN))
    meanings = Facts(
        f"{MEANINGS}: {diagram.title}", tuple(Fact(part.name, text_of(part.text)) for part in diagram.parts)
    )
    origin = paragraphs((diagram.origin.credit, diagram.origin.licence))
    slides = (
        diagram_slide(diagram),
        Section(title=meaning, role="glance", label=diagram.title if alone else "", blocks=(meanings,)),
        *(Section(title=question, role="question", label=diagram.title) for question in diagram.questions),
        Section(title=source, label=diagram.title if alone else "", blocks=origin),
    )
    yield from (evolve(slide, group=diagram.title, items=(diagram.id,)) for slide in slides)


def _handout(diagram: Diagram) -> Section:
    whole = diagram_section(diagram, with_origin=False)
    asked = tuple(Writing(verbatim(question), _LINES) for question in diagram.questions)
    origin = paragraphs((diagram.origin.credit, diagram.origin.licence))
    return evolve(
        whole,
        role="handout",
        label="Diagram",
        sections=(Section(title=QUESTIONS, blocks=asked), Section(title=ORIGIN, blocks=origin)),
    )
