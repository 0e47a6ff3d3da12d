"""A preview of one file as slides, page images or an article."""

import base64
import io
from importlib.util import find_spec
from typing import TYPE_CHECKING

from attrs import frozen

from coprod_builder.preview.slides.slide_drawing import DrawnSlide, drawn_slides
from coprod_builder.preview.word_as_article import PaperArticle
from coprod_content.brand.paper_sizes import PAPERS

if TYPE_CHECKING:
    import pypdfium2

MOST_PAGES = 24
"""Maximum number of pages shown at a time. This many pages of cards are at most 2 MB and render in under a second."""
_WIDTH = 1100
"""Width of an image in pixels. It is shown at most 760 CSS pixels wide, so it stays sharp on high-density screens."""
_COLOURS = 128
"""Number of colours in an image.

Our pages use few colours, so limiting an image to this number does not visibly change it. This makes the file a third
of the size.
"""
_MM_PER_PT = 25.4 / 72


@frozen(kw_only=True)
class PageImage:
    """A page as a PNG `data:` URL, with its size in pixels."""

    number: int
    width: int
    height: int
    data: str


@frozen(kw_only=True)
class FilePreview:
    """A preview of one file: its slides, page images or an article.

    A PowerPoint file has `slides`, and a file without fixed pages has an `article`. A PDF has `images` of at most
    `MOST_PAGES` pages. `total` is the number of slides or pages in the file. `unit` is `slide`, `page`, or an empty
    string for an article. `paper` is the size of a PDF's first page, such as `A4`, `A4 landscape` or `154 by 111 mm`.
    For other files, `paper` is an empty string.
    """

    unit: str = ""
    total: int = 0
    paper: str = ""
    slides: tuple[DrawnSlide, ...] = ()
    images: tuple[PageImage, ...] = ()
    article: PaperArticle | None = None

    @property
    def length(self) -> str:
        """The length, such as `14 pages of A4`, or "" for articles."""
        count = counted(self.total, self.unit) if self.total else ""
        return f"{count} of {self.paper}" if self.paper else count

    @property
    def page_ranges(self) -> tuple[tuple[int, int], ...]:
        """The first and last page of each batch of `MOST_PAGES` pages.

        The tuple is empty if the file is not a PDF, or if all pages of the PDF are shown at once.
        """
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
    """Return a deck's or PDF's preview, or None for other files.

    A preview of a PDF shows at most `MOST_PAGES` pages, from page `first`, or from page 1 if there is no such page.
    PDFs have no preview if Pillow or pypdfium2 is not installed, as when the builder itself runs in a browser tab.
    """
    match suffix:
        case ".pptx":
            slides = drawn_slides(data)
            return FilePreview(unit="slide", total=len(slides), slides=slides)
        case ".pdf" if find_spec("PIL") and find_spec("pypdfium2"):
            return _pdf_preview(data, first)
        case _:
            return None


def _pdf_preview(data: bytes, first: int) -> FilePreview:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        total = len(document)
        start = first if 1 <= first <= total else 1
        numbers = range(start, min(total, start + MOST_PAGES - 1) + 1)
        width, height = document.get_page_size(0)
        return FilePreview(
            unit="page",
            total=total,
            paper=_paper_name(round(width * _MM_PER_PT), round(height * _MM_PER_PT)),
            images=tuple(_page_image(document[number - 1], number) for number in numbers),
        )


def _page_image(page: "pypdfium2.PdfPage", number: int) -> PageImage:
    from PIL import Image

    image = page.render(scale=_WIDTH / page.get_width()).to_pil()
    out = io.BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    address = f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"
    return PageImage(number=number, width=image.width, height=image.height, data=address)


def _paper_name(width: int, height: int) -> str:
    papers = {(round(short), round(long)): name for name, (short, long) in PAPERS.items()}
    if (width, height) in papers:
        return papers[width, height]
    return f"{papers[height, width]} landscape" if (height, width) in papers else f"{width} by {height} mm"
