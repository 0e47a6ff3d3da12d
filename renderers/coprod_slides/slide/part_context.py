"""State kept while one part of a deck is written."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from attrs import field, frozen

from coprod_content.layout.font_metrics import FontMetrics
from coprod_content.text.urls import url_fault
from coprod_slides.theme_colours import INK, PAPER, ThemeColour


@frozen
class PartContext:
    """Writes one part, in a language, with a colour for accents.

    `natural` is the height of a line at single spacing as a part of the type size. The addresses that the text links to
    are remembered, each once; their relationships are numbered from `first_link`. On a `dark` ground links keep the
    colour of the text. `sun` is the brand's own, which has no place among the twelve colours of a theme. With high
    contrast panels, badges and table rows have an `edge` of a colour. `face` measures the words of labels, where known.
    """

    language: str
    accent: ThemeColour = INK
    natural: float = 1.2
    first_link: int = 4
    dark: bool = False
    sun: ThemeColour = PAPER
    edge: ThemeColour | None = None
    face: FontMetrics | None = None
    _links: dict[str, str] = field(factory=dict, init=False, repr=False)
    _ids: Iterator[int] = field(factory=lambda: count(2), init=False, repr=False)

    @property
    def links(self) -> tuple[str, ...]:
        """The addresses that were linked to, in the order of their relationships."""
        return tuple(self._links)

    def fresh(self) -> int:
        """An id for a shape that no other on the slide has."""
        return next(self._ids)

    def relation(self, url: str) -> str:
        """The id of the relationship to an address, or nothing for one that must not be followed."""
        if url not in self._links and not _may_be_followed(url):
            return ""
        return self._links.setdefault(url, f"rId{self.first_link + len(self._links)}")


@lru_cache(maxsize=4096)
def _may_be_followed(url: str) -> bool:
    return not url_fault(url)
