"""Adapt a reference document to a guide's language, and measure its headers."""

from lxml import etree

from coprod_content.text.languages import runs_from_right
from coprod_guide.languages import add_direction, indent_lists, mirror_borders, remove_direction
from coprod_guide.page_setup import PageSetup
from coprod_guide.pagination.body_heights import BodyHeights
from coprod_guide.styles.formatting import MM_PER_TWIP
from coprod_guide.template.reference_parts import ReferenceDocument
from coprod_office.reading.xml import W, first_child

_FROM_RIGHT = "ar-SA"  # what Word itself writes for right-to-left text in other documents


def with_language(reference: ReferenceDocument, part: str, language: str, *path: str) -> bytes:
    """Return styles or settings with the language and direction of a document.

    `part` is the name of the part. `path` contains the names of the elements down to the language element, outermost
    first.
    """
    root = element = etree.fromstring(reference.data(part))
    for name in path:
        child = first_child(element, f"{W}{name}")
        if child is None:
            child = etree.Element(f"{W}{name}")
            element.insert(len(element) if name == path[-1] else 0, child)
        element = child
    element.set(f"{W}val", language)
    element.set(f"{W}eastAsia", language)
    element.set(f"{W}bidi", language if runs_from_right(language) else _FROM_RIGHT)
    if not runs_from_right(language) and reference.styles.foreign:
        remove_direction(root)
    if runs_from_right(language):
        for defaults in root.iterfind(f"{W}docDefaults/{W}pPrDefault/{W}pPr"):
            add_direction(defaults)
        if reference.has_our_page:
            mirror_borders(root)
            indent_lists(root)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def lost_height(page: PageSetup, reference: ReferenceDocument, heights: BodyHeights) -> float:
    """Return the height that text loses to a template's header and footer.

    The height is in millimetres. It is 0 if the styles, or the headers and footers, are ours.
    """
    if not reference.styles.foreign or reference.has_our_header:
        return 0.0
    width = page.text_width * MM_PER_TWIP
    tall = {"hdr": 0.0, "ftr": 0.0}
    for part in reference.parts:
        kind = part.content_type.rpartition(".")[2]
        if kind in ("header+xml", "footer+xml"):
            root = etree.fromstring(part.data)
            name = "hdr" if kind == "header+xml" else "ftr"
            tall[name] = max(tall[name], heights.of_paragraphs(list(root), width))
    return page.lost_height(tall["hdr"], tall["ftr"])
