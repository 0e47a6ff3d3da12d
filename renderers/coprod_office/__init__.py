"""What Office Open XML files share. Writing is here, reading in `coprod_office.reading`."""

from coprod_office.document_properties import core_properties
from coprod_office.parts import PackagePart, content_types, relationship_type, relationships_part
from coprod_office.theme import theme_part
from coprod_office.xml_text import HEAD, attribute, escaped
from coprod_office.zip_package import Package, packed

__all__ = [
    "HEAD",
    "Package",
    "PackagePart",
    "attribute",
    "content_types",
    "core_properties",
    "escaped",
    "packed",
    "relationship_type",
    "relationships_part",
    "theme_part",
]
