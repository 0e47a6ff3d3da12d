"""What Office Open XML files have in common: packages, properties, escaping."""

from coprod_office.package import Package, packed
from coprod_office.properties import core_properties
from coprod_office.xml import attribute, escaped

__all__ = ["Package", "attribute", "core_properties", "escaped", "packed"]
