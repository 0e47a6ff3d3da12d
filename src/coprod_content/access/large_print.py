"""Large print: text reflowed at 18 pt, with nothing under 16 pt.

The rules follow clear print guidance: no italics, and no tables of more than two columns, because the cells of a wider
table would have room for only about one word at this size.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from attrs import asdict, evolve

from coprod_content.brand.brand import Brand
from coprod_content.brand.stock import Printing, PrintRun
from coprod_content.brand.type_sizes import CardSizes, GuideSizes, Sizes, SlideSizes
from coprod_content.content.drawing import Drawing
from coprod_content.document.blocks import Block, Bullets, Figure, Paragraph, Table, Writing, map_texts
from coprod_content.document.document import Document, Section, map_blocks
from coprod_content.layout.font_metrics import MM_PER_PT
from coprod_content.layout.frames import Frames
from coprod_content.layout.known_fonts import OFFICE_FALLBACK, measured_font
from coprod_content.layout.labels import label_fits, with_numbers
from coprod_content.text.sentences import text_with_full_stop
from coprod_content.text.spans import Span, Text, plain, strong, verbatim

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
GUIDE = GuideSizes(cover=40, heading_1=28, heading_2=24, heading_3=21, lead=20, body=18, small=16, line=135)
CARDS = CardSizes(
    question=(36, 32, 28, 25, 22, 20, 18), title=(24, 22, 20, 18), body=18, largest_body=18, imprint=16, line=125
)
_A5 = (148.0, 210.0)  # millimetres
_SHORT_ROW = 90  # characters
_LEAST_LABEL = 16  # points


@lru_cache(maxsize=4)
def large_print_brand(brand: Brand) -> Brand:
    """Return the brand with type and cards enlarged for large print."""
    return evolve(
        brand,
        slides=_larger(brand.slides, SLIDES),
        guide=_larger(brand.guide, GUIDE),
        cards=_larger(brand.cards, CARDS),
        printing=Printing(
            home=_on_large_cards(brand.printing.home, brand, f"{brand.paper.lower()}-halves"),
            printer=_on_large_cards(brand.printing.printer, brand, "a5-printer"),
        ),
    )


def _on_large_cards(run: PrintRun, brand: Brand, stock: str) -> PrintRun:
    """Return a print run whose cards are at least A5.

    This is `run` itself if its cards are large enough. Otherwise, it is `run` printed on the card stock named `stock`.
    """
    own = brand.stock(run.stock)
    large = min(own.width, own.height) >= _A5[0] and max(own.width, own.height) >= _A5[1]
    return run if large else evolve(run, stock=stock)


def _larger(sizes: Sizes, least: Sizes) -> Sizes:
    """Return type sizes at least as large as those in `least`.

    If a style has a choice of sizes, the result has the sizes from both arguments, but none below the smallest in
    `least`.
    """

    def larger(own: Any, wanted: Any) -> Any:
        if isinstance(wanted, tuple):
            return tuple(sorted({size for size in (*own, *wanted) if size >= min(wanted)}, reverse=True))
        return max(own, wanted)

    wanted_sizes = asdict(least, recurse=False)
    return evolve(sizes, **{name: larger(getattr(sizes, name), wanted) for name, wanted in wanted_sizes.items()})


def large_print_document(document: Document, brand: Brand, frames: Frames | None) -> Document:
    """Return the document without italics or wide tables, and with legible drawings.

    A question with more than two ruled lines for its answer loses one of the lines, so that all the questions on a page
    still fit in the larger type.
    """

    def blocks(block: Block, section: Section) -> Iterator[Block]:
        upright = map_texts(block, _upright)
        match upright:
            case Table(_, header) if len(header) > MOST_COLUMNS:
                yield from _table_as_list(upright)
            case Writing(lines=lines):
                yield evolve(upright, lines=max(min(2, lines), lines - 1))
            case Figure():
                yield from _legible_figure(upright, _drawing_scale(upright.drawing, section, frames), brand)
            case _:
                yield upright

    return map_blocks(document, blocks)


def _upright(text: Text) -> Text:
    return tuple(evolve(span, strong=True, emphasis=False) if span.emphasis else span for span in text)


def _table_as_list(table: Table) -> Iterator[Block]:
    """Yield a table's caption, then its rows as one list or several.

    If every row is short, there is one list with an entry for each row. Otherwise, each row is a separate list, with
    the first cell as a paragraph above it. Each cell has its column header in front. In the single list, the first cell
    of each entry needs no header, because the caption explains it. A later cell without letters or digits is omitted.
    """
    rows = tuple(tuple(zip(table.header, row, strict=True)) for row in table.rows)
    yield Paragraph(strong(f"{table.caption}:"))
    if all(sum(len(plain(cell)) for _, cell in row) <= _SHORT_ROW for row in rows):
        yield Bullets(tuple(map(_entry, rows)))
        return
    for (header, first), *others in rows:
        yield Paragraph(_strong(_with_header(header, first)))
        entries = tuple(_with_header(header, cell) for header, cell in others if _has_words(cell))
        if entries:
            yield Bullets(entries)


def _entry(row: tuple[tuple[Text, Text], ...]) -> Text:
    (_, first), *others = row
    spans = list(text_with_full_stop(_strong(first)))
    for header, cell in others:
        if _has_words(cell):
            spans += [Span(" "), *text_with_full_stop(_with_header(header, cell))]
    return tuple(spans)


def _with_header(header: Text, cell: Text) -> Text:
    return (*verbatim(f"{plain(header)}: "), *cell)


def _has_words(cell: Text) -> bool:
    return any(character.isalnum() for character in plain(cell))


def _strong(text: Text) -> Text:
    return tuple(evolve(span, strong=True) for span in text)


def _drawing_scale(drawing: Drawing, section: Section, frames: Frames | None) -> float:
    """Return the largest scale for a drawing, in millimetres per drawing unit.

    At this scale, the drawing fits the frame of `section`, or the text area of an A4 page if `frames` is None.
    """
    width, height = 166.0, 200.0
    if frames is not None:
        frame = frames.of(section)
        width, height = frame.width, max(frame.height, frame.least_figure)
    return min(width / drawing.width, height / drawing.height)


def _legible_figure(figure: Figure, scale: float, brand: Brand) -> Iterator[Block]:
    """Yield a figure, numbering labels that overflow and listing them below it.

    `scale` is in millimetres per drawing unit.
    """
    families, least = (
        (measured_font(brand.fonts.office), brand.fonts.print, OFFICE_FALLBACK),
        _LEAST_LABEL * MM_PER_PT / scale,
    )
    drawing, listed = with_numbers(figure.drawing, lambda label: label_fits(label, scale, families), least)
    yield evolve(figure, drawing=drawing)
    if listed:
        yield Paragraph(strong("The numbers in the drawing:"))
        yield Bullets(tuple(map(verbatim, listed)), "number")
