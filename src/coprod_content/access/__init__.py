"""Access editions: the same material for people who read in other ways. They change a Document and a Brand."""

from coprod_content.access.access import STANDARD, Access, UnknownAccess
from coprod_content.access.table import ACCESS, access_named

__all__ = ["ACCESS", "Access", "STANDARD", "UnknownAccess", "access_named"]
