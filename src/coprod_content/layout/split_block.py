"""Splitting a block in two, between entries or between sentences."""

from collections.abc import Callable, Iterator
from typing import TypeVar, assert_never

from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Fact,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.layout.frames import Frame
from coprod_content.text.sentences import joined, sentences
from coprod_content.text.spans import Text

T = TypeVar("T")


def split_block(block: Block, room: float, frame: Frame) -> tuple[Block | None, Block | None]:
    """The largest beginning of a block that fits into some height, and the rest; where nothing fits, None and all."""
    head: Block | None = None
    rest: Block | None = block
    for longer, left in _cuts(block):
        if frame.height_of(longer) > room:
            break
        head, rest = longer, left
    return head, rest


def smallest_beginning(block: Block) -> tuple[Block, Block | None]:
    """The smallest beginning of a block, for a page that it overflows all the same."""
    return next(_cuts(block), (block, None))


def _cuts(block: Block) -> Iterator[tuple[Block, Block]]:
    """Every way to cut a block in two, the shortest beginning first."""
    match block:  # the classes themselves and not `evolve`, which takes longer than all else here
        case Paragraph(text, style):
            yield from _entry_cuts((text,), lambda texts: Paragraph(texts[0], style), _text_cuts)
        case Illustrated(picture, text):
            yield from _entry_cuts((text,), lambda texts: Illustrated(picture, texts[0]), _text_cuts)
        case Bullets(items, bullet, start):
            for head, rest in _entry_cuts(items, lambda texts: Bullets(texts, bullet, start), _text_cuts):
                yield head, Bullets(rest.items, bullet, start + len(items) - len(rest.items))
        case Facts(caption, facts):
            yield from _entry_cuts(facts, lambda kept: Facts(caption, kept), _fact_cuts)
        case Table(caption, header, rows, widths):
            yield from _entry_cuts(rows, lambda kept: Table(caption, header, kept, widths), _row_cuts)
        case Callout(kind, title, paragraphs):
            yield from _entry_cuts(paragraphs, lambda texts: Callout(kind, title, texts), _text_cuts)
        case Figure() | Writing() | Signpost():
            return
        case _ as unreachable:
            assert_never(unreachable)


B = TypeVar("B", bound=Block)


def _entry_cuts(
    entries: tuple[T, ...], made: Callable[[tuple[T, ...]], B], inner: Callable[[T], Iterator[tuple[T, T]]]
) -> Iterator[tuple[B, B]]:
    """Cuts inside the first entry, for where not even that fits whole, then between entries."""
    for head, rest in inner(entries[0]) if entries else ():
        yield made((head,)), made((rest, *entries[1:]))
    for at in range(1, len(entries)):
        yield made(entries[:at]), made(entries[at:])


def _text_cuts(text: Text) -> Iterator[tuple[Text, Text]]:
    pieces = sentences(text)
    for at in range(1, len(pieces)):
        yield joined(pieces[:at]), joined(pieces[at:])


def _fact_cuts(fact: Fact) -> Iterator[tuple[Fact, Fact]]:
    for head, rest in _text_cuts(fact.value):
        yield Fact(fact.label, head), Fact(fact.label, rest)


def _row_cuts(row: tuple[Text, ...]) -> Iterator[tuple[tuple[Text, ...], tuple[Text, ...]]]:
    """Cuts of a row after the same number of sentences in each cell."""
    cells = [sentences(cell) for cell in row]
    for at in range(1, max(len(cell) for cell in cells)):
        yield tuple(joined(cell[:at]) for cell in cells), tuple(joined(cell[at:]) for cell in cells)
