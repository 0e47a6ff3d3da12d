"""Resources made by others."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, ThemeId, Url, Year
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Resource(Item):
    """A publication or network by others that is worth opening."""

    title: Line
    """The title as published."""
    publisher: Line
    """Who published it."""
    year: Year | None = None
    """The year of publication."""
    type: Literal["guide", "toolkit", "network", "training", "policy", "standard", "measure", "review", "film"]
    """What kind of resource it is."""
    purpose: Prose
    """What it is good for."""
    audience: Line
    """Who it is written for."""
    cost: Line
    """What it costs, such as "Free"."""
    licence: Line | None = None
    """The terms on which it may be used."""
    url: Url
    """The address of its page, as published."""
    themes: tuple[ThemeId, ...]
    """The themes that it belongs to."""
