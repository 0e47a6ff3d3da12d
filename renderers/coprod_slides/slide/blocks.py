"""Write tables, figures, facts and all other blocks except plain text."""

from collections.abc import Iterator
from typing import assert_never

from attrs import frozen

from coprod_content.document import blocks
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.text.spans import Span, Text, verbatim
from coprod_office import attribute
from coprod_slides.box import SlideBox
from coprod_slides.deck import TABLE_STYLE
from coprod_slides.drawingml import emu, transform
from coprod_slides.fitting.slide_frame import SlideFrame, bold, value_of
from coprod_slides.slide.figures import figure
from coprod_slides.slide.paragraphs import SlideTextFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.slide.shapes import decoration, rule, text_box
from coprod_slides.theme_colours import INK, MUTED, PAPER, TINT, ThemeColour

_CALLOUT_EDGE = 2.2
_TABLE_RULE = 0.5
_TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def block_shapes(
    block: blocks.Block, box: SlideBox, frame: SlideFrame, context: PartContext, fill: ThemeColour | None
) -> Iterator[str]:
    """Yield the shapes for a block in reading order.

    Text boxes for captions, ideas, prompts and links are filled with `fill` unless it is None.
    """
    writer = _BlockWriter(frame, context, fill)
    match block:
        case blocks.Facts():
            yield from writer.facts(block, box)
        case blocks.Table():
            yield _table(block, box, frame, context)
        case blocks.Callout():
            yield from writer.callout(block, box)
        case blocks.Figure():
            yield from writer.figure(block, box)
        case blocks.Illustrated():
            yield from writer.illustrated(block, box)
        case blocks.Writing():
            yield from writer.writing(block, box)
        case blocks.Signpost():
            yield writer.signpost(block, box)
        case blocks.Paragraph() | blocks.Bullets():
            raise TypeError("Paragraphs and bullets are written by SlideBody.")
        case _ as unreachable:
            assert_never(unreachable)


@frozen
class _BlockWriter:
    frame: SlideFrame
    context: PartContext
    fill: ThemeColour | None

    def _line(self, text: Text, style: TextStyle, colour: ThemeColour = INK) -> str:
        return paragraph(text, SlideTextFormat(style=style, colour=colour), self.context)

    def facts(self, block: blocks.Facts, box: SlideBox) -> Iterator[str]:
        frame, y, alt = self.frame, box.y, block.caption
        for row, height in zip(frame.tile_rows(block), frame.facts_rows(block), strict=True):
            width = frame.tile_width(len(row))
            for at, fact in enumerate(row):
                label = self._line(verbatim(fact.label), frame.label, self.context.accent)
                text = label + self._line(value_of(fact, len(row)), frame.table)
                tile = SlideBox(box.x + at * (width + frame.gap), y, width, height)
                yield text_box("Fact", tile, text, self.context, fill=TINT, inset=2 * frame.pad, alt=alt)
                alt = ""
            y += height + frame.gap

    def callout(self, block: blocks.Callout, box: SlideBox) -> Iterator[str]:
        title = self._line(verbatim(block.title), self.frame.label, self.context.accent)
        text = "".join((title, *(self._line(each, self.frame.body) for each in block.paragraphs)))
        yield text_box("Callout", box, text, self.context, fill=TINT, inset=2 * self.frame.pad)
        edge = SlideBox(box.x, box.y, _CALLOUT_EDGE, box.height)
        yield decoration("rect", edge, self.context.accent, self.context)

    def figure(self, block: blocks.Figure, box: SlideBox) -> Iterator[str]:
        frame = self.frame
        below = frame.text_height(block.caption, box.width, frame.caption) if block.caption else 0.0
        height = box.height - below - (frame.gap / 2 if block.caption else 0.0)
        yield figure(block.drawing, block.alt, box.rows(box.y, height), self.context)
        if block.caption:
            format_ = SlideTextFormat(style=frame.caption, colour=INK, align="ctr")
            words = paragraph(block.caption, format_, self.context)
            yield text_box("Caption", box.rows(box.bottom - below, below), words, self.context, fill=self.fill)

    def illustrated(self, block: blocks.Illustrated, box: SlideBox) -> Iterator[str]:
        frame, top = self.frame, box.y + (box.height - self.frame.picture) / 2
        yield figure(block.picture, "", SlideBox(box.x, top, frame.picture, frame.picture), self.context)
        beside = SlideBox(box.right - frame.beside_picture, box.y, frame.beside_picture, box.height)
        yield text_box("Idea", beside, self._line(block.text, frame.idea), self.context, fill=self.fill, anchor="ctr")

    def writing(self, block: blocks.Writing, box: SlideBox) -> Iterator[str]:
        height = box.height - block.lines * self.frame.ruled
        prompt = self._line(block.prompt, self.frame.body)
        yield text_box("Prompt", box.rows(box.y, height), prompt, self.context, fill=self.fill)
        for number in range(1, block.lines + 1):
            yield rule(box.rows(box.y + height + number * self.frame.ruled, 0), MUTED, self.context)

    def signpost(self, block: blocks.Signpost, box: SlideBox) -> str:
        label = self._line((Span(block.label, url=block.url),), self.frame.body)
        address = self._line(verbatim(block.url), self.frame.small, MUTED)
        return text_box("Link", box, label + address, self.context, fill=self.fill)


def _table(block: blocks.Table, box: SlideBox, frame: SlideFrame, context: PartContext) -> str:
    id_ = context.new_id()
    widths = frame.column_widths(block)
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
    rows = "".join(
        _row(row, frame.row_height(block, row, widths), frame, context, is_header=at == 0)
        for at, row in enumerate((block.header, *block.rows))
    )
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id_}" name="Table {id_}" descr={attribute(block.caption)}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform(box, prefix="p")}<a:graphic><a:graphicData uri="{_TABLE_URI}"><a:tbl>'
        f'<a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(cells: tuple[Text, ...], height: float, frame: SlideFrame, context: PartContext, *, is_header: bool) -> str:
    fill = context.accent.fill if is_header else ""
    pad = emu(frame.pad)
    rule = f'<a:lnB w="{emu(_TABLE_RULE)}">{context.edge.fill}</a:lnB>' if context.edge else ""
    format_ = SlideTextFormat(style=frame.table, colour=PAPER if is_header else None)
    written = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(bold(cell) if is_header else cell, format_, context)}"
        f'</a:txBody><a:tcPr marL="{pad}" marR="{pad}" marT="{pad}" marB="{pad}">{rule}{fill}</a:tcPr></a:tc>'
        for cell in cells
    )
    return f'<a:tr h="{emu(height)}">{written}</a:tr>'
