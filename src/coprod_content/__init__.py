"""Co-production content as typed data, and workshop material made from it."""

from coprod_content.content.library import Items, Library
from coprod_content.content.related_items import Links
from coprod_content.content.unknown_names import UnknownId
from coprod_content.files.content_root import canonical_root
from coprod_content.findings.finding import ContentError, Finding, Place
from coprod_content.loading import examine, load

__all__ = [
    "ContentError",
    "Finding",
    "Items",
    "Library",
    "Links",
    "Place",
    "UnknownId",
    "canonical_root",
    "examine",
    "load",
]
