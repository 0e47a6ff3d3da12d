"""Large print: 18 pt and nothing under 16, reflowed, never a photocopier's enlargement (clear print guidance).

No slanted type, and no table of more than two columns: on a page of large print its cells would hold a word each.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from attrs import evolve, fields

from coprod_content.access.drawing_labels import Room, legible
from coprod_content.access.rewrite import with_blocks, with_texts
from coprod_content.access.table_as_list import listed
from coprod_content.brand.brand import Brand, CardSizes, GuideSizes, SlideSizes
from coprod_content.brand.stock import Printing, Stock
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
STOCKS = {"home": "a4-halves", "printer": "a5-printer"}
_A5 = (148.0, 210.0)


def brand(brand: Brand) -> Brand:
    """The brand in large type: of its own sizes and those of large print the larger."""
    return evolve(
        brand,
        slides=_larger(brand.slides, SLIDES),
        guide=_larger(brand.guide, GUIDE),
        cards=_larger(brand.cards, CARDS),
        printing=_on_large_cards(brand),
    )


def _on_large_cards(brand: Brand) -> Printing:
    """How cards are printed, on the stocks of large print where those of the brand hold cards smaller than A5."""
    runs = {"home": brand.printing.home, "printer": brand.printing.printer}
    return Printing(
        **{
            kind: run if _is_large(brand.stock(run.stock)) else evolve(run, stock=STOCKS[kind])
            for kind, run in runs.items()
        }
    )


def _is_large(stock: Stock) -> bool:
    return min(stock.width, stock.height) >= _A5[0] and max(stock.width, stock.height) >= _A5[1]


def _larger(sizes: Sizes, least: Sizes) -> Sizes:
    """Of two sets of sizes the larger in each place; of lists all sizes that are none too small."""
    larger: dict[str, Any] = {}
    for name in (attribute.name for attribute in fields(type(least))):
        own: Any = getattr(sizes, name)
        wanted: Any = getattr(least, name)
        if isinstance(wanted, tuple):
            larger[name] = tuple(sorted({size for size in (*own, *wanted) if size >= min(wanted)}, reverse=True))
        else:
            larger[name] = max(own, wanted)
    return evolve(sizes, **larger)


def document(document: Document, brand: Brand, frames: Frames | None) -> Document:
    """The document with lists for wide tables, strong type for slanted, and labels of drawings that can be read.

    There is a line less to write on for each question, so that a page that held all its questions still does.
    """

    def blocks(block: Block, section: Section) -> Iterator[Block]:
        upright = with_texts(block, _upright)
        match upright:
            case Table(_, header) if len(header) > MOST_COLUMNS:
                yield from listed(upright)
            case Writing():
                yield evolve(upright, lines=max(min(2, upright.lines), upright.lines - 1))
            case Figure():
                yield from legible(upright, Room.of(section, frames), brand)
            case _:
                yield upright

    return with_blocks(document, blocks)


def _upright(text: Text) -> Text:
    return tuple(evolve(span, strong=True, emphasis=False) if span.emphasis else span for span in text)
