"""Headers with the title, and footers with the imprint and page number."""

from coprod_content.document.document import Document, is_run_sheet
from coprod_content.layout.font_metrics import MM_PER_PT, TextStyle
from coprod_content.text.spans import verbatim
from coprod_guide.outline import has_cover
from coprod_guide.page_setup import text_width
from coprod_guide.styles.formatting import MM_PER_TWIP, ParagraphFormat, twips
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.template.package_parts import FIRST_FOOTER, FOOTER, HEADER, running_part
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import TAB, run
from coprod_office import PackagePart

_LONGEST_NUMBER = "     Page 88 of 88"


def running_parts(document: Document, writer: WordWriter) -> tuple[PackagePart, ...]:
    """Return a document's header, footer and first-page footer."""
    imprint = document.imprint.strip()
    header = writer.paragraph(WordStyle.HEADER, run(document.title))
    footer = _footer(imprint, writer)
    without_number = has_cover(document) or is_run_sheet(document)
    first = writer.paragraph(WordStyle.FOOTER, run(imprint)) if without_number else footer
    return running_part(HEADER, header), running_part(FOOTER, footer), running_part(FIRST_FOOTER, first)


def extra_line_heights(document: Document, writer: WordWriter) -> tuple[float, float]:
    """Return the heights to add to the top and bottom margins.

    The first height makes room for all lines of the header except the first, and the second height for all lines of the
    footer except the first. Both are in millimetres. A height is 0 if there is only one line. The line of the page
    number is not counted for a run sheet, because its first page has no number.
    """
    measure, small, width = writer.measure, writer.brand.guide.small, writer.page.text_width * MM_PER_TWIP
    imprint = document.imprint.strip()
    above = measure.lines(verbatim(document.title), small, width)
    lines = measure.lines(verbatim(imprint), small, width) + (not is_run_sheet(document))
    below = 1 if _fits_one_line(imprint, writer) else lines
    line = small * measure.metrics.natural * MM_PER_PT
    return (above - 1) * line, (below - 1) * line


def _fits_one_line(imprint: str, writer: WordWriter) -> bool:
    words, style = f"{imprint}{_LONGEST_NUMBER}", TextStyle(writer.brand.guide.small)
    return writer.measure.metrics.width(words, style) <= writer.page.text_width * MM_PER_TWIP


def _footer(imprint: str, writer: WordWriter) -> str:
    page = f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}"
    if _fits_one_line(imprint, writer):
        words = f"{run(imprint)}{TAB}{page}" if imprint else page
        return writer.paragraph(WordStyle.FOOTER, words, _tab_at_edge(writer))
    return writer.paragraph(WordStyle.FOOTER, run(imprint)) + writer.paragraph(WordStyle.FOOTER, page)


def _tab_at_edge(writer: WordWriter) -> ParagraphFormat | None:
    """Return a format with a right tab at the text's edge.

    Returns None if the style already has its tab there, or if the header and footers are an organisation's own.
    """
    own, usual = writer.page.text_width * MM_PER_TWIP, text_width(writer.brand)
    if not writer.has_our_header or twips(own) == twips(usual):
        return None
    return ParagraphFormat(right_tab=own, cleared_tab=usual)


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'
