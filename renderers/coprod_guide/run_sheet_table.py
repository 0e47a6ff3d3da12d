"""The table of a run sheet: clock times that are read at arm's length, pauses and the end on a ground of their own."""

from coprod_content.document.blocks import Block, Bullets, Paragraph, Table
from coprod_content.text.spans import Text, verbatim
from coprod_guide.blocks import blocks_xml
from coprod_guide.names import Style
from coprod_guide.runs import runs
from coprod_guide.setting import Chars, Para
from coprod_guide.story import Story
from coprod_guide.tables import framed, row, size
from coprod_guide.xml import run

_CAPTION = Para(keep_next=True, before=5, after=5, line=1)
_CELL = Para(before=2.5, after=2.5, line=1)
_LINE = Para(before=4, after=0, line=1)
_BELOW_TABLE = Para(before=8, after=0, line=1)
_ENTRY = Para(before=2, line=1)


def run_sheet_xml(blocks: tuple[Block, ...], story: Story) -> str:
    """The blocks of a run sheet, one close under the other; without its table as any others."""
    if not any(isinstance(block, Table) for block in blocks):
        return blocks_xml(blocks, story)
    return "".join(_block(block, before, story) for before, block in zip((None, *blocks), blocks, strict=False))


def _block(block: Block, before: Block | None, story: Story) -> str:
    match block:
        case Table():
            return _table(block, story)
        case Paragraph(text):
            direct = _BELOW_TABLE if isinstance(before, Table) else _LINE
            return story.paragraph(Style.TABLE_TEXT, runs(text, story), direct)
        case Bullets(items, "bullet"):
            return "".join(story.paragraph(Style.BULLET, runs(item, story), _ENTRY) for item in items)
        case _:
            return blocks_xml((block,), story)


def _table(table: Table, story: Story) -> str:
    widths = _widths(table, story)
    titles = tuple(story.paragraph(Style.TABLE_HEADING, runs(cell, story), _CELL) for cell in table.header)
    rows = [row(titles, widths, header=True), *(_row(cells, widths, story) for cells in table.rows)]
    caption = story.paragraph(Style.CAPTION, runs(verbatim(table.caption), story), _CAPTION)
    return caption + framed(Style.TABLE, table.caption, size(table.rows, widths), widths, "".join(rows), story)


def _widths(table: Table, story: Story) -> tuple[int, ...]:
    """The widths of the columns in twips, in the shares that are given."""
    first = [width * story.width // sum(table.widths) for width in table.widths[:-1]]
    return (*first, story.width - sum(first))


def _row(cells: tuple[Text, ...], widths: tuple[int, ...], story: Story) -> str:
    first, *others = cells
    stands_out = all(span.strong for cell in others for span in cell)
    texts = (_time(first, story), *(runs(cell, story) for cell in others))
    made = tuple(story.paragraph(Style.TABLE_TEXT, text, _CELL) for text in texts)
    ground = story.direct("tint") if stands_out else None
    return row(made, widths, middle=True, ground=ground, line=story.direct("muted"))


def _time(text: Text, story: Story) -> str:
    """A time of day: what is strong in it is as large as a heading."""
    large = Chars(strong=True, ink=story.accent("brand"), size=story.brand.guide.heading_2).xml
    return "".join(run(span.text, large if span.strong else "") for span in text)
