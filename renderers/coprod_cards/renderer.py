"""The renderers of cards, of pages to be read and of test sheets."""

from collections.abc import Callable
from functools import partial

from coprod_cards.fonts import families, uncovered
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import card_geometry
from coprod_cards.pdf.compile import compiled_pdf
from coprod_cards.pdf.payload import cards_payload
from coprod_cards.pdf.print_settings import with_print_settings
from coprod_cards.pdf.reading_payload import reading_payload
from coprod_cards.sheets.imposition import Flip, Imposition, imposition_of
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.layout.frames import Frames
from coprod_content.plugins.renderers import Renderer

ImpositionFor = Callable[[Brand], Imposition]


def render(document: Document, brand: Brand, imposition_for: ImpositionFor) -> bytes:
    """Return the PDF of a fitted document as imposed cards.

    The document must have been fitted into the renderer's `frames`: text that does not fit runs off its card.
    Characters that `uncovered` lists are drawn as U+FFFD. Raises ValueError if the document's date is invalid,
    UnknownFont, and LookupError for a stock that the brand lacks.
    """
    imposition = imposition_for(brand)
    data = compiled_pdf(cards_payload(document, brand, imposition), families(brand))
    return with_print_settings(data, document.language, imposition)


def render_to_read(document: Document, brand: Brand) -> bytes:
    """Return the PDF of a document in one column on A4, to be read from top to bottom."""
    data = compiled_pdf(reading_payload(document, brand), families(brand), "reading.typ")
    return with_print_settings(data, document.language)


def render_test_sheet(document: Document, brand: Brand) -> bytes:
    """Return the PDF of a document on the test pattern of the stock for home printers."""
    imposition = home_imposition(brand, Flip.LONG_EDGE)
    data = compiled_pdf(reading_payload(document, brand, imposition.stock), families(brand), "reading.typ")
    return with_print_settings(data, document.language, imposition)


def print_shop_imposition(brand: Brand) -> Imposition:
    """Return the imposition for a print shop."""
    run = brand.printing.printer
    return imposition_of(brand.stock(run.stock), run)


def home_imposition(brand: Brand, flip: Flip) -> Imposition:
    """Return the imposition for a printer at home or in an office, which turns paper about an edge."""
    run = brand.printing.home
    return imposition_of(brand.stock(run.stock), run, flip)


def _frames(brand: Brand, imposition_for: ImpositionFor) -> Frames:
    return frames_of(brand, card_geometry(imposition_for(brand).stock, brand.cards))


def _card_renderer(imposition_for: ImpositionFor) -> Renderer:
    return Renderer(
        suffix=".pdf",
        media_type="application/pdf",
        render=partial(render, imposition_for=imposition_for),
        frames=partial(_frames, imposition_for=imposition_for),
        uncovered=uncovered,
    )


def _page_renderer(render: Callable[[Document, Brand], bytes]) -> Renderer:
    return Renderer(suffix=".pdf", media_type="application/pdf", render=render, uncovered=uncovered)


for_printer = _card_renderer(print_shop_imposition)
for_long_edge = _card_renderer(partial(home_imposition, flip=Flip.LONG_EDGE))
for_short_edge = _card_renderer(partial(home_imposition, flip=Flip.SHORT_EDGE))
to_read = _page_renderer(render_to_read)
test_sheet = _page_renderer(render_test_sheet)
