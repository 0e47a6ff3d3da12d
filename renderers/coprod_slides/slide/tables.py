"""Write a Table as a native table with a header row."""

from coprod_content.document.blocks import Table
from coprod_content.text.spans import Text
from coprod_office import attribute
from coprod_slides.box import SlideBox
from coprod_slides.drawingml import emu, transform
from coprod_slides.fitting.slide_frame import SlideFrame, bold
from coprod_slides.fixed_parts import TABLE_STYLE
from coprod_slides.slide.paragraphs import SlideTextFormat, paragraph
from coprod_slides.slide.part_context import PartContext
from coprod_slides.theme_colours import PAPER

_RULE = 0.5
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table(block: Table, box: SlideBox, frame: SlideFrame, context: PartContext) -> str:
    """Return a table, with its caption as alternative text."""
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
        f'{transform(box, prefix="p")}<a:graphic><a:graphicData uri="{_URI}"><a:tbl>'
        f'<a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(cells: tuple[Text, ...], height: float, frame: SlideFrame, context: PartContext, *, is_header: bool) -> str:
    fill = context.accent.fill if is_header else ""
    pad = emu(frame.pad)
    rule = f'<a:lnB w="{emu(_RULE)}">{context.edge.fill}</a:lnB>' if context.edge else ""
    format_ = SlideTextFormat(style=frame.table, colour=PAPER if is_header else None)
    written = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraph(bold(cell) if is_header else cell, format_, context)}"
        f'</a:txBody><a:tcPr marL="{pad}" marR="{pad}" marT="{pad}" marB="{pad}">{rule}{fill}</a:tcPr></a:tc>'
        for cell in cells
    )
    return f'<a:tr h="{emu(height)}">{written}</a:tr>'
