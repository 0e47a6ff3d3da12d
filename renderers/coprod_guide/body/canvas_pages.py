"""Landscape pages for wide canvases."""

from copy import deepcopy

from lxml import etree

from coprod_content.document.blocks import Figure
from coprod_content.document.document import Section
from coprod_guide.page_setup import PageSetup
from coprod_guide.word_writer import WordWriter


def needs_landscape(section: Section) -> bool:
    """Return whether a section has a landscape canvas."""
    drawings = [block.drawing for block in section.blocks if isinstance(block, Figure)]
    return section.role == "canvas" and any(drawing.width > drawing.height for drawing in drawings)


def turned(page: PageSetup, *, ours: bool) -> PageSetup:
    """Return a page setup turned to landscape, with narrow margins.

    If `ours` is false, the page is a template's. It stays as it is if it is landscape already. Otherwise, it is turned
    but keeps its top and bottom margins, because they contain the header and footer.
    """
    copy = later(page)
    if not ours and page.size[0] > page.size[1]:
        return copy
    copy.set_orientation(upright=False)
    copy.set_margins(left=15, right=15)
    if ours:
        copy.add_to_margins(top=-8, bottom=-9)
    return copy


def later(page: PageSetup) -> PageSetup:
    """Return a copy of a page setup, for later Word sections.

    In the copy, the first page has the same header and footer as the other pages.
    """
    copy = PageSetup(deepcopy(page.section), page.lost)
    copy.set_title_page(titled=False)
    return copy


def section_break(writer: WordWriter) -> str:
    """Return an almost invisible paragraph that ends a Word section.

    It contains the page setup of the section.
    """
    tiny = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{tiny}{etree.tostring(writer.page.section, encoding='unicode')}</w:pPr></w:p>"
