"""The reference document: the page, styles, lists and theme that every guide starts from."""

from functools import lru_cache

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_guide.package_parts import (
    FIRST_FOOTER,
    RUNNING_FOOTER,
    RUNNING_HEADER,
    application,
    content_types,
    document_relations,
    empty_document,
    font_table,
    package_relations,
    running_part,
    settings,
)
from coprod_guide.styles.adopted_template import adopted
from coprod_guide.styles.list_numbering import numbering_part
from coprod_guide.styles.style_sheet import style_sheet
from coprod_guide.styles.theme import theme_part
from coprod_office import core_properties, packed

_DAY = "2026-01-01"


@lru_cache(maxsize=16)
def reference(brand: Brand) -> bytes:
    """A complete Word document without text, made from the brand; or the brand's own, without what it may not bring.

    Raises ValueError where the brand's own is no Word document or lacks a style.
    """
    name = brand.reference.guide
    data = brand.file(name)
    return packed(_parts(brand), _DAY) if name is None or data is None else adopted(data, name, brand)


def _parts(brand: Brand) -> tuple[tuple[str, bytes], ...]:
    blank = Document(title="Reference document", language="en-GB")
    return (
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core_properties(blank)),
        ("docProps/app.xml", application()),
        ("word/document.xml", empty_document()),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/styles.xml", style_sheet(brand)),
        ("word/numbering.xml", numbering_part(brand)),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", font_table(brand)),
        ("word/theme/theme1.xml", theme_part(brand)),
        (f"word/{RUNNING_HEADER}", running_part("hdr")),
        (f"word/{RUNNING_FOOTER}", running_part("ftr")),
        (f"word/{FIRST_FOOTER}", running_part("ftr")),
    )
