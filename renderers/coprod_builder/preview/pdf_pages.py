"""Pages of a PDF as pictures."""

import base64
import io

import pypdfium2
from attrs import frozen
from PIL import Image

MOST_PAGES = 24
"""Pages shown at a time. Those of our cards are at most 2 MB together, drawn in under a second."""
_WIDTH = 1100
"""Pixels across a picture. It is shown at most 760 pixels wide, so it is sharp on a dense screen too."""
_COLOURS = 128
"""Our pages have few colours: a palette takes a third of the bytes and looks the same."""
_MM_PER_PT = 25.4 / 72
_A4 = (210, 297)


@frozen(kw_only=True)
class PageImage:
    """A page as a PNG in a `data:` address. Sizes are pixels."""

    number: int
    width: int
    height: int
    data: str


@frozen(kw_only=True)
class PdfPages:
    """Some of the `total` pages of a PDF.

    `paper` is their size: `A4`, `A4 landscape`, `154 by 111 mm`.
    """

    total: int
    paper: str
    images: tuple[PageImage, ...]


def pdf_pages(data: bytes, first: int) -> PdfPages:
    """Draw up to `MOST_PAGES` pages of a PDF.

    They start at page `first`, or at page 1 if there is no such page.
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
