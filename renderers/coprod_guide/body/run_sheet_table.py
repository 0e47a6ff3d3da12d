"""The table of a run sheet: clock times that are read at arm's length, pauses and the end on a ground of their own."""

from coprod_content.document.blocks import Block, Bullets, Paragraph, Table
from coprod_content.text.spans import Text, verbatim
from coprod_guide.body.blocks import blocks_xml
from coprod_guide.body.runs import runs
from coprod_guide.body.tables import framed, row, size
from coprod_guide.styles.formatting import ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run

_CAPTION = ParagraphFormat(keep_next=True, before=5, after=5, line=1)
_CELL = ParagraphFormat(before=2.5, after=2.5, line=1)
_LINE = ParagraphFormat(before=4, after=0, line=1)
_BELOW_TABLE = ParagraphFormat(before=8, after=0, line=1)
_ENTRY = ParagraphFormat(before=2, line=1)


def run_sheet_xml(blocks: tuple[Block, ...], story: WordWriter) -> str:
    """The blocks of a run sheet, one close under the other; without its table as any others."""
    if not any(isinstance(block, Table) for block in blocks):
        return blocks_xml(blocks, story)
    return "".join(_block(block, before, story) for before, block in zip((None, *blocks), blocks, strict=False))


def _block(block: Block, before: Block | None, story: WordWriter) -> str:
    match block:
        case Table():
            return _table(block, story)
        case Paragraph(text):
            direct = _BELOW_TABLE if isinstance(before, Table) else _LINE
            return story.paragraph(WordStyle.TABLE_TEXT, runs(text, story), direct)
        case Bullets(items, "bullet"):
            return "".join(story.paragraph(WordStyle.BULLET, runs(item, story), _ENTRY) for item in items)
        case _:
            return blocks_xml((block,), story)


def _table(table: Table, story: WordWriter) -> str:
    widths = _widths(table, story)
    titles = tuple(story.paragraph(WordStyle.TABLE_HEADING, runs(cell, story), _CELL) for cell in table.header)
    rows = [row(titles, widths, header=True), *(_row(cells, widths, story) for cells in table.rows)]
    caption = story.paragraph(WordStyle.CAPTION, runs(verbatim(table.caption), story), _CAPTION)
    return caption + framed(WordStyle.TABLE, table.caption, size(table.rows, widths), widths, "".join(rows), story)


def _widths(table: Table, story: WordWriter) -> tuple[int, ...]:
    """The widths of the columns in twips, in the shares that are given."""
    first = [width * story.width // sum(table.widths) for width in table.widths[:-1]]
    return (*first, story.width - sum(first))


def _row(cells: tuple[Text, ...], widths: tuple[int, ...], story: WordWriter) -> str:
    first, *others = cells
    stands_out = all(span.strong for cell in others for span in cell)
    texts = (_time(first, story), *(runs(cell, story) for cell in others))
    made = tuple(story.paragraph(WordStyle.TABLE_TEXT, text, _CELL) for text in texts)
    ground = story.direct("tint") if stands_out else None
    return row(made, widths, middle=True, ground=ground, line=story.direct("muted"))


def _time(text: Text, story: WordWriter) -> str:
    """A time of day: what is strong in it is as large as a heading."""
    large = RunFormat(bold=True, colour=story.accent("brand"), size=story.brand.guide.heading_2).xml
    return "".join(run(span.text, large if span.strong else "") for span in text)
