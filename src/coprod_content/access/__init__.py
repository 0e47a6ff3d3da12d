"""Access editions: a Document and Brand adapted for readers with particular needs."""

from coprod_content.access.access_editions import (
    ACCESS_EDITIONS,
    AccessEdition,
    UnknownAccessEdition,
    access_edition_named,
)

__all__ = ["ACCESS_EDITIONS", "AccessEdition", "UnknownAccessEdition", "access_edition_named"]
