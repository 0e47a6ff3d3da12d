"""The renderers of cards."""

from collections.abc import Callable
from functools import partial

from coprod_cards.layout.card_frames import frames_of
from coprod_cards.layout.card_geometry import card_geometry
from coprod_cards.pdf.compile import compiled, finished
from coprod_cards.pdf.fonts import families, uncovered
from coprod_cards.pdf.payload import payload
from coprod_cards.pdf.reading_payload import flow
from coprod_cards.sheets.imposition import Flip, Imposition, imposition_of
from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document
from coprod_content.layout.frames import Frames
from coprod_content.plugins.renderers import Renderer

Sheeting = Callable[[Brand], Imposition]


def render(document: Document, brand: Brand, sheeting: Sheeting) -> bytes:
    """A document as cards on the sheets of a brand. Characters that `uncovered` names are shown as U+FFFD.

    Raises ValueError where the document's date is none, UnknownFont, and LookupError for a stock that the brand lacks.
    """
    sheet = sheeting(brand)
    made = compiled(payload(document, brand, sheet), families(brand))
    return finished(made, document.language, sheet)


def render_to_read(document: Document, brand: Brand) -> bytes:
    """A document in one column on A4, to be read from top to bottom."""
    return finished(compiled(flow(document, brand), families(brand), "flow.typ"), document.language)


def render_test_sheet(document: Document, brand: Brand) -> bytes:
    """A document over the pattern of a test sheet, for the stock that a brand prints on at home."""
    sheet = sheet_at_home(brand, Flip.LONG_EDGE)
    made = compiled(flow(document, brand, sheet.stock), families(brand), "flow.typ")
    return finished(made, document.language, sheet)


def sheet_for_printer(brand: Brand) -> Imposition:
    """The sheet for a print shop."""
    run = brand.printing.printer
    return imposition_of(brand.stock(run.stock), run)


def sheet_at_home(brand: Brand, flip: Flip) -> Imposition:
    """The sheet for a printer at home or in an office that turns paper over about an edge."""
    run = brand.printing.home
    return imposition_of(brand.stock(run.stock), run, flip)


def _frames(brand: Brand, sheeting: Sheeting) -> Frames:
    return frames_of(brand, card_geometry(sheeting(brand).stock, brand.cards))


def _renderer(sheeting: Sheeting) -> Renderer:
    return Renderer(
        suffix=".pdf",
        media_type="application/pdf",
        render=partial(render, sheeting=sheeting),
        frames=partial(_frames, sheeting=sheeting),
        uncovered=uncovered,
    )


def _without_frames(render: Callable[[Document, Brand], bytes]) -> Renderer:
    return Renderer(suffix=".pdf", media_type="application/pdf", render=render, uncovered=uncovered)


for_printer = _renderer(sheet_for_printer)
for_long_edge = _renderer(partial(sheet_at_home, flip=Flip.LONG_EDGE))
for_short_edge = _renderer(partial(sheet_at_home, flip=Flip.SHORT_EDGE))
to_read = _without_frames(render_to_read)
test_sheet = _without_frames(render_test_sheet)
