"""The renderers of cards."""

from functools import partial

from coprod_cards.frames import frames_of
from coprod_cards.glyphs import families, uncovered
from coprod_cards.payload import payload
from coprod_cards.pdf import compiled, finished
from coprod_cards.sheet import LONG_EDGE, PRINTER, SHORT_EDGE, Sheet
from coprod_content.brand import Brand
from coprod_content.document import Document
from coprod_content.frame import Frames
from coprod_content.renderers import Renderer


def render(document: Document, brand: Brand, sheet: Sheet) -> bytes:
    """A document as cards on sheets. Characters that `uncovered` names are shown as U+FFFD.

    Raises ValueError where the document's date is none, and UnknownFont.
    """
    made = compiled(payload(document, brand, sheet), families(brand))
    return finished(made, sheet, document.language)


def _frames(brand: Brand, sheet: Sheet) -> Frames:
    return frames_of(brand, sheet.stock)


def _renderer(sheet: Sheet) -> Renderer:
    return Renderer(
        suffix=".pdf",
        media_type="application/pdf",
        render=partial(render, sheet=sheet),
        frames=partial(_frames, sheet=sheet),
        uncovered=uncovered,
    )


for_printer = _renderer(PRINTER)
for_long_edge = _renderer(LONG_EDGE)
for_short_edge = _renderer(SHORT_EDGE)
