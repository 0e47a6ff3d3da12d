"""Cut a block in two, between entries or sentences."""

from collections.abc import Callable, Iterator
from typing import TypeVar, assert_never

from attrs import evolve

from coprod_content.document import blocks
from coprod_content.document.fill_in import FillIn
from coprod_content.layout.frames import Frame
from coprod_content.text.sentences import joined, sentences
from coprod_content.text.spans import Text

T = TypeVar("T")
B = TypeVar("B", bound=blocks.Block)


def split_block(block: blocks.Block, room: float, frame: Frame) -> tuple[blocks.Block | None, blocks.Block | None]:
    """Split a block into the largest beginning that fits, and the rest.

    The beginning is None if no part of the block fits in `room`, a height in millimetres. Call this only for a block
    that does not fit as a whole.
    """
    head: blocks.Block | None = None
    rest: blocks.Block | None = block
    for longer, left in _cuts(block):
        if frame.height_of(longer) > room:
            break
        head, rest = longer, left
    return head, rest


def smallest_beginning(block: blocks.Block) -> tuple[blocks.Block, blocks.Block | None]:
    """Split a block into its smallest possible beginning, and the rest.

    The beginning may be too tall for any page. If the block cannot be split, returns the whole block and None.
    """
    return next(_cuts(block), (block, None))


def _cuts(block: blocks.Block) -> Iterator[tuple[blocks.Block, blocks.Block]]:
    """Yield every way to split a block in two, shortest beginning first."""
    match block:
        case blocks.Paragraph(text=text) | blocks.Illustrated(text=text):
            yield from _entry_cuts((text,), lambda texts: blocks.part_of(block, text=texts[0]), _text_cuts)
        case blocks.Bullets(items):
            for head, rest in _entry_cuts(items, lambda texts: blocks.part_of(block, items=texts), _text_cuts):
                yield head, blocks.part_of(rest, start=block.start + len(items) - len(rest.items))
        case blocks.Facts(_, facts):
            yield from _entry_cuts(facts, lambda kept: blocks.part_of(block, items=kept), _fact_cuts)
        case blocks.Table(_, _, rows):
            yield from _entry_cuts(rows, lambda kept: blocks.part_of(block, rows=kept), _row_cuts)
        case blocks.Callout(_, _, paragraphs):
            yield from _entry_cuts(paragraphs, lambda texts: blocks.part_of(block, paragraphs=texts), _text_cuts)
        case blocks.Figure() | blocks.Photograph() | blocks.Writing() | FillIn() | blocks.Signpost():
            return
        case _ as unreachable:
            assert_never(unreachable)


def _entry_cuts(
    entries: tuple[T, ...], made: Callable[[tuple[T, ...]], B], inner: Callable[[T], Iterator[tuple[T, T]]]
) -> Iterator[tuple[B, B]]:
    """Yield splits inside the first entry, then splits between entries.

    `made` returns a block made of the given entries, and `inner` yields the splits inside one entry.
    """
    for head, rest in inner(entries[0]) if entries else ():
        yield made((head,)), made((rest, *entries[1:]))
    for at in range(1, len(entries)):
        yield made(entries[:at]), made(entries[at:])


def _text_cuts(text: Text) -> Iterator[tuple[Text, Text]]:
    pieces = sentences(text)
    for at in range(1, len(pieces)):
        yield joined(pieces[:at]), joined(pieces[at:])


def _fact_cuts(fact: blocks.Fact) -> Iterator[tuple[blocks.Fact, blocks.Fact]]:
    for head, rest in _text_cuts(fact.value):
        yield evolve(fact, value=head), evolve(fact, value=rest)


def _row_cuts(row: tuple[Text, ...]) -> Iterator[tuple[tuple[Text, ...], tuple[Text, ...]]]:
    """Yield splits of a row, sentence by sentence.

    Each split is after the same number of sentences in every cell.
    """
    cells = [sentences(cell) for cell in row]
    for at in range(1, max(len(cell) for cell in cells)):
        yield tuple(joined(cell[:at]) for cell in cells), tuple(joined(cell[at:]) for cell in cells)
