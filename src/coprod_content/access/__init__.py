"""Access editions: the same material for people who read in other ways. They change a Document and a Brand."""

from coprod_content.access.access_edition import Access, UnknownAccess
from coprod_content.access.registry import ACCESS, access_named

__all__ = ["ACCESS", "Access", "UnknownAccess", "access_named"]
