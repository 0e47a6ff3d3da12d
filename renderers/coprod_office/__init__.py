"""Helpers for writing Office files. For reading, see `coprod_office.reading`."""

from coprod_office.custom_shapes import DASH, custom_geometry
from coprod_office.package_file import packed
from coprod_office.parts import (
    PackagePart,
    application_properties,
    content_types,
    core_properties,
    custom_properties,
    package_relationships,
    relationships_part,
)
from coprod_office.theme import theme_part
from coprod_office.xml_text import HEAD, attribute, blip, escaped

__all__ = [
    "DASH",
    "HEAD",
    "PackagePart",
    "application_properties",
    "attribute",
    "blip",
    "content_types",
    "core_properties",
    "custom_geometry",
    "custom_properties",
    "escaped",
    "package_relationships",
    "packed",
    "relationships_part",
    "theme_part",
]
