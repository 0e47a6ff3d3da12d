"""The imprint: the fine print at the foot of a card, broken between its parts if it can be."""

from attrs import evolve

from coprod_cards.layout.card_frames import CardFrame
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_cards.layout.text_runs import TextRun, TextSetter
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

BETWEEN = " · "
_FIXED_SPACE = "\u00a0"


def imprint_parts(imprint: str, frame: CardFrame, blank: CardGeometry, type_: TextStyle) -> tuple[str, ...]:
    """The parts of an imprint, each to be kept on one line; one part, if that takes too many lines; none, if even so
    there is no room for it at the foot.
    """
    room = blank.foot - blank.bottom
    parts = tuple(part for part in imprint.split(BETWEEN) if part.strip())
    together = verbatim(BETWEEN.join(part.replace(" ", _FIXED_SPACE) for part in parts))
    whole = all(frame.metrics.width(part, type_) <= frame.width for part in parts)
    if whole and frame.text_height(together, frame.width, type_) <= room:
        return parts
    return (imprint,) if frame.text_height(verbatim(imprint), frame.width, type_) <= room else ()


def with_imprint(document: Document, parts: tuple[str, ...]) -> Document:
    """The document, with an imprint that has no room at the foot of a card on a card of its own."""
    if parts or not document.imprint.strip():
        return document
    last = Section(title=document.title, role="credits", blocks=(Paragraph(verbatim(document.imprint)),))
    return evolve(document, sections=(*document.sections, last))


def imprint_runs(
    parts: tuple[str, ...], words: TextSetter, width: float, type_: TextStyle
) -> tuple[tuple[TextRun, ...], ...]:
    """The runs of each part."""
    return tuple(words.runs(verbatim(part), width, type_) for part in parts)
