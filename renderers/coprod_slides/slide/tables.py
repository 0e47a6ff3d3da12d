"""A Table as a native table with a header row."""

from coprod_content.document.blocks import Table
from coprod_content.text.spans import Text
from coprod_office import attribute
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import emu, transform
from coprod_slides.fitting.slide_frame import SlideFrame, bold
from coprod_slides.package_parts import TABLE_STYLE
from coprod_slides.slide.paragraphs import ParagraphFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.theme_colours import INK, PAPER, ThemeColour

_RULE = 0.5
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table(block: Table, box: SlideBox, frame: SlideFrame, context: PartContext) -> str:
    """A graphic frame that holds a table; its caption is the text that stands for it."""
    id_ = context.fresh()
    widths = frame.column_widths(block)
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in widths)
    strong, height = tuple(bold(cell) for cell in block.header), frame.row_height(block, block.header, widths)
    header = _row(strong, height, frame, context, PAPER)
    rows = "".join(_row(row, frame.row_height(block, row, widths), frame, context, INK) for row in block.rows)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id_}" name="Table {id_}" descr={attribute(block.caption)}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{transform(box, tag="p")}<a:graphic><a:graphicData uri="{_URI}"><a:tbl><a:tblPr firstRow="1" bandRow="1">'
        f"<a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{header}{rows}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(cells: tuple[Text, ...], height: float, frame: SlideFrame, context: PartContext, colour: ThemeColour) -> str:
    fill = context.accent.fill if colour is PAPER else ""
    pad = emu(frame.pad)
    below = f'<a:lnB w="{emu(_RULE)}">{context.edge.fill}</a:lnB>' if context.edge else ""
    line = ParagraphFormat(type=frame.table, colour=colour if colour is PAPER else None)
    written = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(cell, line, context)}</a:txBody>"
        f'<a:tcPr marL="{pad}" marR="{pad}" marT="{pad}" marB="{pad}">{below}{fill}</a:tcPr></a:tc>'
        for cell in cells
    )
    return f'<a:tr h="{emu(height)}">{written}</a:tr>'
