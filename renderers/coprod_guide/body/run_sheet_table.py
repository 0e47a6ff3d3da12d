"""The table in a run sheet, readable at arm's length."""

from coprod_content.document.blocks import Block, Bullets, Paragraph, Table
from coprod_content.text.spans import Text, verbatim
from coprod_guide.body.blocks import blocks_xml
from coprod_guide.body.runs import runs
from coprod_guide.body.tables import framed_table, table_row, table_size
from coprod_guide.styles.formatting import ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run

_CAPTION = ParagraphFormat(keep_next=True, before=5, after=5, line=1)
_CELL = ParagraphFormat(before=2.5, after=2.5, line=1)
_LINE = ParagraphFormat(before=4, after=0, line=1)
_BELOW_TABLE = ParagraphFormat(before=8, after=0, line=1)
_ENTRY = ParagraphFormat(before=2, line=1)


def run_sheet_xml(blocks: tuple[Block, ...], writer: WordWriter) -> str:
    """Write a run sheet's blocks, tightly spaced if they include a table."""
    if not any(isinstance(block, Table) for block in blocks):
        return blocks_xml(blocks, writer)
    return "".join(_block(block, before, writer) for before, block in zip((None, *blocks), blocks, strict=False))


def _block(block: Block, before: Block | None, writer: WordWriter) -> str:
    match block:
        case Table():
            return _table(block, writer)
        case Paragraph(text):
            direct = _BELOW_TABLE if isinstance(before, Table) else _LINE
            return writer.paragraph(WordStyle.TABLE_TEXT, runs(text, writer), direct)
        case Bullets(items, "bullet"):
            return "".join(writer.paragraph(WordStyle.BULLET, runs(item, writer), _ENTRY) for item in items)
        case _:
            return blocks_xml((block,), writer)


def _table(table: Table, writer: WordWriter) -> str:
    first = [width * writer.page.text_width // sum(table.widths) for width in table.widths[:-1]]
    widths = (*first, writer.page.text_width - sum(first))
    titles = tuple(writer.paragraph(WordStyle.TABLE_HEADING, runs(cell, writer), _CELL) for cell in table.header)
    rows = [table_row(titles, widths, header=True), *(_row(cells, widths, writer) for cells in table.rows)]
    caption = writer.paragraph(WordStyle.CAPTION, runs(verbatim(table.caption), writer), _CAPTION)
    size = table_size(table.rows, widths)
    return caption + framed_table(WordStyle.TABLE, table.caption, size, widths, "".join(rows), writer)


def _row(cells: tuple[Text, ...], widths: tuple[int, ...], writer: WordWriter) -> str:
    first, *others = cells
    texts = (_time(first, writer), *(runs(cell, writer) for cell in others))
    paragraphs = tuple(writer.paragraph(WordStyle.TABLE_TEXT, text, _CELL) for text in texts)
    is_shaded = all(span.strong for cell in others for span in cell)
    fill = writer.direct_colour("tint") if is_shaded else None
    return table_row(paragraphs, widths, centred=True, fill=fill, line=writer.direct_colour("muted"))


def _time(text: Text, writer: WordWriter) -> str:
    """Write a time of day, with strong text at heading size."""
    large = RunFormat(bold=True, colour=writer.accent("brand"), size=writer.brand.guide.heading_2).xml
    return "".join(run(span.text, large if span.strong else "") for span in text)
