"""Large print: text reflowed at 18 pt, with nothing under 16 pt.

The rules follow clear print guidance: no italics, and no tables of more than two columns, because at this size each
cell would have room for about one word.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import evolve, fields

from coprod_content.access.large_print_labels import drawing_scale, legible_figure
from coprod_content.access.large_print_tables import table_as_list
from coprod_content.brand.brand import Brand, CardSizes, GuideSizes, SlideSizes
from coprod_content.brand.stock import Printing, PrintRun
from coprod_content.document.block_mapping import map_blocks, map_texts
from coprod_content.document.blocks import Block, Figure, Table, Writing
from coprod_content.document.document import Document, Section
from coprod_content.layout.frames import Frames
from coprod_content.text.spans import Text

Sizes = TypeVar("Sizes", SlideSizes, GuideSizes, CardSizes)
MOST_COLUMNS = 2
SLIDES = SlideSizes(
    cover=(54, 46, 40, 34, 28, 24),
    title=(36, 32, 28, 24, 20),
    question=(54, 48, 42, 36, 32, 28, 24, 20),
    statement=(36, 32, 28),
    lead=32,
    body=28,
    small=20,
    notes=18,
    line=105,
)
GUIDE = GuideSizes(cover=40, heading_1=28, heading_2=24, heading_3=21, lead=20, body=18, small=16, line=133)
CARDS = CardSizes(question=(36, 32, 28, 25, 22, 20, 18), title=(24, 22, 20, 18), body=18, imprint=16, line=125)
_A5 = (148.0, 210.0)  # millimetres


def large_print_brand(brand: Brand) -> Brand:
    """Return the brand with type and cards enlarged for large print."""
    return evolve(
        brand,
        slides=_larger(brand.slides, SLIDES),
        guide=_larger(brand.guide, GUIDE),
        cards=_larger(brand.cards, CARDS),
        printing=Printing(
            home=_on_large_cards(brand.printing.home, brand, "a4-halves"),
            printer=_on_large_cards(brand.printing.printer, brand, "a5-printer"),
        ),
    )


def _on_large_cards(run: PrintRun, brand: Brand, stock: str) -> PrintRun:
    """Return the run, switched to `stock` if its cards are below A5."""
    own = brand.stock(run.stock)
    large = min(own.width, own.height) >= _A5[0] and max(own.width, own.height) >= _A5[1]
    return run if large else evolve(run, stock=stock)


def _larger(sizes: Sizes, least: Sizes) -> Sizes:
    """Return the larger of the two sizes for each use.

    Lists are merged, omitting any size below the smallest size in `least`.
    """
    larger: dict[str, Any] = {}
    for name in (attribute.name for attribute in fields(type(least))):
        own: Any = getattr(sizes, name)
        wanted: Any = getattr(least, name)
        if isinstance(wanted, tuple):
            larger[name] = tuple(sorted({size for size in (*own, *wanted) if size >= min(wanted)}, reverse=True))
        else:
            larger[name] = max(own, wanted)
    return evolve(sizes, **larger)


def large_print_document(document: Document, brand: Brand, frames: Frames | None) -> Document:
    """Return the document without italics or wide tables, and with legible drawings.

    Each question has one writing line fewer, so that all the questions on a page still fit.
    """

    def blocks(block: Block, section: Section) -> Iterator[Block]:
        upright = map_texts(block, _upright)
        match upright:
            case Table(_, header) if len(header) > MOST_COLUMNS:
                yield from table_as_list(upright)
            case Writing(lines=lines):
                yield evolve(upright, lines=max(min(2, lines), lines - 1))
            case Figure():
                yield from legible_figure(upright, drawing_scale(upright.drawing, section, frames), brand)
            case _:
                yield upright

    return map_blocks(document, blocks)


def _upright(text: Text) -> Text:
    return tuple(evolve(span, strong=True, emphasis=False) if span.emphasis else span for span in text)
