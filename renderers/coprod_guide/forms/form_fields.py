"""Form fields as content controls, with a label above each."""

from coprod_content.document.blocks import Table
from coprod_content.document.fill_in import FillIn
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.text.spans import plain
from coprod_guide.body.runs import runs
from coprod_guide.body.tables import column_widths, ruled_table, table_row
from coprod_guide.fixed_text import CHOOSE_HERE, DATE_HERE, ON_PAPER, WRITE_HERE
from coprod_guide.pagination.lines_kept_together import keeps_list_end
from coprod_guide.styles.block_styles import RULED_LINE_SPACING
from coprod_guide.styles.formatting import Border, ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import TAB, run
from coprod_office import attribute

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_BOX = '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/>'
_CHECK_BOX = (
    f'<w14:checkbox {_W14}><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
)
_DATE = (
    '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:storeMappedDataAs w:val="dateTime"/>'
    '<w:calendar w:val="gregorian"/></w:date>'
)
_ONE_LINE, _SEVERAL_LINES = "<w:text/>", '<w:text w:multiLine="1"/>'
_TYPED = {"date": (_DATE, DATE_HERE), "lines": (_SEVERAL_LINES, WRITE_HERE)}
_LONGEST_TITLE = 64  # characters that Word allows
_ON_ONE_LINE = 36  # characters of all options together
_KEPT, _LAST = ParagraphFormat(keep_next=True), ParagraphFormat(keep_next=False)
_ABOVE = 9  # points
_LONGEST_TABLE = 6  # rows that stay on one page
_NO_WORDS = "\u00a0\u00a0\u00a0"


def fill_in_xml(block: FillIn, writer: WordWriter) -> str:
    """Return a field's label, its help text and its content controls."""
    note = run(block.note, RunFormat(bold=False).xml) if block.note else ""
    help_ = writer.paragraph(WordStyle.SMALL, runs(block.help, writer), _KEPT) if plain(block.help) else ""
    if block.kind == "table":
        return help_ + _table(block, writer)
    label = writer.paragraph(WordStyle.PROMPT, run(block.label) + note, ParagraphFormat(before=_ABOVE)) + help_
    match block.kind:
        case "choice" | "choices":
            return label + _options(block, writer)
        case "scale":
            listed = run(f"{ON_PAPER} {' · '.join(block.options)}")
            answer = _answer(block, _list_xml(block), writer, CHOOSE_HERE)
            listed_above = writer.paragraph(WordStyle.SMALL, listed, _KEPT)
            return label + listed_above + writer.paragraph(WordStyle.WRITING, answer, _LAST)
        case "lines":
            return label + _box(block, writer)
        case _:
            return label + writer.paragraph(WordStyle.WRITING, answer_xml(block, writer), _LAST)


def answer_xml(block: FillIn, writer: WordWriter) -> str:
    """Return a content control in which people type an answer.

    If the answer is not known, the control contains a placeholder.
    """
    kind, placeholder = _TYPED.get(block.kind, (_ONE_LINE, WRITE_HERE))
    return _answer(block, kind, writer, placeholder)


def _control(title: str, name: str, content: str, properties: str, writer: WordWriter) -> str:
    """Return a content control with a title, which screen readers announce.

    `name` is the control's tag.
    """
    title = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
    tag = f"<w:tag w:val={attribute(name[:_LONGEST_TITLE])}/>" if name else ""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val={attribute(title)}/>{tag}<w:id w:val="{writer.next_id()}"/>{properties}'
        f"</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _answer(block: FillIn, kind: str, writer: WordWriter, placeholder: str) -> str:
    if block.answer:
        return _control(block.label, block.name, run(block.answer), kind, writer)
    words = run(placeholder, RunFormat(colour=writer.accent("muted")).xml)
    return _control(block.label, block.name, words, f"<w:showingPlcHdr/>{kind}", writer)


def _box(block: FillIn, writer: WordWriter) -> str:
    """Return a box that grows with the answer.

    It consists of one or two paragraphs. Word and LibreOffice draw one box around paragraphs with the same borders.
    """
    sides = tuple(Border(side, writer.accent("muted"), 0.75, 4) for side in ("top", "left", "bottom", "right"))
    first = ParagraphFormat(keep_next=block.lines > 1, borders=sides, left=2, right=2, line=1)
    height = (block.lines - 1) * RULED_LINE_SPACING / MM_PER_PT
    room = ParagraphFormat(keep_next=False, borders=sides, left=2, right=2, min_line=height)
    below = writer.paragraph(WordStyle.WRITING, "", room) if block.lines > 1 else ""
    return writer.paragraph(WordStyle.WRITING, answer_xml(block, writer), first) + below


def _options(block: FillIn, writer: WordWriter) -> str:
    boxes = [
        _control(f"{block.label}: {option}", f"{block.name}-{at}", run("☐", _BOX), _CHECK_BOX, writer)
        + run(f"\u00a0{option}")
        for at, option in enumerate(block.options, start=1)
    ]
    if sum(map(len, block.options)) <= _ON_ONE_LINE:
        boxes = [(run("\u2003") + TAB).join(boxes)]
    last = len(boxes) - 1
    kept = (ParagraphFormat(keep_next=True, before=4, after=2, left=6, hanging=6), ParagraphFormat(left=6, hanging=6))
    return "".join(writer.paragraph(WordStyle.BODY, box, kept[at == last]) for at, box in enumerate(boxes))


def _list_xml(block: FillIn) -> str:
    options = "".join(f"<w:listItem w:displayText={attribute(o)} w:value={attribute(o)}/>" for o in block.options)
    return f"<w:dropDownList>{options}</w:dropDownList>"


def _table(block: FillIn, writer: WordWriter) -> str:
    """Return a table with a content control in each cell.

    A long table can continue on the next page. Its first two rows stay together, and so do its last two.
    """
    count = len(block.options)
    row = ("",) * count
    table = Table(f"{block.label}{block.note}", block.options, (row,) * block.lines, (1,) * count)
    widths, height = column_widths(table, writer), RULED_LINE_SPACING / MM_PER_PT

    def cell(column: int, at: int) -> str:
        title, name = f"{block.options[column]}, row {at}", f"{block.name}-{at}-{column + 1}"
        blank = _control(title, name, run(_NO_WORDS), f"<w:showingPlcHdr/>{_ONE_LINE}", writer)
        is_kept = at < block.lines if block.lines <= _LONGEST_TABLE else keeps_list_end(at - 1, block.lines)
        line = ParagraphFormat(keep_next=is_kept or None, min_line=height)
        return writer.paragraph(WordStyle.TABLE_TEXT, blank, line)

    rows = (table_row(tuple(cell(each, at) for each in range(count)), widths) for at in range(1, block.lines + 1))
    return ruled_table(table, rows, widths, writer)
