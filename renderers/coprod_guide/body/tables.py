"""Tables: facts, rows and columns, and ruled lines to write on. Every one has a header row and a text that names it."""

from coprod_content.document.blocks import Facts, Illustrated, Table, Writing
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.text.spans import Text, plain, verbatim
from coprod_guide.body.figures import decorative
from coprod_guide.body.runs import runs
from coprod_guide.fixed_text import FACT_HEADINGS, IDEA_HEADINGS, IDEAS
from coprod_guide.pagination.keep_with_next import held
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.figure_styles import BESIDE_PICTURE, IDEA_PICTURE, ruled_line_height
from coprod_guide.styles.formatting import MM_PER_TWIP, Border, ParagraphFormat, ThemedColour, twips
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.styles.table_styles import CELL_LINE, CELL_PADDING
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run
from coprod_office import attribute

_FACT_WIDTHS = (3, 7)
_CLOSED = "</w:tbl>"
_KEPT_WHOLE, _OF_PAGE = 8, 0.6  # a table of no more rows, and no higher a share of the page, stays on one page
_AROUND_CELL = 10.0  # points above and below the text of a cell
_EM = 0.62  # the width of a letter of strong type, as a share of its size


def facts_table(facts: Facts, story: WordWriter) -> str:
    """Facts as a table of two columns under its caption."""
    header = (verbatim(FACT_HEADINGS[0]), verbatim(FACT_HEADINGS[1]))
    rows = tuple((verbatim(fact.label), fact.value) for fact in facts.items)
    styles = (WordStyle.FACT_LABEL, WordStyle.FACT_VALUE)
    return _captioned(facts.caption, header, rows, _FACT_WIDTHS, styles, story)


def table(block: Table, story: WordWriter) -> str:
    """A table under its caption."""
    styles = (WordStyle.TABLE_TEXT,) * len(block.header)
    return _captioned(block.caption, block.header, block.rows, block.widths, styles, story)


def writing(block: Writing, story: WordWriter, apart: float = 0.0) -> str:
    """A prompt and ruled lines, kept on one page; so many millimetres apart, or as the style has them.

    The prompt heads a table of lines. The last line is a paragraph, so that a table that follows is not taken for a
    part of this one.
    """
    least = ruled_line_height(apart) if apart else None
    last = story.paragraph(WordStyle.WRITING, "", ParagraphFormat(keep_next=False, min_line=least))
    prompt = runs(block.prompt, story)
    if block.lines <= 1:
        return story.paragraph(WordStyle.PROMPT, prompt) + (last if block.lines == 1 else "")
    head = row(
        (story.paragraph(WordStyle.PROMPT, prompt, ParagraphFormat(keep_next=True)),), (story.width,), header=True
    )
    line = row(
        (story.paragraph(WordStyle.WRITING, "", ParagraphFormat(keep_next=True, min_line=least)),), (story.width,)
    )
    rows = head + line * (block.lines - 1)
    return (
        framed(
            WordStyle.WRITING_TABLE,
            plain(block.prompt),
            f"Lines to write on: {block.lines}.",
            (story.width,),
            rows,
            story,
        )
        + last
    )


def idea(block: Illustrated, story: WordWriter, *, first: bool, last: bool) -> str:
    """A row of a table of ideas, its picture at the left and its words at the right, with what opens and closes it.

    Word has no other way to set words beside a picture that stands in the line of text and can be edited.
    """
    left = twips(IDEA_PICTURE + BESIDE_PICTURE)
    widths = (left, story.width - left)
    drawn = story.paragraph(WordStyle.PICTURE, decorative(block.picture, (IDEA_PICTURE, IDEA_PICTURE), story))
    made = row((drawn, story.paragraph(WordStyle.IDEA, runs(block.text, story))), widths, middle=True)
    if first:
        titles = tuple(story.paragraph(WordStyle.IDEA_HEADING, run(words)) for words in IDEA_HEADINGS)
        header = row(titles, widths, header=True)
        made = _opened(WordStyle.WRITING_TABLE, *IDEAS, widths, story) + header + made
    return made + (_CLOSED if last else "")


