"""Write cards, reading copies, test sheets, tuck boxes, posters and whiteboards."""

from collections.abc import Callable

from coprod_cards.fonts import families
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import card_geometry
from coprod_cards.pdf.box_payload import box_payload
from coprod_cards.pdf.compile import compiled_pdf, with_print_settings
from coprod_cards.pdf.payload import cards_payload
from coprod_cards.pdf.poster_payload import poster_payload
from coprod_cards.pdf.reading_payload import reading_payload
from coprod_cards.sheets.imposition import Flip, Imposition, imposition_of
from coprod_content.brand.brand import Brand
from coprod_content.brand.stock import PrintRun
from coprod_content.document.document import Document
from coprod_content.layout.frames import Frames

ImpositionFor = Callable[[Brand], Imposition]


def render(document: Document, brand: Brand, imposition_for: ImpositionFor) -> bytes:
    """Return a PDF of cards.

    `imposition_for` returns the imposition for a brand. The document must have been fitted into the renderer's
    `frames`; otherwise, text can run off its card. Characters that `uncovered` lists are drawn as U+FFFD. Raises
    ValueError if the document's date is invalid, UnknownFont if neither the brand's print font nor one with the same
    widths is installed, and UnknownName if the brand does not define the stock to print on.
    """
    imposition = imposition_for(brand)
    data = compiled_pdf(cards_payload(document, brand, imposition), families(brand))
    return with_print_settings(data, document.language, imposition)


def render_to_read(document: Document, brand: Brand) -> bytes:
    """Return a PDF of a document in one column."""
    data = compiled_pdf(reading_payload(document, brand), families(brand), "reading.typ")
    return with_print_settings(data, document.language)


def render_test_sheet(document: Document, brand: Brand) -> bytes:
    """Return a PDF test sheet for home and office printers."""
    imposition = home_imposition(brand, Flip.LONG_EDGE)
    data = compiled_pdf(reading_payload(document, brand, imposition.stock), families(brand), "reading.typ")
    return with_print_settings(data, document.language, imposition)


def render_poster(document: Document, brand: Brand) -> bytes:
    """Return a PDF of posters, one for each section."""
    data = compiled_pdf(poster_payload(document, brand), families(brand), "poster.typ")
    return with_print_settings(data, document.language)


def render_tuck_box(document: Document, brand: Brand, run_of: Callable[[Brand], PrintRun]) -> bytes:
    """Return a PDF of a tuck box for cards.

    `run_of` returns the print run that a brand sets for the cards.
    """
    data = compiled_pdf(box_payload(document, brand, run_of(brand)), families(brand), "box.typ")
    return with_print_settings(data, document.language, actual_size=True)


def print_shop_imposition(brand: Brand) -> Imposition:
    """Return the imposition for a print shop."""
    return imposition_of(brand, brand.printing.printer)


def home_imposition(brand: Brand, flip: Flip) -> Imposition:
    """Return the imposition for a home or office printer.

    `flip` is the edge on which the printer flips the paper.
    """
    return imposition_of(brand, brand.printing.home, flip)


def frames(brand: Brand, imposition_for: ImpositionFor) -> Frames:
    """Return the frames of cards."""
    return frames_of(brand, card_geometry(imposition_for(brand).stock, brand.cards))
