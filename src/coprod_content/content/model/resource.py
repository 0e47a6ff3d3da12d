"""Resources from other publishers."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, ThemeId, Url, Year
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Resource(Item):
    """A useful publication or network by other people."""

    title: Line
    """The title, as published."""
    publisher: Line
    """Who published the resource."""
    year: Year | None = None
    """The year of publication."""
    type: Literal["guide", "toolkit", "network", "training", "policy", "standard", "measure", "review", "film"]
    """The type of resource."""
    purpose: Prose
    """What the resource is good for."""
    audience: Line
    """The intended readers or users."""
    cost: Line
    """The price, such as "Free"."""
    licence: Line | None = None
    """The terms on which the resource may be used."""
    url: Url
    """The web address of the resource, as published."""
    themes: tuple[ThemeId, ...]
    """The themes that the resource belongs to."""
