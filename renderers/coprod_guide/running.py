"""What runs along the pages: the title above, the imprint and the page number below."""

from coprod_content.document import Document, is_run_sheet
from coprod_guide.names import Style
from coprod_guide.outline import has_cover
from coprod_guide.parts import FIRST_FOOTER, RUNNING_FOOTER, RUNNING_HEADER, running_part
from coprod_guide.story import Story
from coprod_guide.xml import run

_ONE_LINE = 62 * 12  # characters that leave room for the page number, times their size in points


def running_parts(document: Document, story: Story) -> tuple[tuple[str, bytes], ...]:
    """The header and the footers of a document; that of a cover or a run sheet has no page number."""
    imprint = document.imprint.strip()
    header = story.paragraph(Style.HEADER, run(document.title))
    footer = _footer(imprint, story)
    first = story.paragraph(Style.FOOTER, run(imprint)) if has_cover(document) or is_run_sheet(document) else footer
    return (
        (f"word/{RUNNING_HEADER}", running_part("hdr", header)),
        (f"word/{RUNNING_FOOTER}", running_part("ftr", footer)),
        (f"word/{FIRST_FOOTER}", running_part("ftr", first)),
    )


def _footer(imprint: str, story: Story) -> str:
    page = f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}"
    tab = "<w:r><w:tab/></w:r>"
    if len(imprint) * story.brand.guide.small <= _ONE_LINE:
        return story.paragraph(Style.FOOTER, f"{run(imprint)}{tab}{page}" if imprint else page)
    return story.paragraph(Style.FOOTER, run(imprint)) + story.paragraph(Style.FOOTER, page)


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{run("1")}</w:fldSimple>'
