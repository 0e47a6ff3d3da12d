"""Run sheets: readable at arm's length, with narrow margins, usually in landscape."""

from attrs import evolve

from coprod_content.document.blocks import Block, Bullets, Paragraph, Table
from coprod_content.text.spans import Text
from coprod_guide.body.blocks import blocks_xml
from coprod_guide.body.runs import runs
from coprod_guide.body.tables import column_widths, ruled_table, table_row
from coprod_guide.page_setup import PageSetup
from coprod_guide.styles.formatting import ParagraphFormat, RunFormat, single_line
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run

_CAPTION = ParagraphFormat(keep_next=True, before=5, after=5)
_CELL = ParagraphFormat(before=2.5, after=2.5)
_LINE = ParagraphFormat(before=4, after=0)
_BELOW_TABLE = ParagraphFormat(before=8, after=0)
_ENTRY = ParagraphFormat(before=2)


def set_run_sheet_page(page: PageSetup, *, upright: bool, ours: bool) -> None:
    """Set a run sheet page's margins and orientation: portrait if `upright`.

    A template's page stays as it is, because its header and footer are made for it.
    """
    if ours:
        page.set_orientation(upright=upright)
        page.set_margins(left=12, right=12, top=9, bottom=14, header=7, footer=7)


def run_sheet_xml(blocks: tuple[Block, ...], writer: WordWriter) -> str:
    """Return the XML of a run sheet's blocks.

    The blocks are tightly spaced if they include a table. Otherwise, they are spaced as in other guides.
    """
    if not any(isinstance(block, Table) for block in blocks):
        return blocks_xml(blocks, writer)
    return "".join(_block(block, before, writer) for before, block in zip((None, *blocks), blocks, strict=False))


def _block(block: Block, before: Block | None, writer: WordWriter) -> str:
    match block:
        case Table():
            return _table(block, writer)
        case Paragraph(text):
            direct = _BELOW_TABLE if isinstance(before, Table) else _LINE
            return writer.paragraph(WordStyle.TABLE_TEXT, runs(text, writer), _single(direct, writer))
        case Bullets(items, "bullet"):
            entry = _single(_ENTRY, writer)
            return "".join(writer.paragraph(WordStyle.BULLET, runs(item, writer), entry) for item in items)
        case _:
            return blocks_xml((block,), writer)


def _table(table: Table, writer: WordWriter) -> str:
    widths = column_widths(table, writer) if writer.styles.foreign else _shared_widths(table, writer)
    rows = (_row(cells, widths, writer) for cells in table.rows)
    direct = _single(_CAPTION, writer), _single(_CELL, writer)
    return ruled_table(table, rows, widths, writer, direct=direct)


def _shared_widths(table: Table, writer: WordWriter) -> tuple[int, ...]:
    first = [width * writer.page.text_width // sum(table.widths) for width in table.widths[:-1]]
    return (*first, writer.page.text_width - sum(first))


def _row(cells: tuple[Text, ...], widths: tuple[int, ...], writer: WordWriter) -> str:
    first, *others = cells
    texts = (_time(first, writer), *(runs(cell, writer) for cell in others))
    paragraphs = tuple(writer.paragraph(WordStyle.TABLE_TEXT, text, _single(_CELL, writer)) for text in texts)
    is_shaded = all(span.strong for cell in others for span in cell)
    fill = writer.direct_colour("tint") if is_shaded else None
    return table_row(paragraphs, widths, centred=True, fill=fill, line=writer.direct_colour("muted"))


def _single(format_: ParagraphFormat, writer: WordWriter) -> ParagraphFormat:
    return evolve(format_, line=single_line(writer.brand))


def _time(text: Text, writer: WordWriter) -> str:
    """Return a time as runs, with bold text large and brand-coloured."""
    large = RunFormat(bold=True, colour=writer.accent("brand"), size=writer.brand.guide.heading_2).xml
    return "".join(run(span.text, large if span.strong else "") for span in text)
