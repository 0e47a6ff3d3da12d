"""The reference document on which a brand's guides are based."""

from functools import lru_cache

from coprod_content.brand.brand import Brand
from coprod_guide.page_setup import section_properties
from coprod_guide.styles.list_numbering import numbering_part
from coprod_guide.styles.style_sheet import style_sheet
from coprod_guide.template.adopted_template import adopted_template
from coprod_guide.template.package_parts import (
    THEME,
    document_part,
    embedded_font_parts,
    own_parts,
    package_part,
    with_relationships,
)
from coprod_guide.template.reference_parts import OUR_RUNNING_PARTS, ReferenceDocument, assembled
from coprod_guide.template.template_brand import template_of, templated
from coprod_office import PackagePart, packed, theme_part
from coprod_office.theme import FILL

_THEME_LINE = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{FILL}<a:prstDash val="solid"/></a:ln>'
_DAY = "2026-01-01"


def reference(brand: Brand) -> bytes:
    """Return a brand's reference document as an editable Word file."""
    found = reference_document(brand)
    parts = with_relationships((document_part("", found.section), *found.parts), found.relationships)
    return packed(((part.name, part.data) for part in parts), _DAY)


@lru_cache(maxsize=16)
def reference_document(brand: Brand) -> ReferenceDocument:
    """Return the brand's own reference document, or a generated one.

    Raises ValueError if the brand's own document cannot be used.
    """
    template = template_of(brand)
    if template is not None:
        made = templated(brand)
        return adopted_template(template, made, _theme(made))
    return assembled(
        own_parts(brand, style_sheet(brand), numbering_part(brand)),
        section=section_properties(brand),
        running=OUR_RUNNING_PARTS,
        others=(_theme(brand), *embedded_font_parts(brand)),
    )


def _theme(brand: Brand) -> PackagePart:
    return package_part(THEME, theme_part(brand, _THEME_LINE * 3))
