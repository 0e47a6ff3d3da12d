"""Tables of facts, captioned tables, illustrated ideas and lines to write on."""

from collections.abc import Iterable, Iterator

from coprod_content.document.blocks import Facts, Illustrated, Table, Writing
from coprod_content.text.spans import Text, plain, verbatim
from coprod_guide.body.figures import decorative_run
from coprod_guide.body.runs import runs
from coprod_guide.fixed_text import FACT_HEADINGS, IDEA_HEADINGS, IDEAS
from coprod_guide.pagination.lines_kept_together import keeps_list_end
from coprod_guide.styles.block_styles import BESIDE_PICTURE, CELL_PADDING, IDEA_PICTURE, ruled_line_height
from coprod_guide.styles.formatting import MM_PER_TWIP, Border, ParagraphFormat, ThemedColour, twips
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run
from coprod_office import attribute

_KEPT = ParagraphFormat(keep_next=True)
_FACT_WIDTHS = (3, 7)
_MAX_ROWS_KEPT, _SHARE_OF_PAGE = 8, 0.6  # a table within both limits is kept on one page
_LEAST_LETTERS, _EM = 5, 0.62  # fewest letters to allow for, and a bold letter's width as a fraction of its size
END = "</w:tbl>"
"""The XML that ends every table."""


def facts_table(facts: Facts, writer: WordWriter) -> str:
    """Return facts as a captioned table with two columns."""
    rows = tuple((verbatim(fact.label), fact.value) for fact in facts.items)
    table = Table(facts.caption, FACT_HEADINGS, rows, _FACT_WIDTHS)
    styles, widths = (WordStyle.FACT_LABEL, WordStyle.FACT_VALUE), column_widths(table, writer)
    return ruled_table(table, _rows(table, styles, widths, writer), widths, writer)


def captioned_table(table: Table, writer: WordWriter) -> str:
    """Return a captioned table, in a template's own style if any."""
    styles, widths = (WordStyle.TABLE_TEXT,) * len(table.header), column_widths(table, writer)
    return ruled_table(table, _rows(table, styles, widths, writer), widths, writer, style=writer.styles.grid)


def ruled_table(
    table: Table,
    rows: Iterable[str],
    widths: tuple[int, ...],
    writer: WordWriter,
    *,
    direct: tuple[ParagraphFormat, ParagraphFormat | None] = (_KEPT, None),
    style: str = "",
) -> str:
    """Return a caption and a table made from the given rows.

    The text of the caption and header row is from `table`. `rows` is the XML of each row below the header row, and
    `widths` are the column widths in twips. `direct` is direct formatting for the caption and for the cells of the
    header row. `style` is the id of the table's style, or empty for ours.
    """
    caption, heading = direct
    titles = tuple(writer.paragraph(WordStyle.TABLE_HEADING, runs(cell, writer), heading) for cell in table.header)
    count = len(table.rows)
    columns = "1 column" if len(widths) == 1 else f"{len(widths)} columns"
    size = f"A header row and {count} {'row' if count == 1 else 'rows'} in {columns}."
    content = table_row(titles, widths, header=True) + "".join(rows)
    start = table_start(style or writer.style_id(WordStyle.TABLE), table.caption, size, widths)
    table_xml = start + content + END
    return writer.paragraph(WordStyle.CAPTION, run(table.caption), caption) + table_xml


def _rows(table: Table, styles: tuple[WordStyle, ...], widths: tuple[int, ...], writer: WordWriter) -> Iterator[str]:
    count, page = len(table.rows), writer.page.text_height
    text_widths = [width * MM_PER_TWIP - 2 * CELL_PADDING for width in widths]
    height = writer.measure.rows_height((table.header, *table.rows), text_widths)
    is_whole = count <= _MAX_ROWS_KEPT and height <= _SHARE_OF_PAGE * page
    for at, texts in enumerate(table.rows):
        is_kept = keeps_list_end(at, count) or (is_whole and at + 1 < count)
        direct = _KEPT if is_kept else None
        cells = (writer.paragraph(style, runs(cell, writer), direct) for style, cell in zip(styles, texts, strict=True))
        yield table_row(tuple(cells), widths)


