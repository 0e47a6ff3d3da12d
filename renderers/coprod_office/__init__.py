"""What Office Open XML files share. Writing is here, reading in `coprod_office.reading`."""

from coprod_office.package import Package, packed
from coprod_office.parts import PackagePart, content_types, relationship_type, relationships_part
from coprod_office.properties import core_properties
from coprod_office.theme import theme_part
from coprod_office.xml import HEAD, attribute, escaped

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
