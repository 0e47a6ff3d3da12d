"""Pages of a PDF rendered as images."""

import base64
import io

import pypdfium2
from attrs import frozen
from PIL import Image

MOST_PAGES = 24
"""Number of pages shown at a time. For our cards, they total at most 2 MB and render in under a second."""
_WIDTH = 1100
"""Width of an image in pixels. It is shown at most 760 pixels wide, so it stays sharp on high-density screens."""
_COLOURS = 128
"""Size of an image's palette. Our pages use few colours, so a palette looks the same in a third of the bytes."""
_MM_PER_PT = 25.4 / 72
_A4 = (210, 297)


@frozen(kw_only=True)
class PageImage:
    """A page as a PNG in a `data:` URL, sized in pixels."""

    number: int
    width: int
    height: int
    data: str


@frozen(kw_only=True)
class PdfPages:
    """Images of some of a PDF's `total` pages.

    `paper` is the size of the first page, such as `A4`, `A4 landscape` or `154 by 111 mm`.
    """

    total: int
    paper: str
    images: tuple[PageImage, ...]


def pdf_pages(data: bytes, first: int) -> PdfPages:
    """Render up to `MOST_PAGES` pages of a PDF.

    Start from page `first`, or from page 1 if there is no such page.
    """
    with pypdfium2.PdfDocument(data) as document:
        total = len(document)
        start = first if 1 <= first <= total else 1
        numbers = range(start, min(total, start + MOST_PAGES - 1) + 1)
        width, height = document.get_page_size(0)
        return PdfPages(
            total=total,
            paper=_paper_name(round(width * _MM_PER_PT), round(height * _MM_PER_PT)),
            images=tuple(_page_image(document[number - 1], number) for number in numbers),
        )


def _page_image(page: pypdfium2.PdfPage, number: int) -> PageImage:
    image = page.render(scale=_WIDTH / page.get_width()).to_pil()
    out = io.BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    address = f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"
    return PageImage(number=number, width=image.width, height=image.height, data=address)


def _paper_name(width: int, height: int) -> str:
    if (width, height) == _A4:
        return "A4"
    return "A4 landscape" if (height, width) == _A4 else f"{width} by {height} mm"
