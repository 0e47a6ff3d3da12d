"""Write a slide's notes as plain paragraphs and lists."""

from collections.abc import Iterator
from typing import assert_never

from coprod_content.document import blocks
from coprod_content.text.spans import Span, Text, strong, verbatim
from coprod_office import HEAD
from coprod_slides.drawingml import MASTER_COLOURS, NAMESPACES, NO_GROUP, transform
from coprod_slides.slide.paragraphs import note_paragraph, numbered_bullet
from coprod_slides.slide.part_context import PartContext
from coprod_slides.template.masters import NOTES_PICTURE, NOTES_TEXT

_BETWEEN_CELLS = verbatim(" | ")


def notes_slide(notes: tuple[blocks.Block, ...], context: PartContext) -> bytes:
    """Return the XML of a slide's notes part."""
    written = "".join(line for block in notes for line in _paragraphs(block, context))
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


def _paragraphs(block: blocks.Block, context: PartContext) -> Iterator[str]:
    bullet = _bullet(block) if isinstance(block, blocks.Bullets) else ""
    for text in _texts(block):
        yield note_paragraph(text, context, bullet)


def _texts(block: blocks.Block) -> Iterator[Text]:
    match block:
        case blocks.Paragraph(text=text) | blocks.Illustrated(text=text):
            yield text
        case blocks.Bullets(items):
            yield from items
        case blocks.Facts(caption, items):
            yield strong(caption)
            yield from ((*verbatim(f"{fact.label}: "), *fact.value) for fact in items)
        case blocks.Table(caption, header, rows):
            yield strong(caption)
            yield from (_joined(cells) for cells in (header, *rows))
        case blocks.Callout(_, title, paragraphs):
            yield strong(title)
            yield from paragraphs
        case blocks.Figure(_, alt, caption):
            yield verbatim(alt)
            if caption:
                yield caption
        case blocks.Writing(prompt):
            yield prompt
        case blocks.Signpost(label, url):
            yield (Span(label, url=url), Span(f" {url}"))
        case _ as unreachable:
            assert_never(unreachable)


def _bullet(block: blocks.Bullets) -> str:
    match block.style:
        case "number":
            return numbered_bullet(block.start)
        case "check":
            return '<a:buFont typeface="+mj-lt"/><a:buChar char="□"/>'
        case "bullet":
            return '<a:buFont typeface="+mj-lt"/><a:buChar char="•"/>'
        case _ as unreachable:
            assert_never(unreachable)


def _joined(cells: tuple[Text, ...]) -> Text:
    return tuple(span for at, cell in enumerate(cells) for span in ((*_BETWEEN_CELLS, *cell) if at else cell))
