"""Sections, each with a label, heading, duration, blocks and notes."""

from attrs import evolve

from coprod_content.content.phrases import mode_in_words
from coprod_content.document.blocks import Table
from coprod_content.document.document import Section
from coprod_content.layout.font_metrics import TextStyle
from coprod_content.layout.title_widows import without_widow
from coprod_guide.body.blocks import block_xml, bookmarked, notes_xml, references_xml, time_xml
from coprod_guide.body.figures import decorative_run, logo_run
from coprod_guide.body.run_sheet import run_sheet_xml
from coprod_guide.outline import OutlineEntry
from coprod_guide.pagination.lines_kept_together import blocks_in_context, is_kept_whole
from coprod_guide.pagination.page_fit import ruled_line_spacing
from coprod_guide.styles.cover_styles import band_borders
from coprod_guide.styles.formatting import MM_PER_TWIP, Border, ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import HEADINGS, WordStyle
from coprod_guide.styles.text_styles import rule_below
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import TAB, run

_BELOW_LABEL, _ABOVE_BAND, _BELOW_BAND = 4.0, 22.0, 20.0
_ABOVE_FORM_PART = 16.0  # points
_LEAST_LOGO, _TALLEST_LOGO, _SPACE = 8.0, 14.0, "\u2003"
_SIGN, _BESIDE_SIGN, _BANNER, _BANNER_RATIO = 9.0, 3.0, 42.0, 2.0  # millimetres, and width by height


def section_xml(entry: OutlineEntry, writer: WordWriter, *, beside: bool = False) -> str:
    """Return the WordprocessingML for a section without its subsections.

    `beside` is true if the section is in one of two columns.
    """
    section, head = entry.section, head_xml(entry, writer, beside=beside)
    if section.role == "run-sheet":
        body = run_sheet_xml(section.blocks, writer, head)
    else:
        body = body_xml(section, writer, beside=beside)
    return head + body + notes_xml(section.notes, writer)


def body_xml(section: Section, writer: WordWriter, *, beside: bool = False) -> str:
    """Return the WordprocessingML for a section's blocks."""
    if section.role == "references":
        return references_xml(section.blocks, writer)
    logo_height = min(_TALLEST_LOGO, writer.sheet_logo.tallest) if writer.sheet_logo else 0.0
    contexts = blocks_in_context(
        section.blocks,
        headed=True,
        whole=is_kept_whole(section, writer.measure),
        beside=beside,
        line_spacing=ruled_line_spacing(section, writer.measure, writer.page.text_height - logo_height),
    )
    body = WordStyle.SMALL if section.role == "credits" else WordStyle.BODY
    return "".join(block_xml(block, context, writer, body) for block, context in contexts)


def head_xml(entry: OutlineEntry, writer: WordWriter, *, beside: bool = False) -> str:
    """Return the WordprocessingML for a section's label, heading and duration.

    If the section is in one of two columns, the duration is on the same line as the heading.
    """
    section = entry.section
    direct = ParagraphFormat(page_break=entry.new_page, before=0) if entry.at_top else ParagraphFormat()
    banner = _banner(section, writer, direct)
    direct = ParagraphFormat() if banner else direct
    sign = decorative_run(section.picture, _SIGN, _SIGN, writer) if section.picture and not banner else ""
    words = run(section.label) if section.label.strip() else ""
    if sign and words:
        sign, direct = sign + TAB, evolve(direct, line=1, left=_SIGN + _BESIDE_SIGN, hanging=_SIGN + _BESIDE_SIGN)
    words, direct = _with_logo(sign + words, entry, writer, direct)
    label = banner + (writer.paragraph(WordStyle.LABEL, words, direct) if words else "")
    if beside and section.unlabelled_minutes is not None:
        mode = f" · {mode_in_words(section.mode).lower()}" if section.mode else ""
        time = run(f" · {section.unlabelled_minutes}\u00a0min{mode}", _beside_heading(writer))
        return label + _heading(entry, writer, time, below_label=bool(label))
    return label + _heading(entry, writer, below_label=bool(label)) + time_xml(section, writer)


