"""A preview of one file as slides, page images or an article."""

from attrs import frozen

from coprod_builder.preview.pdf_pages import MOST_PAGES, PageImage, pdf_pages
from coprod_builder.preview.slides.slide_drawing import DrawnSlide, drawn_slides
from coprod_builder.preview.word_as_article import PaperArticle


@frozen(kw_only=True)
class FilePreview:
    """A preview of one file.

    It contains slides, images of a batch of the `total` pages, or an article for a file without fixed pages. `unit` is
    `slide`, `page`, or an empty string for an article.
    """

    unit: str = ""
    total: int = 0
    paper: str = ""
    slides: tuple[DrawnSlide, ...] = ()
    images: tuple[PageImage, ...] = ()
    article: PaperArticle | None = None

    @property
    def length(self) -> str:
        """The length, such as `14 pages of A4`, or an empty string."""
        count = counted(self.total, self.unit) if self.total else ""
        return f"{count} of {self.paper}" if self.paper else count

    @property
    def page_ranges(self) -> tuple[tuple[int, int], ...]:
        """The first and last page of each batch, if there are several."""
        if not self.images or self.total <= MOST_PAGES:
            return ()
        return tuple((start, min(self.total, start + MOST_PAGES - 1)) for start in range(1, self.total + 1, MOST_PAGES))

    @property
    def first(self) -> int:
        """The number of the first slide or page shown."""
        return self.images[0].number if self.images else 1


def counted(count: int, unit: str) -> str:
    """Return a count with its unit, such as `31 slides`."""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def file_preview(suffix: str, data: bytes, first: int = 1) -> FilePreview | None:
    """Return a preview of a deck or PDF, or otherwise None.

    A long PDF is shown in batches, and `first` is the first page of the batch to show.
    """
    match suffix:
        case ".pptx":
            slides = drawn_slides(data)
            return FilePreview(unit="slide", total=len(slides), slides=slides)
        case ".pdf":
            pages = pdf_pages(data, first)
            return FilePreview(unit="page", total=pages.total, paper=pages.paper, images=pages.images)
        case _:
            return None
