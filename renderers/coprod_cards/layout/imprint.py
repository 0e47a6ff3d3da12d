"""The imprint at the bottom of a card."""

from attrs import evolve

from coprod_cards.layout.card_frame import CardFrame
from coprod_cards.layout.card_geometry import CardGeometry
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import verbatim

BETWEEN = " · "
_NO_BREAK_SPACE = "\u00a0"


def imprint_parts(imprint: str, frame: CardFrame, geometry: CardGeometry, style: TextStyle) -> tuple[str, ...]:
    """Return an imprint's parts, each to be kept on one line.

    Returns the whole imprint as one part if the parts would not fit that way, or an empty tuple if the imprint does not
    fit at the bottom of the card at all.
    """
    room = geometry.foot - geometry.bottom
    parts = tuple(part for part in imprint.split(BETWEEN) if part.strip())
    unbroken = verbatim(BETWEEN.join(part.replace(" ", _NO_BREAK_SPACE) for part in parts))
    each_fits = all(frame.metrics.width(part, style) <= frame.width for part in parts)
    if each_fits and frame.text_height(unbroken, frame.width, style) <= room:
        return parts
    return (imprint,) if frame.text_height(verbatim(imprint), frame.width, style) <= room else ()


def with_imprint_card(document: Document, frame: CardFrame, geometry: CardGeometry, style: TextStyle) -> Document:
    """Add an imprint card if the imprint cannot fit below the text."""
    if not document.imprint.strip() or imprint_parts(document.imprint, frame, geometry, style):
        return document
    card = Section(title=document.title, role="credits", blocks=(Paragraph(verbatim(document.imprint)),))
    return evolve(document, sections=(*document.sections, card))
