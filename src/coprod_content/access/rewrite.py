"""Rewriting: a Document with each of its blocks, or each of its texts, put in other words or shapes."""

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

Blocks = tuple[Block, ...]


def with_blocks(document: Document, blocks: Callable[[Block, Section], Iterable[Block]]) -> Document:
    """A document in which other blocks stand in the place of each block of a section, in text and notes alike."""

    def rewritten(section: Section) -> Section:
        return evolve(
            section,
            blocks=tuple(made for block in section.blocks for made in blocks(block, section)),
            notes=tuple(made for block in section.notes for made in blocks(block, section)),
            sections=tuple(rewritten(child) for child in section.sections),
        )

    return evolve(document, sections=tuple(rewritten(section) for section in document.sections))


def with_texts(block: Block, text: Callable[[Text], Text]) -> Block:
    """A block with each of its texts changed; its titles, captions and labels have no style and stay."""
    match block:
        case Paragraph():
            return evolve(block, text=text(block.text))
        case Bullets():
            return evolve(block, items=tuple(text(item) for item in block.items))
        case Facts():
            return evolve(block, items=tuple(Fact(fact.label, text(fact.value)) for fact in block.items))
        case Table():
            rows = tuple(tuple(text(cell) for cell in row) for row in block.rows)
            return evolve(block, header=tuple(text(cell) for cell in block.header), rows=rows)
        case Callout():
            return evolve(block, paragraphs=tuple(text(paragraph) for paragraph in block.paragraphs))
        case Figure():
            return evolve(block, caption=text(block.caption))
        case Illustrated():
            return evolve(block, text=text(block.text))
        case Writing():
            return evolve(block, prompt=text(block.prompt))
        case Signpost():
            return block
        case _ as unreachable:
            assert_never(unreachable)
