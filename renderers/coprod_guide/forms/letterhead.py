"""Letterheads for forms and letters, designed to need little ink."""

from attrs import evolve

from coprod_content.brand.logo import LogoPicture, logo_of
from coprod_content.document.document import Document, Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.layout.title_widows import without_widow
from coprod_guide.body.blocks import blocks_xml, notes_xml
from coprod_guide.body.cover import cover_xml
from coprod_guide.body.figures import logo_run
from coprod_guide.pagination.body_heights import elements_of
from coprod_guide.pagination.paragraph_changes import keep_words_whole
from coprod_guide.styles.formatting import MM_PER_TWIP, Border, ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import TAB, as_xml, run

_TALLEST_LOGO, _BESIDE = 16.0, 6.0  # millimetres
_ABOVE_TITLE, _BELOW_TITLE, _RULE = 10.0, 12.0, 2.25  # points
_SPACE = "\u2003"


def letterhead_xml(section: Section, document: Document, writer: WordWriter) -> str:
    """Return a letterhead, followed by its section's blocks and notes.

    In an organisation's own template, a cover in the template's styles replaces the letterhead.
    """
    if not writer.has_our_page:
        return cover_xml(section, document, writer)
    title = title_xml(section, writer, ParagraphFormat(before=_ABOVE_TITLE, after=_BELOW_TITLE))
    return (
        _logo_and_label(section, writer) + title + blocks_xml(section.blocks, writer) + notes_xml(section.notes, writer)
    )


def title_xml(section: Section, writer: WordWriter, direct: ParagraphFormat, *, ruled: bool = True) -> str:
    """Return a title without a coloured band.

    There is a rule below it if `ruled` is true.
    """
    paper, colour = writer.direct_colour("paper"), writer.accent(section.accent)
    sides = tuple(Border(side, paper, 0.25) for side in ("top", "left"))
    below = Border("bottom", colour, _RULE, 6) if ruled else Border("bottom", paper, 0.25)
    plain = evolve(direct, borders=(*sides, below, Border("right", paper, 0.25)), fill=paper, keep_next=True)
    words = run(without_widow(section.title), RunFormat(colour=colour).xml)
    (paragraph,) = elements_of(writer.paragraph(WordStyle.TITLE, words, plain))
    keep_words_whole(paragraph, writer.heights_in_fonts, writer.page.text_width * MM_PER_TWIP)
    return as_xml(paragraph)


def small_logo(writer: WordWriter) -> LogoPicture | None:
    """Return the logo for guides, made small for a letterhead, or None."""
    logo = logo_of(writer.brand, "guide")
    return evolve(logo, tallest=min(logo.tallest, _TALLEST_LOGO)) if logo else None


def _logo_and_label(section: Section, writer: WordWriter) -> str:
    """Return the logo and the label, on one line if possible."""
    logo, width = small_logo(writer), writer.page.text_width * MM_PER_TWIP
    label = run(section.label) if section.label.strip() else ""
    top = ParagraphFormat(before=0)
    if logo is None:
        return writer.paragraph(WordStyle.LABEL, label, top) if label else ""
    image, top = logo_run(logo, writer), evolve(top, line=1)
    words = writer.measure.metrics.width(section.label, TextStyle(writer.brand.guide.small, strong=True))
    if label and words + _BESIDE + logo.size(width)[0] > width:
        side = evolve(top, align="right" if logo.on_right else "")
        return writer.paragraph(WordStyle.LABEL, image, side) + writer.paragraph(WordStyle.LABEL, label)
    if logo.on_right:
        return writer.paragraph(WordStyle.LABEL, label + TAB + image, evolve(top, right_tab=width))
    return writer.paragraph(WordStyle.LABEL, image + (run(_SPACE) + label if label else ""), top)
