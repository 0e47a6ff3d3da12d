"""Renderers for cards, reading copies, test sheets, tuck boxes, posters and whiteboards."""

from collections.abc import Callable
from functools import partial
from operator import attrgetter

from coprod_cards.fonts import families, uncovered
from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import card_geometry
from coprod_cards.pdf.box_payload import box_payload
from coprod_cards.pdf.compile import compiled_pdf, with_print_settings
from coprod_cards.pdf.payload import cards_payload
from coprod_cards.pdf.poster_payload import poster_payload
from coprod_cards.pdf.reading_payload import reading_payload
from coprod_cards.pictures import render_png, render_svg
from coprod_cards.sheets.imposition import Flip, Imposition, imposition_of
from coprod_content.brand.brand import Brand
from coprod_content.brand.stock import PrintRun
from coprod_content.document.document import Document
from coprod_content.layout.frames import Frames
from coprod_content.plugins.renderers import OfferedFile, Renderer

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


def _frames(brand: Brand, imposition_for: ImpositionFor) -> Frames:
    return frames_of(brand, card_geometry(imposition_for(brand).stock, brand.cards))


# The rank places PDF files after editable files and before web pages.
_pdf = partial(Renderer, suffix=".pdf", media_type="application/pdf", rank=20, uncovered=uncovered)


def _for_home(flip: Flip, hint: str) -> Renderer:
    imposition_for = partial(home_imposition, flip=flip)
    name = f"flip-on-{flip}-edge"
    postcards = OfferedFile("postcards", f"postcards-{name}")
    return _pdf(
        render=partial(render, imposition_for=imposition_for),
        caption=f"PDF for an office printer, flip on the {flip} edge",
        hint=f"{hint} Each page of fronts is followed by the page of their backs.",
        in_pack=(postcards,),
        on_site=(OfferedFile("tool-cards", f"tools-{name}"), postcards),
        frames=partial(_frames, imposition_for=imposition_for),
    )


for_printer = _pdf(
    render=partial(render, imposition_for=print_shop_imposition),
    caption="PDF for a print shop",
    hint="One side of a card on each page, each front before its back.",
    in_pack=(OfferedFile("postcards", "postcards-for-a-print-shop"),),
    frames=partial(_frames, imposition_for=print_shop_imposition),
)
for_long_edge = _for_home(
    Flip.LONG_EDGE,
    "Print it on both sides of card, at actual size or 100%, flipped on the long edge, then cut.",
)
for_short_edge = _for_home(
    Flip.SHORT_EDGE,
    "Print it on both sides of card, at actual size or 100%, flipped on the short edge, then cut.",
)
to_read = _pdf(
    render=render_to_read,
    caption="PDF to read",
    hint="Read it on a screen, send it, or print it on plain paper.",
    in_pack=(OfferedFile("run-sheet", "run-sheet"), OfferedFile("postcards", "postcards-to-read")),
    on_site=(OfferedFile("postcards", "postcards-to-read"), OfferedFile("forms", "to-print")),
)
test_sheet = _pdf(
    render=render_test_sheet,
    caption="PDF to print first",
    hint="Print it on both sides of plain paper before you print cards, and follow its instructions.",
    in_pack=(OfferedFile("print-test-sheet", "postcards-test-sheet"),),
)


tuck_box, tuck_box_print_shop = (
    _pdf(
        render=partial(render_tuck_box, run_of=attrgetter(f"printing.{run}")),
        caption=caption,
        hint="Print it on one side of card, at actual size or 100%, then cut, fold and glue it.",
        in_pack=in_pack,
        instead=(("postcards", "postcard-box"), ("tool-cards", "tool-box")),
    )
    for run, caption, in_pack in (
        ("home", "Tuck box (PDF)", (OfferedFile("postcard-box", "postcards-tuck-box"),)),
        ("printer", "Tuck box for cards from a print shop (PDF)", ()),
    )
)
poster = _pdf(
    render=render_poster,
    caption="Posters (PDF)",
    hint="Print each canvas on A3, or larger at a print shop, and put it on the wall.",
    in_pack=(OfferedFile("canvases", "canvases"),),
    on_site=(OfferedFile("canvases", "poster"),),
)
whiteboard_png = Renderer(
    suffix=".png",
    media_type="image/png",
    render=render_png,
    caption="Picture for a whiteboard (PNG)",
    hint="Put it on a shared whiteboard, and write on top of it.",
    on_site=(OfferedFile("canvases", "whiteboard"),),
    rank=40,
    uncovered=uncovered,
)
whiteboard_svg = Renderer(
    suffix=".svg",
    media_type="image/svg+xml",
    render=render_svg,
    caption="Drawing for a whiteboard (SVG)",
    hint="Put it on a shared whiteboard. It stays sharp at any size.",
    on_site=(OfferedFile("canvases", "whiteboard"),),
    rank=41,
    uncovered=uncovered,
)
