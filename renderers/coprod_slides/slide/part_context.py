"""State kept while writing one part of a deck."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from attrs import field, frozen

from coprod_content.layout.font_metrics import FontMetrics
from coprod_content.text.urls import url_fault
from coprod_slides.theme_colours import INK, PAPER, ThemeColour


@frozen
class PartContext:
    """A part's language and colours, plus ids and links used so far.

    `language` is already quoted as an XML attribute. `line_height` is the height of a single-spaced line as a multiple
    of the type size. Link relationships are numbered from `first_link`. On a `dark` background, links keep the text
    colour. `sun` is the brand's colour of that name, which is not one of the twelve colours of an Office theme. In high
    contrast, panels, badges and table rows are outlined in the colour `edge`. If `metrics` is given, the labels of a
    drawing are measured with it, and widened where a word would be broken.
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
        """The linked URLs, in the order of their relationship ids."""
        return tuple(self._links)

    def new_id(self) -> int:
        """Return a shape id that is unused in this part."""
        return next(self._ids)

    def link_id(self, url: str) -> str:
        """Return a URL's relationship id, or an empty string for unsafe URLs."""
        if url not in self._links and _is_unsafe(url):
            return ""
        return self._links.setdefault(url, f"rId{self.first_link + len(self._links)}")


@lru_cache(maxsize=4096)
def _is_unsafe(url: str) -> bool:
    return bool(url_fault(url))
