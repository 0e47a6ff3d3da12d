"""The notes of a slide: blocks as plain paragraphs and real lists, for whoever presents."""

from collections.abc import Iterator
from typing import assert_never

from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.text.spans import Span, Text, strong, verbatim
from coprod_slides.drawingml import HEAD, MASTER_COLOURS, NAMESPACES, NO_GROUP, transform
from coprod_slides.slide.paragraphs import note, started
from coprod_slides.slide.part_context import PartContext
from coprod_slides.template.slide_master import NOTES_PICTURE, NOTES_TEXT

_BETWEEN_CELLS = " | "


def notes_slide(blocks: tuple[Block, ...], context: PartContext) -> bytes:
    """The part of the notes of a slide."""
    written = "".join(line for block in blocks for line in _paragraphs(block, context))
    empty = f"<a:p><a:endParaRPr lang={context.language}/></a:p>"
    return (
        f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{NO_GROUP}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(NOTES_PICTURE)}</p:spPr></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="body" sz="quarter" idx="1"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(NOTES_TEXT)}</p:spPr>"
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{written or empty}</p:txBody></p:sp>"
        f"</p:spTree></p:cSld>{MASTER_COLOURS}</p:notes>"
    ).encode()


def _paragraphs(block: Block, context: PartContext) -> Iterator[str]:
    match block:
        case Paragraph(text=text) | Illustrated(text=text):
            yield note(text, context)
        case Bullets(items):
            yield from (note(item, context, _bullet(block)) for item in items)
        case Facts(caption, items):
            yield note(strong(caption), context)
            yield from (note((*verbatim(f"{fact.label}: "), *fact.value), context) for fact in items)
        case Table(caption, header, rows):
            yield note(strong(caption), context)
            yield from (note(_joined(cells, _BETWEEN_CELLS), context) for cells in (header, *rows))
        case Callout(_, title, paragraphs):
            yield note(strong(title), context)
            yield from (note(text, context) for text in paragraphs)
        case Figure(_, alt, caption):
            yield note(verbatim(alt), context)
            if caption:
                yield note(caption, context)
        case Writing(prompt):
            yield note(prompt, context)
        case Signpost(label, url):
            yield note((Span(label, url=url), Span(f" {url}")), context)
        case _ as unreachable:
            assert_never(unreachable)


def _bullet(block: Bullets) -> str:
    match block.style:
        case "number":
            return f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="{started(block.start)}"/>'
        case "check":
            return '<a:buFont typeface="+mj-lt"/><a:buChar char="□"/>'
        case "bullet":
            return '<a:buFont typeface="+mj-lt"/><a:buChar char="•"/>'
        case _ as unreachable:
            assert_never(unreachable)


def _joined(texts: tuple[Text, ...], between: str) -> Text:
    return tuple(span for at, text in enumerate(texts) for span in ((*verbatim(between), *text) if at else text))
