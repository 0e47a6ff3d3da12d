"""Run sheets: readable at arm's length, with narrow margins, usually in landscape."""

from math import inf

from attrs import evolve, frozen

from coprod_content.document.blocks import Block, Bullets, Paragraph, Table
from coprod_content.text.spans import Text
from coprod_guide.body.blocks import blocks_xml
from coprod_guide.body.runs import runs
from coprod_guide.body.tables import column_widths, ruled_table, table_row
from coprod_guide.page_setup import PageSetup
from coprod_guide.styles.formatting import MM_PER_TWIP, ParagraphFormat, RunFormat, single_line
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run


@frozen
class _Spacing:
    """The space around lines of a run sheet, in points.

    If `large_times` is true, times are in larger type. `widest` is a factor for the width of a table's widest column.
    """

    caption: float = 5
    cell: float = 2.5
    line: float = 4
    below_table: float = 8
    large_times: bool = True
    widest: float = 1.0


_USUAL = _Spacing()
_TIGHTER = (
    _Spacing(caption=2, cell=1, line=2, below_table=4, widest=1.5),
    _Spacing(caption=2, cell=2, line=2, below_table=4, large_times=False, widest=1.5),
    _Spacing(caption=0, cell=0.5, line=0, below_table=2, large_times=False, widest=1.5),
    _Spacing(caption=0, cell=0, line=0, below_table=2, large_times=False, widest=2.5),
)
"""Spacings to try, in this order, if a run sheet takes more than a page of a template."""
_SAFE_SHARE, _POSSIBLE_SHARE = 0.96, 1.08
"""Estimated shares of a page: up to the first, a run sheet certainly fits, and up to the second, it may fit."""
_ENTRY = ParagraphFormat(before=2)


def set_run_sheet_page(page: PageSetup, *, upright: bool, ours: bool) -> None:
    """Set the margins and orientation of a run sheet's page.

    The page is portrait if `upright` is true, and otherwise landscape. If `ours` is false, the page stays as it is,
    because a template's header and footer are made for the template's page.
    """
    if ours:
        page.set_orientation(upright=upright)
        page.set_margins(left=12, right=12, top=9, bottom=14, header=7, footer=7)


def run_sheet_xml(blocks: tuple[Block, ...], writer: WordWriter, head: str = "") -> str:
    """Return the XML of a run sheet's blocks.

    If the blocks include a table, they are tightly spaced. Otherwise, they are spaced as in other guides. On a
    template's page, a run sheet with a table that takes more than one page is spaced even more tightly, if it might
    then fit on one. `head` is the XML above the blocks on the same page.
    """
    if not any(isinstance(block, Table) for block in blocks):
        return blocks_xml(blocks, writer)
    usual = _spaced(blocks, writer, _USUAL)
    if not writer.styles.foreign:
        return usual
    width, best, least = writer.page.text_width * MM_PER_TWIP, usual, inf
    for xml in (usual, *(_spaced(blocks, writer, spacing) for spacing in _TIGHTER)):
        height = writer.heights.of_xml(head + xml, width) / writer.page.text_height
        if height <= _SAFE_SHARE:
            return xml
        best, least = (xml, height) if height < least else (best, least)
    return best if least <= _POSSIBLE_SHARE else usual


def _spaced(blocks: tuple[Block, ...], writer: WordWriter, spacing: _Spacing) -> str:
    pairs = zip((None, *blocks), blocks, strict=False)
    return "".join(_block(block, before, writer, spacing) for before, block in pairs)


def _block(block: Block, before: Block | None, writer: WordWriter, spacing: _Spacing) -> str:
    match block:
        case Table():
            return _table(block, writer, spacing)
        case Paragraph(text):
            above = spacing.below_table if isinstance(before, Table) else spacing.line
            direct = ParagraphFormat(before=above, after=0)
            return writer.paragraph(WordStyle.TABLE_TEXT, runs(text, writer), _single(direct, writer))
        case Bullets(items, "bullet"):
            entry = _single(_ENTRY, writer)
            return "".join(writer.paragraph(WordStyle.BULLET, runs(item, writer), entry) for item in items)
        case _:
            return blocks_xml((block,), writer)


def _table(table: Table, writer: WordWriter, spacing: _Spacing) -> str:
    most = max(table.widths)
    wanted = tuple(round(width * spacing.widest) if width == most else width for width in table.widths)
    shared = evolve(table, widths=wanted)
    widths = column_widths(shared, writer) if writer.styles.foreign else _shared_widths(table, writer)
    cell = _single(ParagraphFormat(before=spacing.cell, after=spacing.cell), writer)
    rows = (_row(cells, widths, cell, writer, large_times=spacing.large_times) for cells in table.rows)
    caption = ParagraphFormat(keep_next=True, before=spacing.caption, after=spacing.caption)
    return ruled_table(table, rows, widths, writer, direct=(_single(caption, writer), cell))


def _shared_widths(table: Table, writer: WordWriter) -> tuple[int, ...]:
    first = [width * writer.page.text_width // sum(table.widths) for width in table.widths[:-1]]
    return (*first, writer.page.text_width - sum(first))


def _row(
    cells: tuple[Text, ...], widths: tuple[int, ...], direct: ParagraphFormat, writer: WordWriter, *, large_times: bool
) -> str:
    first, *others = cells
    time = _time(first, writer) if large_times else runs(first, writer)
    texts = (time, *(runs(cell, writer) for cell in others))
    paragraphs = tuple(writer.paragraph(WordStyle.TABLE_TEXT, text, direct) for text in texts)
    is_shaded = all(span.strong for cell in others for span in cell)
    fill = writer.direct_colour("tint") if is_shaded else None
    return table_row(paragraphs, widths, centred=True, fill=fill, line=writer.direct_colour("muted"))


def _single(format_: ParagraphFormat, writer: WordWriter) -> ParagraphFormat:
    return evolve(format_, line=single_line(writer.brand))


def _time(text: Text, writer: WordWriter) -> str:
    """Return a time as runs, with any bold text large and coloured."""
    large = RunFormat(bold=True, colour=writer.accent("brand"), size=writer.brand.guide.heading_2).xml
    return "".join(run(span.text, large if span.strong else "") for span in text)
