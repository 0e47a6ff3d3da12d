"""The reference document on which a brand's guides are based."""

from functools import lru_cache

from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_guide.page_setup import section_properties
from coprod_guide.styles.list_numbering import numbering_part
from coprod_guide.styles.style_sheet import style_sheet
from coprod_guide.template.adopted_template import adopted_template
from coprod_guide.template.package_parts import document_part, with_relationships
from coprod_guide.template.reference_parts import OUR_RUNNING_PARTS, ReferenceDocument, ReferenceParts
from coprod_office import packed, theme_part
from coprod_office.theme import FILL

_THEME_LINE = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{FILL}<a:prstDash val="solid"/></a:ln>'
_DAY = "2026-01-01"


def reference(brand: Brand) -> bytes:
    """Return the reference document as a Word file, for editing."""
    found = reference_document(brand)
    parts = with_relationships((document_part("", found.section), *found.parts), found.relationships)
    return packed(((part.name, part.data) for part in parts), _DAY)


@lru_cache(maxsize=16)
def reference_document(brand: Brand) -> ReferenceDocument:
    """Return the brand's own reference document, or a generated one.

    The brand's own document is made safe and complete. Raises ValueError if it cannot be used.
    """
    name = brand.reference.guide
    data = brand.file(name)
    if name is None or data is None:
        parts = ReferenceParts(
            styles=style_sheet(brand),
            numbering=numbering_part(brand),
            theme=theme_part(brand, _THEME_LINE * 3),
            section=etree.fromstring(section_properties()),
            running=OUR_RUNNING_PARTS,
        )
    else:
        parts = adopted_template(data, name)
    return parts.assembled(brand)
