"""Prompts with ruled lines to write on."""

from coprod_content.document.blocks import Writing
from coprod_content.text.spans import plain
from coprod_guide.body.runs import runs
from coprod_guide.body.tables import framed_table, table_row
from coprod_guide.styles.figure_styles import ruled_line_height
from coprod_guide.styles.formatting import ParagraphFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter


def writing_lines(block: Writing, writer: WordWriter, spacing: float = 0.0) -> str:
    """Write a prompt and ruled lines, kept on one page.

    The lines are `spacing` millimetres apart, or spaced by their style if `spacing` is 0. The prompt is the header row
    of a table of lines. The last line is a paragraph, so that Word does not join this table to one that follows.
    """
    min_line = ruled_line_height(spacing) if spacing else None
    last = writer.paragraph(WordStyle.WRITING, "", ParagraphFormat(keep_next=False, min_line=min_line))
    prompt = runs(block.prompt, writer)
    if block.lines <= 1:
        return writer.paragraph(WordStyle.PROMPT, prompt) + (last if block.lines == 1 else "")
    widths = (writer.page.text_width,)
    heading = writer.paragraph(WordStyle.PROMPT, prompt, ParagraphFormat(keep_next=True))
    line = writer.paragraph(WordStyle.WRITING, "", ParagraphFormat(keep_next=True, min_line=min_line))
    rows = table_row((heading,), widths, header=True) + table_row((line,), widths) * (block.lines - 1)
    description = f"Lines to write on: {block.lines}."
    return framed_table(WordStyle.WRITING_TABLE, plain(block.prompt), description, widths, rows, writer) + last
