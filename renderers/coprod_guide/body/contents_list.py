"""The contents list, and its page numbers."""

from coprod_guide.body.blocks import blocks_xml, notes_xml, time_xml
from coprod_guide.body.runs import linked_to_bookmark
from coprod_guide.outline import OutlineEntry
from coprod_guide.styles.formatting import MM_PER_TWIP, ParagraphFormat, RunFormat
from coprod_guide.styles.style_names import CONTENTS, WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import TAB, field_run, run
from coprod_office import attribute
from coprod_office.reading.xml import Element, W

_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
_FIELD_START = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-{}" \h \z \u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents_xml(entry: OutlineEntry, entries: tuple[OutlineEntry, ...], writer: WordWriter) -> str:
    """Return a contents list with a link to each bookmarked heading."""
    section = entry.section
    page = ParagraphFormat(page_break=entry.new_page, before=0) if entry.at_top else None
    label = writer.paragraph(WordStyle.LABEL, run(section.label), page) if section.label.strip() else ""
    heading = writer.paragraph(WordStyle.CONTENTS_HEADING, run(section.title), None if label else page)
    listed = [other for other in entries if other.bookmark]
    deepest = max(other.level for other in listed)
    lines = []
    width = writer.page.text_width * MM_PER_TWIP
    tab = ParagraphFormat(right_tab=width, dot_leader=True) if writer.styles.foreign else None
    for at, other in enumerate(listed):
        start = _FIELD_START.format(deepest) if at == 0 else ""
        end = _FIELD_END if at == len(listed) - 1 else ""
        words = run(other.words, _entry_properties(other, writer))
        link = linked_to_bookmark(words + _page_number(other.bookmark), other.bookmark)
        lines.append(writer.paragraph(CONTENTS[other.level - 1], f"{start}{link}{end}", tab))
    control = f"<w:sdt><w:sdtPr><w:alias w:val={attribute(section.title)}/>{_GALLERY}</w:sdtPr><w:sdtContent>"
    blocks = blocks_xml(section.blocks, writer) + notes_xml(section.notes, writer)
    return f"{label}{heading}{time_xml(section, writer)}{control}{''.join(lines)}</w:sdtContent></w:sdt>" + blocks


def _page_number(bookmark: str) -> str:
    """Return a tab and a field for a bookmark's page number.

    The field shows 0 until `fill_page_numbers` writes the number or removes the field.
    """
    return TAB + field_run(rf"PAGEREF {bookmark} \h", "0")


def fill_page_numbers(body: list[Element], pages: dict[str, int], first: int = 1) -> None:
    """Write page numbers into the contents list.

    `pages` maps the names of bookmarks to pages, counted from 1. `first` is the number of the first page. If the page
    of any heading in the list is unknown, all numbers are left out.
    """
    links = [link for element in body for link in element.iter(f"{W}hyperlink")]
    listed = [link for link in links if link.find(f".//{W}instrText") is not None]
    are_known = all(link.get(f"{W}anchor") in pages for link in listed)
    for link in listed:
        tab_and_field = list(link)[1:]
        if are_known:
            tab_and_field[-2][0].text = str(pages[link.get(f"{W}anchor", "")] + first - 1)
        for each in () if are_known else tab_and_field:
            link.remove(each)


def _entry_properties(entry: OutlineEntry, writer: WordWriter) -> str:
    accent = entry.section.accent
    return "" if accent == "brand" or writer.styles.foreign else RunFormat(bold=True, colour=writer.accent(accent)).xml
