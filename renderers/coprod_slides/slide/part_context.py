"""State kept while writing one part of a deck."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from attrs import Factory, field, frozen

from coprod_content.content.model.film import Clip
from coprod_content.layout.font_metrics import FontMetrics
from coprod_content.text.urls import url_fault
from coprod_slides.drawingml import CAPTIONS, CLIP, JUMP, MEDIA, PHOTO
from coprod_slides.theme_colours import RoleColours, ThemeColour

_DARK_2 = ThemeColour("dk2")


@frozen
class PartContext:
    """A part's language and colours, plus ids and links used so far.

    `language` is already quoted as an XML attribute. `line_height` is the height of a single-spaced line as a multiple
    of the type size. `brand` is the main colour in drawings, even on slides in the colours of a theme. Link
    relationships are numbered from `first_link`, and shapes from `first_id`. On a `dark` background, links keep the
    text colour, or have the colour `link` if given. If `panel` is true, figures are on a panel in the colour `paper`.
    If `metrics` is given, it is used to measure the labels of drawings, and labels are widened if a word would
    otherwise be broken. If `people` is given, pictures of people are on a panel, in these colours. `places` contains
    each item that a link leads to, with the number of its slide. An evolved context shares its ids and links with the
    original.
    """

    language: str
    colours: RoleColours
    line_height: float = 1.2
    first_link: int = 4
    first_id: int = 2
    dark: bool = False
    link: ThemeColour | None = None
    panel: bool = False
    brand: ThemeColour = _DARK_2
    metrics: FontMetrics | None = None
    people: RoleColours | None = None
    places: tuple[tuple[str, int], ...] = ()
    _links: dict[str, str] = field(factory=dict, repr=False)
    _photos: list[bytes] = field(factory=list, repr=False)
    _clips: dict[int, Clip] = field(factory=dict, repr=False)
    _ids: Iterator[int] = field(default=Factory(lambda self: count(self.first_id), takes_self=True), repr=False)

    @property
    def links(self) -> tuple[str, ...]:
        """The linked URLs and slides, in the order of their ids.

        A linked slide is given as JUMP and its number.
        """
        return tuple(self._links)

    @property
    def photos(self) -> tuple[bytes, ...]:
        """The JPEG files shown, in the order of their relationship ids."""
        return tuple(self._photos)

    @property
    def clips(self) -> tuple[tuple[int, Clip], ...]:
        """The films to play, as pairs of shape id and clip."""
        return tuple(self._clips.items())

    def clip_ids(self, clip: Clip, shape: int) -> tuple[str, str, str]:
        """Return the relationship ids of a film.

        They are the ids of the film as a video, of the film as media, and of its captions. `shape` is the id of the
        film's picture.
        """
        self._clips[shape] = clip
        number = len(self._clips)
        return f"{CLIP}{number}", f"{MEDIA}{number}", f"{CAPTIONS}{number}"

    def photo_id(self, jpeg: bytes) -> str:
        """Return the relationship id of a photo."""
        if jpeg not in self._photos:
            self._photos.append(jpeg)
        return f"{PHOTO}{self._photos.index(jpeg) + 1}"

    def new_id(self) -> int:
        """Return a shape id that is unused in this part."""
        return next(self._ids)

    def link_id(self, url: str) -> str:
        """Return a URL's relationship id, or an empty string for unsafe URLs."""
        if url not in self._links and _is_unsafe(url):
            return ""
        return self._link_id(url)

    def jump_id(self, item: str) -> str:
        """Return the relationship id of the slide about an item, or ""."""
        number = dict(self.places).get(item)
        return self._link_id(f"{JUMP}{number}") if number else ""

    def _link_id(self, url: str) -> str:
        return self._links.setdefault(url, f"rId{self.first_link + len(self._links)}")


@lru_cache(maxsize=4096)
def _is_unsafe(url: str) -> bool:
    return bool(url_fault(url))
