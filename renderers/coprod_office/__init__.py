"""Helpers for writing Office files. For reading, see `coprod_office.reading`."""

from coprod_office.logo import LogoPicture, logo_of
from coprod_office.parts import PackagePart, content_types, core_properties, packed, relationships_part
from coprod_office.theme import theme_part
from coprod_office.xml_text import HEAD, attribute, escaped

__all__ = [
    "HEAD",
    "LogoPicture",
    "PackagePart",
    "attribute",
    "content_types",
    "core_properties",
    "escaped",
    "logo_of",
    "packed",
    "relationships_part",
    "theme_part",
]
