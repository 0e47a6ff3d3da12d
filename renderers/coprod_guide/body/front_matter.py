"""Front matter: the cover or title, and the contents list."""

from attrs import evolve

from coprod_content.brand.logo import logo_of
from coprod_content.content.drawing import on_background
from coprod_content.document.blocks import block_texts
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import plain
from coprod_content.text.title_widows import without_widow
from coprod_guide.body.blocks import blocks_xml, notes_xml, time_xml
from coprod_guide.body.figures import decorative_run, logo_run
from coprod_guide.body.runs import linked_to_bookmark
from coprod_guide.outline import OutlineEntry
from coprod_guide.pagination.page_fit import cover_picture_height
from coprod_guide.styles.cover_styles import cover_band
from coprod_guide.styles.formatting import MM_PER_TWIP, ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import CONTENTS, WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import TAB, field_run, run
from coprod_office import attribute
from coprod_office.reading.xml import Element, W

_BELOW_BAND, _ABOVE_WORDS = 28.0, 30.0
_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
_FIELD_START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-{}" \h \z \u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def title_xml(document: Document, writer: WordWriter) -> str:
    """Return the title and subtitle of a document without a cover."""
    lines = {WordStyle.TITLE: without_widow(document.title), WordStyle.SUBTITLE: document.subtitle}
    return _band(lines, ParagraphFormat(), writer)


def cover_xml(section: Section, document: Document, writer: WordWriter) -> str:
    """Return the XML of a cover, including its logo, blocks and notes."""
    lines = {
        WordStyle.COVER_LABEL: section.label,
        WordStyle.TITLE: without_widow(section.title),
        WordStyle.SUBTITLE: document.subtitle if _adds_words(document.subtitle, section) else "",
    }
    colours = ParagraphFormat()
    if section.accent != "brand":
        colours = cover_band(writer.accent(section.accent), writer.direct_colour("sun"))
    blocks = time_xml(section, writer) + blocks_xml(section.blocks, writer) + notes_xml(section.notes, writer)
    logo = logo_of(writer.brand)
    above = writer.paragraph(WordStyle.LOGO, logo_run(logo, writer)) if logo else ""
    return above + _band(lines, colours, writer, _picture(section, document, writer)) + blocks


def contents_xml(entry: OutlineEntry, entries: tuple[OutlineEntry, ...], writer: WordWriter) -> str:
    """Return a contents list with a link to each bookmarked heading."""
    section = entry.section
    page = ParagraphFormat(page_break=entry.new_page, before=0) if entry.at_top else None
    label = writer.paragraph(WordStyle.LABEL, run(section.label), page) if section.label.strip() else ""
    heading = writer.paragraph(WordStyle.CONTENTS_HEADING, run(section.title), None if label else page)
    listed = [other for other in entries if other.bookmark]
    deepest = max(other.level for other in listed)
    lines = []
    for at, other in enumerate(listed):
        start = _FIELD_START.format(deepest) if at == 0 else ""
        end = _FIELD_END if at == len(listed) - 1 else ""
        words = run(other.words, _entry_properties(other, writer))
        link = linked_to_bookmark(words + _page_number(other.bookmark), other.bookmark)
        lines.append(writer.paragraph(CONTENTS[other.level - 1], f"{start}{link}{end}"))
    control = f"<w:sdt><w:sdtPr><w:alias w:val={attribute(section.title)}/>{_GALLERY}</w:sdtPr><w:sdtContent>"
    blocks = blocks_xml(section.blocks, writer) + notes_xml(section.notes, writer)
    return f"{label}{heading}{time_xml(section, writer)}{control}{''.join(lines)}</w:sdtContent></w:sdt>" + blocks


def _page_number(bookmark: str) -> str:
    """Return a tab and a field for a bookmark's page number.

    The field stays empty until `fill_page_numbers` writes the number.
    """
    return TAB + field_run(rf"PAGEREF {bookmark} \h", "0")


def fill_page_numbers(body: list[Element], pages: dict[str, int]) -> None:
    """Write page numbers into the contents list.

    If any page number is unknown, all of them are left out.
    """
    links = [link for element in body for link in element.iter(f"{W}hyperlink")]
    listed = [link for link in links if link.find(f".//{W}instrText") is not None]
    are_known = all(link.get(f"{W}anchor") in pages for link in listed)
    for link in listed:
        tab_and_field = list(link)[1:]
        if are_known:
            tab_and_field[-2][0].text = str(pages[link.get(f"{W}anchor", "")])
        for each in () if are_known else tab_and_field:
            link.remove(each)


def _picture(section: Section, document: Document, writer: WordWriter) -> str:
    """Return a run with the cover's picture, recoloured for a coloured band."""
    if section.picture is None:
        return ""
    height = cover_picture_height(section, document, writer.measure, writer.page.text_height)
    picture = on_background(section.picture, section.accent)
    return decorative_run(picture, writer.page.text_width * MM_PER_TWIP, height, writer)


def _entry_properties(entry: OutlineEntry, writer: WordWriter) -> str:
    accent = entry.section.accent
    return "" if accent == "brand" else RunFormat(bold=True, colour=writer.accent(accent)).xml


def _band(lines: dict[WordStyle, str], colours: ParagraphFormat, writer: WordWriter, picture: str = "") -> str:
    """Return lines of text on a coloured band.

    `lines` contains the text of each line, keyed by style. Blank lines are left out. `picture` is the XML of a run that
    goes above the text on the same band, or empty. `colours` contains the fill and borders of the band. If there are
    none in `colours`, the band has the fill and borders that the styles set.
    """
    *upper, (last, words) = [(style, line) for style, line in lines.items() if line.strip()]
    pieces, label = [], colours
    if picture:
        above = evolve(colours, line=1, after=_ABOVE_WORDS)
        pieces, label = [writer.paragraph(WordStyle.COVER_LABEL, picture, above)], evolve(colours, line=1.15)
    for style, line in upper:
        pieces.append(writer.paragraph(style, run(line), label if style is WordStyle.COVER_LABEL else colours))
    closing = evolve(colours, keep_next=False, after=_BELOW_BAND)
    return "".join(pieces) + writer.paragraph(last, run(words), closing)


def _adds_words(subtitle: str, section: Section) -> bool:
    texts = (section.label, section.title, *(plain(text) for block in section.blocks for text in block_texts(block)))
    return bool(subtitle.strip()) and subtitle.casefold().strip() not in {text.casefold().strip() for text in texts}
