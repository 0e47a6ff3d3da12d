"""References: published works."""

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, ThemeId, Url, Year
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Reference(Item):
    """A published work, with its fields as they were seen; what was not seen is left out."""

    authors: tuple[Line, ...]
    year: Year | None = None
    title: Line
    container: Line | None = None
    volume: Line | None = None
    issue: Line | None = None
    pages: Line | None = None
    doi: Line | None = None
    url: Url | None = None
    finding: Prose
    themes: tuple[ThemeId, ...] = ()
