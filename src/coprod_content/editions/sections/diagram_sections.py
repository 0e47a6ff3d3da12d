"""Sections that show a Diagram and explain its parts."""

from coprod_content.content.model import Diagram
from coprod_content.document.blocks import Bullets, Figure, Paragraph
from coprod_content.document.document import Section
from coprod_content.editions.sections.prose_blocks import labelled
from coprod_content.text.spans import Text, plain, text_of


def diagram_section(diagram: Diagram, *, with_origin: bool = True) -> Section:
    """Return a section with a diagram, its purpose and its parts.

    Each part is listed with its meaning. If `with_origin` is true, the diagram's credit and licence are added below.
    """
    credit = (Paragraph(text_of(f"{diagram.origin.credit} {diagram.origin.licence}"), "small"),)
    return Section(
        title=diagram.title,
        blocks=(
            Paragraph(text_of(diagram.purpose)),
            diagram_figure(diagram),
            Bullets(part_meanings(diagram)),
            *(credit if with_origin else ()),
        ),
        items=(diagram.id,),
    )


def diagram_figure(diagram: Diagram) -> Figure:
    """Return a diagram's drawing with its alternative text."""
    return Figure(diagram.drawing, plain(text_of(diagram.alt)))


def part_meanings(diagram: Diagram) -> tuple[Text, ...]:
    """Return each part's meaning, preceded by its name in bold."""
    return tuple(labelled(part.name, text_of(part.text)) for part in diagram.parts)
