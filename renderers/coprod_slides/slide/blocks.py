"""Write tables, figures, pictures and lines to write on."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.document import blocks
from coprod_content.text.spans import Text
from coprod_office import attribute
from coprod_slides.box import SlideBox
from coprod_slides.deck import TABLE_STYLE
from coprod_slides.drawingml import emu, transform
from coprod_slides.fitting.block_texts import bold
from coprod_slides.fitting.slide_frame import SlideFrame
from coprod_slides.slide.figures import figure
from coprod_slides.slide.paragraphs import TABLE_LEVEL, SlideTextFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.slide.shapes import decoration, photograph, rule

_TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def drawn_shapes(block: blocks.Block, box: SlideBox, frame: SlideFrame, context: PartContext) -> Iterator[str]:
    """Yield the shapes for a block's table, figure, picture or lines.

    `box` is the space available for the shapes.
    """
    match block:
        case blocks.Table():
            yield _table(block, box, frame, context)
        case blocks.Figure(drawing, alt, _):
            if context.panel:
                shown = box.fitted(drawing.width, drawing.height).grown(frame.pad)
                yield decoration("rect", shown, context.colours.of("paper"), context)
            yield figure(drawing, alt, box, context)
        case blocks.Photograph():
            yield photograph(block, box, context)
        case blocks.Illustrated(picture, _):
            top = box.y + (box.height - frame.picture) / 2
            yield figure(picture, "", SlideBox(box.x, top, frame.picture, frame.picture), context)
        case blocks.Writing(_, lines):
            for number in range(1, lines + 1):
                yield rule(box.rows(box.y + number * frame.ruled, 0), context.colours.of("muted"), context)
        case _:
            return


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
    pad = emu(frame.pad)
    inherited = evolve(TABLE_LEVEL, line=frame.table.line / context.line_height * 100)
    format_ = SlideTextFormat(style=frame.table, inherited=inherited)
    written = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(bold(cell) if is_header else cell, format_, context)}"
        f'</a:txBody><a:tcPr marL="{pad}" marR="{pad}" marT="{pad}" marB="{pad}" anchor="t"/></a:tc>'
        for cell in cells
    )
    return f'<a:tr h="{emu(height)}">{written}</a:tr>'
