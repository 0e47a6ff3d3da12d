"""A Table as a native table with a header row."""

from coprod_content.document.blocks import Table
from coprod_content.text.spans import Text
from coprod_office import attribute
from coprod_slides.box import Box
from coprod_slides.colours import INK, PAPER, Colour
from coprod_slides.frame import SlideFrame, bold
from coprod_slides.parts import TABLE_STYLE
from coprod_slides.pen import Pen
from coprod_slides.runs import Line, paragraph
from coprod_slides.xml import emu, transform

_RULE = 0.5
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table(block: Table, box: Box, frame: SlideFrame, pen: Pen) -> str:
    """A graphic frame that holds a table; its caption is the text that stands for it."""
    id_ = pen.fresh()
    widths = frame.column_widths(block)
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
    strong, height = tuple(bold(cell) for cell in block.header), frame.row_height(block, block.header, widths)
    header = _row(strong, height, frame, pen, PAPER)
    rows = "".join(_row(row, frame.row_height(block, row, widths), frame, pen, INK) for row in block.rows)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id_}" name="Table {id_}" descr={attribute(block.caption)}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform(box, tag="p")}<a:graphic><a:graphicData uri="{_URI}"><a:tbl><a:tblPr firstRow="1" bandRow="1">'
        f"<a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{header}{rows}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(cells: tuple[Text, ...], height: float, frame: SlideFrame, pen: Pen, colour: Colour) -> str:
    fill = pen.accent.fill if colour is PAPER else ""
    pad = emu(frame.pad)
    below = f'<a:lnB w="{emu(_RULE)}">{pen.edge.fill}</a:lnB>' if pen.edge else ""
    line = Line(type=frame.table, colour=colour if colour is PAPER else None)
    written = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(cell, line, pen)}</a:txBody>"
        f'<a:tcPr marL="{pad}" marR="{pad}" marT="{pad}" marB="{pad}">{below}{fill}</a:tcPr></a:tc>'
        for cell in cells
    )
    return f'<a:tr h="{emu(height)}">{written}</a:tr>'
