"""Illustrated ideas, written as table rows of a picture and words."""

from coprod_content.document.blocks import Illustrated
from coprod_guide.body.figures import decorative_run
from coprod_guide.body.runs import runs
from coprod_guide.body.tables import TABLE_END, table_row, table_start
from coprod_guide.fixed_text import IDEA_HEADINGS, IDEAS
from coprod_guide.styles.figure_styles import BESIDE_PICTURE, IDEA_PICTURE
from coprod_guide.styles.formatting import twips
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run


def idea_row(block: Illustrated, writer: WordWriter, *, first: bool, last: bool) -> str:
    """Write an idea as a table row.

    The first row opens the table, and the last row closes it. Word has no other way to put words beside a picture that
    is inline with text and can be edited.
    """
    left = twips(IDEA_PICTURE + BESIDE_PICTURE)
    widths = (left, writer.page.text_width - left)
    picture = decorative_run(block.picture, IDEA_PICTURE, IDEA_PICTURE, writer)
    cells = (writer.paragraph(WordStyle.PICTURE, picture), writer.paragraph(WordStyle.IDEA, runs(block.text, writer)))
    row = table_row(cells, widths, centred=True)
    if first:
        titles = tuple(writer.paragraph(WordStyle.IDEA_HEADING, run(words)) for words in IDEA_HEADINGS)
        start = table_start(WordStyle.WRITING_TABLE, *IDEAS, widths, writer)
        row = start + table_row(titles, widths, header=True) + row
    return row + (TABLE_END if last else "")
