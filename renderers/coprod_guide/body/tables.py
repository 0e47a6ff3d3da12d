"""Tables and facts, each with a header row and a caption."""

from coprod_content.document.blocks import Facts, Table
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.text.spans import Text, plain, verbatim
from coprod_guide.body.runs import runs
from coprod_guide.fixed_text import FACT_HEADINGS
from coprod_guide.pagination.keep_with_next import keeps_list_end
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.formatting import MM_PER_TWIP, Border, ParagraphFormat, ThemedColour, twips
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.styles.table_styles import CELL_LINE, CELL_PADDING
from coprod_guide.word_writer import WordWriter
from coprod_office import attribute

TABLE_END = "</w:tbl>"
_FACT_WIDTHS = (3, 7)
_MAX_ROWS_KEPT, _SHARE_OF_PAGE = 8, 0.6  # a table within both limits is kept on one page
_AROUND_CELL = 10.0  # total space above and below the text in a cell, in points
_EM = 0.62  # width of a bold letter, as a fraction of its type size


def facts_table(facts: Facts, writer: WordWriter) -> str:
    """Write facts as a captioned table with two columns."""
    header = (verbatim(FACT_HEADINGS[0]), verbatim(FACT_HEADINGS[1]))
    rows = tuple((verbatim(fact.label), fact.value) for fact in facts.items)
    table = Table(facts.caption, header, rows, _FACT_WIDTHS)
    return captioned_table(table, (WordStyle.FACT_LABEL, WordStyle.FACT_VALUE), writer)


def captioned_table(table: Table, styles: tuple[WordStyle, ...], writer: WordWriter) -> str:
    """Write a captioned table, with one of `styles` for each column."""
    widths = _column_widths(table, writer)
    titles = tuple(writer.paragraph(WordStyle.TABLE_HEADING, runs(cell, writer)) for cell in table.header)
    xml, count = [table_row(titles, widths, header=True)], len(table.rows)
    is_whole = count <= _MAX_ROWS_KEPT and _height(table, widths, writer) <= _SHARE_OF_PAGE * writer.page.text_height
    for at, texts in enumerate(table.rows):
        is_kept = keeps_list_end(at, count) or (is_whole and at + 1 < count)
        kept = ParagraphFormat(keep_next=True) if is_kept else None
        cells = (writer.paragraph(style, runs(cell, writer), kept) for style, cell in zip(styles, texts, strict=True))
        xml.append(table_row(tuple(cells), widths))
    keep_next = ParagraphFormat(keep_next=True)
    caption = writer.paragraph(WordStyle.CAPTION, runs(verbatim(table.caption), writer), keep_next)
    size = table_size(table.rows, widths)
    return caption + framed_table(WordStyle.TABLE, table.caption, size, widths, "".join(xml), writer)


def table_size(rows: tuple[tuple[Text, ...], ...], widths: tuple[int, ...]) -> str:
    """Return a sentence that gives a table's number of rows and columns."""
    return f"A header row and {len(rows)} {'row' if len(rows) == 1 else 'rows'} in {len(widths)} columns."


def _height(table: Table, widths: tuple[int, ...], writer: WordWriter) -> float:
    """Return the estimated height of a table, in millimetres."""
    measure, small = TextMeasure(writer.brand), writer.brand.guide.small
    text_widths = [width * MM_PER_TWIP - 2 * CELL_PADDING for width in widths]
    rows = (table.header, *table.rows)
    counts = [
        max(measure.lines(cell, small, width) for cell, width in zip(cells, text_widths, strict=True)) for cells in rows
    ]
    return sum(counts) * measure.line_height(small) * CELL_LINE + len(rows) * _AROUND_CELL * MM_PER_PT


def _column_widths(table: Table, writer: WordWriter) -> tuple[int, ...]:
    """Return column widths, in twips, that together fill the text width."""
    whole = writer.page.text_width
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
    """Estimate the cell width for the longest bold word, in twips."""
    letters = max((len(word) for cell in cells for word in plain(cell).split()), default=0)
    return round(letters * size * _EM * 20) + 2 * twips(CELL_PADDING)


def framed_table(
    style: WordStyle, title: str, description: str, widths: tuple[int, ...], rows: str, writer: WordWriter
) -> str:
    """Write a table, with title and description as alternative text."""
    return table_start(style, title, description, widths, writer) + rows + TABLE_END


def table_start(style: WordStyle, title: str, description: str, widths: tuple[int, ...], writer: WordWriter) -> str:
    """Write the opening of a table, up to its first row."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{writer.style_id(style)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
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
    """Write a row of cells.

    `cells` holds the paragraphs of each cell. `line` is the colour of a line to the left of the last cell.
    """
    heading = "<w:tblHeader/>" if header else ""
    align = '<w:vAlign w:val="center"/>' if centred else ""
    shading = f'<w:shd w:val="clear" w:color="auto"{fill.attributes("fill")}/>' if fill else ""
    edge = f"<w:tcBorders>{Border('left', line, 0.5).xml}</w:tcBorders>" if line else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge if at == len(cells) else ""}{shading}{align}</w:tcPr>'
        f"{cell}</w:tc>"
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True), start=1)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr>{inner}</w:tr>"
