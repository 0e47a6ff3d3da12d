"""Write a slide's notes as plain paragraphs and lists."""

from collections.abc import Iterator
from typing import assert_never

from coprod_content.document import blocks
from coprod_content.document.paper_blocks import paper_blocks
from coprod_content.text.spans import Span, Text, strong, verbatim
from coprod_office import HEAD
from coprod_slides.drawingml import MASTER_COLOURS, NAMESPACES, NO_GROUP
from coprod_slides.slide.paragraphs import note_paragraph, numbered_bullet
from coprod_slides.slide.part_context import PartContext
from coprod_slides.template.masters import notes_shapes

_BETWEEN_CELLS = verbatim(" | ")


def notes_slide(notes: tuple[blocks.Block, ...], context: PartContext) -> bytes:
    """Return the XML of a slide's notes part."""
    written = "".join(line for block in paper_blocks(notes) for line in _paragraphs(block, context))
    empty = f"<a:p><a:endParaRPr lang={context.language}/></a:p>"
    shapes = notes_shapes(f"<a:bodyPr/><a:lstStyle/>{written or empty}")
    return (
        f"{HEAD}<p:notes {NAMESPACES}><p:cSld><p:spTree>{NO_GROUP}{shapes}</p:spTree></p:cSld>{MASTER_COLOURS}"
        "</p:notes>"
    ).encode()


def _paragraphs(block: blocks.PaperBlock, context: PartContext) -> Iterator[str]:
    bullet = _bullet(block) if isinstance(block, blocks.Bullets) else ""
    for text in _texts(block):
        yield note_paragraph(text, context, bullet)


def _texts(block: blocks.PaperBlock) -> Iterator[Text]:
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
        case blocks.Figure(_, alt, caption) | blocks.Photograph(_, alt, caption):
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
    if block.style == "number":
        return numbered_bullet(block.start)
    mark = "□" if block.style == "check" else "•"
    return f'<a:buFont typeface="+mj-lt"/><a:buChar char="{mark}"/>'


def _joined(cells: tuple[Text, ...]) -> Text:
    return tuple(span for at, cell in enumerate(cells) for span in ((*_BETWEEN_CELLS, *cell) if at else cell))