def _captioned(
    caption: str,
    header: tuple[Text, ...],
    rows: tuple[tuple[Text, ...], ...],
    shares: tuple[int, ...],
    styles: tuple[WordStyle, ...],
    story: WordWriter,
) -> str:
    widths = _widths(shares, (header, *rows), story)
    titles = tuple(story.paragraph(WordStyle.TABLE_HEADING, runs(cell, story)) for cell in header)
    xml = [row(titles, widths, header=True)]
    whole = len(rows) <= _KEPT_WHOLE and _height((header, *rows), widths, story) <= _OF_PAGE * story.height
    for at, texts in enumerate(rows):
        kept = ParagraphFormat(keep_next=True) if held(at, len(rows)) or (whole and at + 1 < len(rows)) else None
        cells = (story.paragraph(style, runs(cell, story), kept) for style, cell in zip(styles, texts, strict=True))
        xml.append(row(tuple(cells), widths))
    above = story.paragraph(WordStyle.CAPTION, runs(verbatim(caption), story), ParagraphFormat(keep_next=True))
    return above + framed(WordStyle.TABLE, caption, size(rows, widths), widths, "".join(xml), story)


def size(rows: tuple[tuple[Text, ...], ...], widths: tuple[int, ...]) -> str:
    """How many rows and columns a table has, in words."""
    return f"A header row and {len(rows)} {'row' if len(rows) == 1 else 'rows'} in {len(widths)} columns."


def _height(lines: tuple[tuple[Text, ...], ...], widths: tuple[int, ...], story: WordWriter) -> float:
    """About how high rows are, in millimetres."""
    room, small = TextMeasure(story.brand), story.brand.guide.small
    rooms = [width * MM_PER_TWIP - 2 * CELL_PADDING for width in widths]
    counts = [max(room.lines(cell, small, width) for cell, width in zip(cells, rooms, strict=True)) for cells in lines]
    return sum(counts) * room.line(small) * CELL_LINE + len(lines) * _AROUND_CELL * MM_PER_PT


def _widths(shares: tuple[int, ...], lines: tuple[tuple[Text, ...], ...], story: WordWriter) -> tuple[int, ...]:
    """Relative widths as twips that add up to the width of the text, each wide enough for its longest word."""
    whole, most = story.width, story.width // len(shares)
    columns = tuple(zip(*lines, strict=True))
    least = [min(most, _longest_word(cells, story.brand.guide.small)) for cells in columns]
    spare = whole - sum(least)
    parts = [max(1, share) for share in shares]
    wanted = [max(0, part * whole // sum(parts) - low) for part, low in zip(parts, least, strict=True)]
    extra = [want * spare // max(1, sum(wanted)) for want in wanted]
    widths = [low + more for low, more in zip(least, extra, strict=True)]
    return (*widths[:-1], whole - sum(widths[:-1]))


def _longest_word(cells: tuple[Text, ...], size: int) -> int:
    """About how wide the longest word of some cells is in twips, set in strong type."""
    letters = max((len(word) for cell in cells for word in plain(cell).split()), default=0)
    return round(letters * size * _EM * 20) + 2 * twips(CELL_PADDING)


def framed(style: WordStyle, title: str, words: str, widths: tuple[int, ...], rows: str, story: WordWriter) -> str:
    """A table of rows; `title` and `words` are what a screen reader says of it."""
    return _opened(style, title, words, widths, story) + rows + _CLOSED


def _opened(style: WordStyle, title: str, words: str, widths: tuple[int, ...], story: WordWriter) -> str:
    """A table up to its first row."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{story.id(style)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={attribute(title)}/>'
        f"<w:tblDescription w:val={attribute(words)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>"
    )


def row(
    cells: tuple[str, ...],
    widths: tuple[int, ...],
    *,
    header: bool = False,
    middle: bool = False,
    ground: ThemedColour | None = None,
    line: ThemedColour | None = None,
) -> str:
    """A row of cells, each of them paragraphs; on a ground, and with a line before the last cell, of some colours."""
    marked = "<w:tblHeader/>" if header else ""
    align = '<w:vAlign w:val="center"/>' if middle else ""
    fill = f'<w:shd w:val="clear" w:color="auto"{ground.attributes("fill")}/>' if ground else ""
    edge = f"<w:tcBorders>{Border('left', line, 0.5).xml}</w:tcBorders>" if line else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge if at == len(cells) else ""}{fill}{align}</w:tcPr>'
        f"{cell}</w:tc>"
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True), start=1)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{marked}</w:trPr>{inner}</w:tr>"
