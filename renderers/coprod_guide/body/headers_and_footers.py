"""What runs along the pages: the title above, the imprint and the page number below."""

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, is_run_sheet
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.text.spans import verbatim
from coprod_guide.outline import has_cover
from coprod_guide.package_parts import FIRST_FOOTER, RUNNING_FOOTER, RUNNING_HEADER, running_part
from coprod_guide.page_setup import TEXT_WIDTH
from coprod_guide.pagination.text_height import TextMeasure
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import TAB, run

_ONE_LINE = 62 * 12  # characters that leave room for the page number, times their size in points


def running_parts(document: Document, story: WordWriter) -> tuple[tuple[str, bytes], ...]:
    """The header and the footers of a document; that of a cover or a run sheet has no page number."""
    imprint = document.imprint.strip()
    header = story.paragraph(WordStyle.HEADER, run(document.title))
    footer = _footer(imprint, story)
    first = story.paragraph(WordStyle.FOOTER, run(imprint)) if has_cover(document) or is_run_sheet(document) else footer
    return (
        (f"word/{RUNNING_HEADER}", running_part("hdr", header)),
        (f"word/{RUNNING_FOOTER}", running_part("ftr", footer)),
        (f"word/{FIRST_FOOTER}", running_part("ftr", first)),
    )


def further_lines(document: Document, brand: Brand) -> tuple[float, float]:
    """The millimetres that the lines beyond the first take in the header and in the footer."""
    room, small = TextMeasure(brand), brand.guide.small
    imprint = document.imprint.strip()
    above = room.lines(verbatim(document.title), small, TEXT_WIDTH)
    below = 1 if _has_one_line(imprint, brand) else 1 + room.lines(verbatim(imprint), small, TEXT_WIDTH)
    line = small * room.face.natural * MM_PER_PT
    return (above - 1) * line, (below - 1) * line


def _has_one_line(imprint: str, brand: Brand) -> bool:
    return len(imprint) * brand.guide.small <= _ONE_LINE


def _footer(imprint: str, story: WordWriter) -> str:
    page = f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}"
    if _has_one_line(imprint, story.brand):
        return story.paragraph(WordStyle.FOOTER, f"{run(imprint)}{TAB}{page}" if imprint else page)
    return story.paragraph(WordStyle.FOOTER, run(imprint)) + story.paragraph(WordStyle.FOOTER, page)


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'
