"""State that is kept while one part of a deck is written."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from attrs import field, frozen

from coprod_content.layout.font_metrics import FontMetrics
from coprod_content.text.urls import url_fault
from coprod_slides.theme_colours import INK, PAPER, ThemeColour


@frozen
class PartContext:
    """The language and colours of a part, and ids and links used.

    `language` is quoted as an attribute. `line_height` is that of a line at single spacing, as a share of the type
    size. Relationships to links are numbered from `first_link`. On a `dark` background links keep the colour of the
    text. `sun` is a colour of the brand that has no place among the twelve of a theme. In high contrast, panels, badges
    and table rows have an `edge`. `metrics` measures labels, if known.
    """

    language: str
    accent: ThemeColour = INK
    line_height: float = 1.2
    first_link: int = 4
    dark: bool = False
    sun: ThemeColour = PAPER
    edge: ThemeColour | None = None
    metrics: FontMetrics | None = None
    _links: dict[str, str] = field(factory=dict, init=False, repr=False)
    _ids: Iterator[int] = field(factory=lambda: count(2), init=False, repr=False)

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses linked to, in the order of their relationships."""
        return tuple(self._links)

    def new_id(self) -> int:
        """Return an id that no other shape of the part has."""
        return next(self._ids)

    def link_id(self, url: str) -> str:
        """Return the relationship id of an address, empty if it is unsafe."""
        if url not in self._links and _is_unsafe(url):
            return ""
        return self._links.setdefault(url, f"rId{self.first_link + len(self._links)}")


@lru_cache(maxsize=4096)
def _is_unsafe(url: str) -> bool:
    return bool(url_fault(url))
