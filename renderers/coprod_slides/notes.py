"""The notes of a slide: blocks as plain paragraphs and real lists, for whoever presents."""

from collections.abc import Iterator
from typing import assert_never

from coprod_content.document import (
    Block,
    Bullets,
    Callout,
    Facts,
    Figure,
    Paragraph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.text import Span, Text, strong, verbatim
from coprod_office import escaped
from coprod_slides.master import NOTES_PICTURE, NOTES_TEXT
from coprod_slides.pen import Pen
from coprod_slides.runs import note_paragraph
from coprod_slides.xml import HEAD, MASTER_COLOURS, NAMESPACES, NO_GROUP, transform


def notes_slide(blocks: tuple[Block, ...], pen: Pen) -> bytes:
    """The part of the notes of a slide."""
    written = "".join(line for block in blocks for line in _paragraphs(block, pen))
    empty = f"<a:p><a:endParaRPr lang={pen.language}/></a:p>"
    return (
        f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{NO_GROUP}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(NOTES_PICTURE)}</p:spPr></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(NOTES_TEXT)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{written or empty}</p:txBody></p:sp>"
        f"</p:spTree></p:cSld>{MASTER_COLOURS}</p:notes>"
    ).encode()
