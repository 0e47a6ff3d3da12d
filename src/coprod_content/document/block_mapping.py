"""Functions that transform a document's blocks or a block's texts."""

from collections.abc import Callable, Iterable
from typing import assert_never

from attrs import evolve

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
from coprod_content.document.document import Document, Section
from coprod_content.text.spans import Text


def map_blocks(document: Document, blocks: Callable[[Block, Section], Iterable[Block]]) -> Document:
    """Return a document with each block replaced, including blocks in notes."""

    def mapped(section: Section) -> Section:
        return evolve(
            section,
            blocks=tuple(made for block in section.blocks for made in blocks(block, section)),
            notes=tuple(made for block in section.notes for made in blocks(block, section)),
            sections=tuple(map(mapped, section.sections)),
        )

    return evolve(document, sections=tuple(map(mapped, document.sections)))


def map_texts(block: Block, text: Callable[[Text], Text]) -> Block:
    """Return a block with a function applied to each text, in reading order.

    Captions and labels that are plain strings are left unchanged.
    """
    match block:
        case Paragraph() | Illustrated():
            return evolve(block, text=text(block.text))
        case Bullets():
            return evolve(block, items=tuple(map(text, block.items)))
        case Facts():
            return evolve(block, items=tuple(Fact(fact.label, text(fact.value)) for fact in block.items))
        case Table():
            header = tuple(map(text, block.header))
            return evolve(block, header=header, rows=tuple(tuple(map(text, row)) for row in block.rows))
        case Callout():
            return evolve(block, paragraphs=tuple(map(text, block.paragraphs)))
        case Figure():
            return evolve(block, caption=text(block.caption))
        case Writing():
            return evolve(block, prompt=text(block.prompt))
        case Signpost():
            return block
        case _ as unreachable:
            assert_never(unreachable)
