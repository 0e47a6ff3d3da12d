"""Pages of a PDF as pictures."""

import base64
import io

import pypdfium2
from attrs import frozen
from PIL import Image

MOST = 24
"""Pages that are shown at a time: 2 MB at most of ours, drawn in less than a second."""
_WIDTH = 1100
"""Pixels across a page, which is shown about 760 wide at most, so that letters are clear on a dense screen too."""
_COLOURS = 128
"""Our pages are of few colours: with a palette a picture has a third of its bytes, and looks the same."""
_MM = 25.4 / 72
_A4 = (210, 297)


@frozen(kw_only=True)
class PageImage:
    """A page as a PNG in a `data:` address. `width` and `height` are in pixels."""

    number: int
    width: int
    height: int
    data: str


@frozen(kw_only=True)
class PdfPages:
    """Some pages of a PDF of `total` pages, on paper of a size in words: `A4`, `A4 on its side`, `154 by 111 mm`."""

    total: int
    paper: str
    pictures: tuple[PageImage, ...]


def pdf_pages(data: bytes, first: int) -> PdfPages:
    """Up to `MOST` pages of a PDF that was made here, from a page on; from the first where there is no such page."""
    with pypdfium2.PdfDocument(data) as document:
        total = len(document)
        start = first if 1 <= first <= total else 1
        numbers = range(start, min(total, start + MOST - 1) + 1)
        width, height = document.get_page_size(0)
        return PdfPages(
            total=total,
            paper=_paper(round(width * _MM), round(height * _MM)),
            pictures=tuple(_picture(document[number - 1], number) for number in numbers),
        )


def _picture(page: pypdfium2.PdfPage, number: int) -> PageImage:
    image = page.render(scale=_WIDTH / page.get_width()).to_pil()
    out = io.BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG")
    address = f"data:image/png;base64,{base64.b64encode(out.getvalue()).decode()}"
    return PageImage(number=number, width=image.width, height=image.height, data=address)


def _paper(width: int, height: int) -> str:
    if (width, height) == _A4:
        return "A4"
    return "A4 on its side" if (height, width) == _A4 else f"{width} by {height} mm"
