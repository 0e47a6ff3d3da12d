"""How a file looks: its slides or pages, drawn from its bytes, for each kind of file that can be drawn."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from attrs import frozen

from coprod_builder.preview.pdf_pages import MOST, PageImage, pdf_pages
from coprod_builder.preview.slides.slide_drawing import drawn_slides


class DrawnPage(Protocol):
    """A slide or page that templates/slide.html draws: a ground in points with shapes and lines of text on it."""

    @property
    def number(self) -> int:
        """Its place in the file, from one."""

    @property
    def title(self) -> str:
        """Its title, empty where it has none."""

    @property
    def width(self) -> float:
        """Points across."""

    @property
    def height(self) -> float:
        """Points down."""

    @property
    def ground(self) -> str:
        """Its colour, `#rrggbb`."""

    @property
    def things(self) -> Sequence[object]:
        """What is drawn, in that order."""


@frozen(kw_only=True)
class FilePreview:
    """What is shown of a file of `total` slides or pages: drawings or pictures, as many as are shown at a time.

    A drawing of a slide has its `notes` too.
    """

    unit: str
    total: int
    paper: str = ""
    drawings: tuple[DrawnPage, ...] = ()
    pictures: tuple[PageImage, ...] = ()

    @property
    def size(self) -> str:
        """How much there is: `31 slides`, `14 pages of A4`."""
        many = counted(self.total, self.unit)
        return f"{many} of {self.paper}" if self.paper else many

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """First and last page of what is shown at a time, where that is not all."""
        if len(self.drawings) == self.total or self.total <= MOST:
            return ()
        return tuple((start, min(self.total, start + MOST - 1)) for start in range(1, self.total + 1, MOST))

    @property
    def first(self) -> int:
        """The first page that is shown."""
        return self.pictures[0].number if self.pictures else 1


def counted(count: int, unit: str) -> str:
    """So many slides or pages: `1 page`, `31 slides`."""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def _drawn_by(draw: Callable[[bytes], tuple[DrawnPage, ...]], unit: str) -> Callable[[bytes, int], FilePreview]:
    """The look of files that are drawn whole."""

    def look(data: bytes, _: int) -> FilePreview:
        drawings = draw(data)
        return FilePreview(unit=unit, total=len(drawings), drawings=drawings)

    return look


def _of_pdf(data: bytes, first: int) -> FilePreview:
    found = pdf_pages(data, first)
    return FilePreview(unit="page", total=found.total, paper=found.paper, pictures=found.pictures)


_LOOKS: Mapping[str, Callable[[bytes, int], FilePreview]] = {
    ".pptx": _drawn_by(drawn_slides, "slide"),
    ".pdf": _of_pdf,
}
"""By the suffix of a file. What is not here is said not to be drawn, and shown as its web page."""


def file_preview(suffix: str, data: bytes, first: int = 1) -> FilePreview | None:
    """How a file looks, from a page on where it has many; nothing where files of its kind are not drawn."""
    found = _LOOKS.get(suffix)
    return found(data, first) if found else None
