"""Resources made by others."""

from typing import Literal

from attrs import frozen

from coprod_content.content.field_types import Line, Prose, ThemeId, Url, Year
from coprod_content.content.model.item import Item


@frozen(kw_only=True)
class Resource(Item):
    """Something made by others that is worth opening; the address is given as published."""

    title: Line
    publisher: Line
    year: Year | None = None
    type: Literal["guide", "toolkit", "network", "training", "policy", "standard", "measure", "review", "film"]
    purpose: Prose
    audience: Line
    cost: Line
    licence: Line | None = None
    url: Url
    themes: tuple[ThemeId, ...]