def column_widths(table: Table, writer: WordWriter) -> tuple[int, ...]:
    """Return column widths, in twips, that together fill the text width."""
    whole = writer.text_width
    most, size = whole // len(table.header), writer.brand.guide.small
    columns = tuple(zip(table.header, *table.rows, strict=True))
    least = [min(most, _longest_word(cells, size)) for cells in columns]
    spare = whole - sum(least)
    shares = [max(1, share) for share in table.widths]
    wanted = [max(0, share * whole // sum(shares) - low) for share, low in zip(shares, least, strict=True)]
    extra = [want * spare // max(1, sum(wanted)) for want in wanted]
    widths = [low + more for low, more in zip(least, extra, strict=True)]
    return (*widths[:-1], whole - sum(widths[:-1]))


def _longest_word(cells: tuple[Text, ...], size: int) -> int:
    """Estimate the cell width, in twips, that the longest word needs."""
    letters = max((len(word) for cell in cells for word in plain(cell).split()), default=0)
    return round(max(_LEAST_LETTERS, letters) * size * _EM * 20) + 2 * twips(CELL_PADDING)


def idea_row(block: Illustrated, writer: WordWriter, *, first: bool, last: bool) -> str:
    """Return a table row with an idea's picture and text.

    If `first` is true, the start of the table and its header row are put before this row. If `last` is true, the end of
    the table is added. In Word, only a table can put text beside a picture that is both inline and editable.
    """
    left = twips(IDEA_PICTURE + BESIDE_PICTURE)
    widths = (left, writer.text_width - left)
    picture = decorative_run(block.picture, IDEA_PICTURE, IDEA_PICTURE, writer)
    cells = (writer.paragraph(WordStyle.PICTURE, picture), writer.paragraph(WordStyle.IDEA, runs(block.text, writer)))
    row = table_row(cells, widths, centred=True)
    if first:
        titles = tuple(writer.paragraph(WordStyle.IDEA_HEADING, run(words)) for words in IDEA_HEADINGS)
        start = table_start(writer.style_id(WordStyle.WRITING_TABLE), *IDEAS, widths)
        row = start + table_row(titles, widths, header=True) + row
    return row + (END if last else "")


def writing_lines(block: Writing, writer: WordWriter, spacing: float) -> str:
    """Return a prompt and ruled lines that stay on one page.

    The lines are `spacing` millimetres apart, or spaced by their style if `spacing` is 0. The prompt is the header row
    of a table, and each line except the last is another row. The last line is a paragraph below the table, so that Word
    does not join this table to the next. A table is written only for two or more lines.
    """
    min_line = ruled_line_height(spacing) if spacing else None
    last = writer.paragraph(WordStyle.WRITING, "", ParagraphFormat(keep_next=False, min_line=min_line))
    prompt = runs(block.prompt, writer)
    if block.lines <= 1:
        return writer.paragraph(WordStyle.PROMPT, prompt) + (last if block.lines == 1 else "")
    widths = (writer.text_width,)
    heading = writer.paragraph(WordStyle.PROMPT, prompt, _KEPT)
    line = writer.paragraph(WordStyle.WRITING, "", ParagraphFormat(keep_next=True, min_line=min_line))
    rows = table_row((heading,), widths, header=True) + table_row((line,), widths) * (block.lines - 1)
    description = f"Lines to write on: {block.lines}."
    start = table_start(writer.style_id(WordStyle.WRITING_TABLE), plain(block.prompt), description, widths)
    return start + rows + END + last


def table_start(style: str, title: str, description: str, widths: tuple[int, ...]) -> str:
    """Return the XML that starts a table.

    `style` is the id of the table's style. `title` and `description` are its alternative text, and `widths` its column
    widths in twips.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={attribute(title)}/>'
        f"<w:tblDescription w:val={attribute(description)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def table_row(
    cells: tuple[str, ...],
    widths: tuple[int, ...],
    *,
    header: bool = False,
    centred: bool = False,
    fill: ThemedColour | None = None,
    line: ThemedColour | None = None,
) -> str:
    """Return the XML of a table row.

    `cells` contains the XML of each cell's paragraphs, and `widths` the cell widths in twips. A `header` row is
    repeated at the top of each page. Text in a `centred` row is centred vertically. `fill` is the colour of the cells,
    and `line` the colour of a vertical line to the left of the last cell. If either is None, it is not drawn.
    """
    heading = "<w:tblHeader/>" if header else ""
    align = '<w:vAlign w:val="center"/>' if centred else ""
    shading = fill.shading if fill else ""
    edge = f"<w:tcBorders>{Border('left', line, 0.5).xml}</w:tcBorders>" if line else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge if at == len(cells) else ""}{shading}{align}</w:tcPr>'
        f"{cell}</w:tc>"
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True), start=1)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr>{inner}</w:tr>"
