"""Write documents as editable Word files."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve
from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_content.brand.logo import logo_of
from coprod_content.document.document import Document, is_certificate, is_paper, is_run_sheet
from coprod_content.text.languages import runs_from_right
from coprod_guide.body.canvas_pages import later, needs_landscape, section_break, turned
from coprod_guide.body.contents_list import contents_xml, fill_page_numbers
from coprod_guide.body.cover import cover_xml, title_xml
from coprod_guide.body.headers_and_footers import extra_line_heights, running_parts
from coprod_guide.body.run_sheet import set_run_sheet_page
from coprod_guide.body.sections import section_xml
from coprod_guide.body.spreads import LARGEST_BESIDE, is_spread, spread_xml
from coprod_guide.forms.certificate import certificate_head_xml, certificate_part_xml, set_certificate_page
from coprod_guide.forms.letterhead import letterhead_xml
from coprod_guide.forms.paper_fit import fit_on_fewer_pages
from coprod_guide.languages import with_languages
from coprod_guide.outline import OutlineEntry, agenda_items, has_cover, has_title, outline
from coprod_guide.pagination.body_heights import elements_of
from coprod_guide.pagination.page_numbers import PageNumbers
from coprod_guide.pagination.paragraph_changes import keep_words_whole, tighten_all
from coprod_guide.paragraph_ids import add_ids
from coprod_guide.styles.formatting import MM_PER_TWIP
from coprod_guide.template.package_parts import document_part, properties_parts
from coprod_guide.template.reference_document import reference_document
from coprod_guide.template.template_brand import templated
from coprod_guide.template.word_fields import with_words_of
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import xml_of_all
from coprod_office import packed
from coprod_office.fallback_font import with_fallback_font
from coprod_office.reading.xml import Element, W

_FEW_LINES = 0.2  # of a page


def render(document: Document, brand: Brand) -> bytes:
    """Return a document as a Word file.

    Raises ValueError if the brand's own reference document or logo cannot be used.
    """
    brand = templated(brand)
    writer = WordWriter.of(document, brand, reference_document(brand))
    if is_run_sheet(document):
        set_run_sheet_page(writer.page, upright=document.upright, ours=not writer.styles.foreign)
    if is_certificate(document) and writer.has_our_page:
        set_certificate_page(writer)
    if writer.has_our_header:
        above, below = extra_line_heights(document, writer)
        writer.page.set_title_page(titled=has_title(document) or is_run_sheet(document))
        writer.page.add_to_margins(top=above, bottom=below)
    from_right = runs_from_right(document.language)
    if brand.guide.body <= LARGEST_BESIDE and any(section.role == "aside" for _, section in document.walk()):
        page, ours = writer.page, writer.has_our_page
        writer.spread_width = page.widen_outer_margin(from_right=from_right) if ours else page.text_width
    writer.page.set_direction(from_right=from_right)
    if not (writer.has_pictures or has_cover(document) or has_title(document)):
        writer.sheet_logo = logo_of(brand, "run_sheet" if is_run_sheet(document) else "handouts")
    running = running_parts(document, writer)
    elements = _paginated(_body(document, writer), writer)
    if is_paper(document) and writer.has_our_page:
        fit_on_fewer_pages(elements, writer.heights, writer.page, always=is_certificate(document))
    add_ids(elements, writer)
    body = xml_of_all(elements)
    main = document_part(body, etree.tostring(writer.page.section, encoding="unicode"))
    core, _, *custom = properties_parts(document)
    main, *headers = (with_languages(part, document) for part in (main, *running))
    parts = writer.package(main, (core, *custom, *headers), document.language)
    if not writer.has_our_header:
        parts = tuple(evolve(part, data=with_words_of(document, part.data)) for part in parts)
    parts = tuple(with_fallback_font(part, writer.brand.fonts.office) for part in parts)
    return packed(((part.name, part.data) for part in parts), document.date)


def shows_logo(brand: Brand) -> bool:
    """Return whether Word files show the brand's logo, if any."""
    return not reference_document(templated(brand)).has_pictures


def _body(document: Document, writer: WordWriter) -> Iterator[tuple[list[Element], bool]]:
    """Yield each part's elements, and whether the part is an agenda item."""
    entries = outline(document, writer.brand.guide)
    title = "" if has_cover(document) or not has_title(document) else title_xml(document, writer)
    yield elements_of(title), False
    for part in agenda_items(entries):
        separate = (_entry(entry, entries, document, writer) for entry in part)
        elements = elements_of(
            spread_xml(part, writer) if writer.has_spreads and is_spread(part) else "".join(separate)
        )
        if part[0].level and (writer.has_spreads or _is_just_too_long(part, elements, writer)):
            tighten_all(elements, writer.heights, writer.brand)
        for heading in filter(writer.is_title, elements) if part[0].level else ():
            keep_words_whole(heading, writer.heights_in_fonts, writer.page.text_width * MM_PER_TWIP)
        yield elements, part[0].section.role == "spread"


def _is_just_too_long(part: tuple[OutlineEntry, ...], elements: list[Element], writer: WordWriter) -> bool:
    """Return whether a handout is slightly too long for its page.

    Returns False for other parts and for landscape pages.
    """
    if part[0].section.role != "handout" or needs_landscape(part[0].section):
        return False
    width, height = writer.page.text_width * MM_PER_TWIP, writer.page.text_height
    over = max(each.of_paragraphs(elements, width) for each in writer.heights_in_fonts) - height
    return 0 < over < _FEW_LINES * height


def _paginated(parts: Iterator[tuple[list[Element], bool]], writer: WordWriter) -> list[Element]:
    """Return a body's elements, with page breaks and page numbers."""
    body, items, page = list[Element](), list[tuple[int, int]](), writer.page
    for elements, is_item in parts:
        items += [(len(body), len(body) + len(elements))] if is_item else []
        body += elements
    if not items and all(element.tag != f"{W}sdt" for element in body):
        return body
    numbers = PageNumbers(writer.heights_in_fonts, page.text_height, page.text_width * MM_PER_TWIP)
    numbers.is_exact = writer.measure.is_exact or not writer.styles.foreign
    made = numbers.paginated(body, tuple(items))
    fill_page_numbers(
        made, numbers.known if writer.measure.is_known or not writer.styles.foreign else {}, writer.styles.first_number
    )
    return made


def _entry(entry: OutlineEntry, entries: tuple[OutlineEntry, ...], document: Document, writer: WordWriter) -> str:
    if entry.section.role == "certificate" and is_certificate(document):
        return certificate_part_xml(entry.section, document, writer)
    if entry.level and needs_landscape(entry.section):
        return _turned_entry(entry, entries, writer)
    if entry.level:
        return section_xml(entry, writer, beside=writer.has_spreads)
    if entry.section.role == "cover":
        head = certificate_head_xml if is_certificate(document) else letterhead_xml if is_paper(document) else cover_xml
        return head(entry.section, document, writer)
    return contents_xml(entry, entries, writer)


def _turned_entry(entry: OutlineEntry, entries: tuple[OutlineEntry, ...], writer: WordWriter) -> str:
    """Return an entry's XML, on a separate landscape page."""
    previous = next((one for one, other in pairwise(entries) if other is entry), None)
    before = "" if previous is None or needs_landscape(previous.section) else section_break(writer)
    upright = later(writer.page)
    writer.page = turned(writer.page, ours=not writer.styles.foreign)
    xml = before + section_xml(evolve(entry, new_page=False, at_top=True), writer)
    if entry is not entries[-1]:
        xml += section_break(writer)
        writer.page = upright
    return xml