def _with_logo(
    words: str, entry: OutlineEntry, writer: WordWriter, direct: ParagraphFormat
) -> tuple[str, ParagraphFormat]:
    """Return a label with the sheet's logo, and the label's format.

    `words` and `direct` are the label's XML and format. They are returned unchanged if there is no logo, if the section
    is not at the top of a page, or if the label leaves too little room.
    """
    logo, width = writer.sheet_logo, writer.text_width * MM_PER_TWIP
    style = TextStyle(writer.brand.guide.body, strong=True)
    room = width - writer.measure.metrics.width(entry.section.label, style) - _SIGN - 2 * _BESIDE_SIGN
    if logo is None or not entry.at_top or room < _LEAST_LOGO:
        return words, direct
    shown = logo_run(evolve(logo, tallest=min(logo.tallest, _TALLEST_LOGO)), writer, room)
    if logo.on_right:
        return words + TAB + shown, evolve(direct, line=1, right_tab=width)
    return shown + run(_SPACE) + words, evolve(direct, line=1)


def _banner(section: Section, writer: WordWriter, direct: ParagraphFormat) -> str:
    """Return a section's wide picture as a paragraph, or ""."""
    picture = section.picture
    if picture is None or picture.width < _BANNER_RATIO * picture.height:
        return ""
    drawn = decorative_run(picture, writer.page.text_width * MM_PER_TWIP, _BANNER, writer)
    return writer.paragraph(WordStyle.LABEL, drawn, evolve(direct, line=1))


def _beside_heading(writer: WordWriter) -> str:
    size, colour = writer.brand.guide.small, writer.direct_colour("muted")
    return RunFormat(bold=False, colour=colour, size=size).xml


def _heading(entry: OutlineEntry, writer: WordWriter, time: str = "", *, below_label: bool) -> str:
    section, number = entry.section, None
    if entry.numbering:
        number = writer.heading_list(entry.numbering, section.number or 0, restart=entry.restarts)
    is_divider = section.role == "divider" and not writer.styles.foreign
    before = _ABOVE_BAND if is_divider else _BELOW_LABEL
    style = HEADINGS[entry.level - 1]
    number = writer.styles.without_number(style) if number is None else number
    format_ = writer.styles.mark(style) if writer.styles.foreign else _heading_format(section, writer).xml
    words = run(without_widow(section.title), format_) + time
    direct = ParagraphFormat(
        page_break=entry.new_page and not below_label,
        numbering=number,
        borders=_borders(entry, writer),
        fill=writer.accent(section.accent) if is_divider else None,
        before=before if below_label else 0 if entry.at_top else _ABOVE_FORM_PART if section.role == "form" else None,
        after=_BELOW_BAND if is_divider else None,
    )
    for bookmark in filter(None, (entry.bookmark, writer.bookmark_of(section))):
        words = bookmarked(words, bookmark, writer)
    return writer.paragraph(style, words, direct)


def _heading_format(section: Section, writer: WordWriter) -> RunFormat:
    match section.role:
        case "divider":
            return RunFormat(colour=writer.direct_colour("paper"))
        case "run-sheet" if any(isinstance(block, Table) for block in section.blocks):
            return RunFormat(size=writer.brand.guide.heading_2)
        case "form":
            return RunFormat(size=writer.brand.guide.heading_2)
        case _:
            return RunFormat()


def _borders(entry: OutlineEntry, writer: WordWriter) -> tuple[Border, ...]:
    if writer.styles.foreign:
        return ()  # the headings of a template stay as they are
    colour = writer.accent(entry.section.accent)
    if entry.section.role == "divider":
        return band_borders(colour, colour, 10)
    if entry.section.accent == "brand":
        return (Border("top", writer.direct_colour("line"), 1.5, 6),) if entry.section.role == "step" else ()
    return (rule_below(colour),) if entry.level == 1 else (Border("left", colour, 4.5, 7),)
