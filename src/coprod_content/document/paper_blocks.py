"""Form fields as lines, lists and tables to write on."""

from collections.abc import Iterable, Iterator

from coprod_content.document.blocks import Block, Bullets, PaperBlock, Paragraph, Table, Writing
from coprod_content.document.fill_in import FillIn
from coprod_content.text.spans import Text, plain, verbatim


def paper_blocks(blocks: Iterable[Block]) -> Iterator[PaperBlock]:
    """Yield blocks for paper, replacing form fields with space to write.

    A form field becomes a table to complete, a list to tick, its known answer or, if there is none, ruled lines. Other
    blocks are yielded unchanged.
    """
    for block in blocks:
        if isinstance(block, FillIn):
            yield from _on_paper(block)
        else:
            yield block


def _on_paper(block: FillIn) -> tuple[PaperBlock, ...]:
    if block.kind == "table":
        row: tuple[Text, ...] = ((),) * len(block.options)
        table = Table(f"{block.label}{block.note}", block.options, (row,) * block.lines, (1,) * len(block.options))
        return (Paragraph(block.help), table) if plain(block.help) else (table,)
    if block.options:
        return Paragraph(block.question), Bullets(block.options, "check")
    if block.answer:
        return Paragraph(block.question), Paragraph(verbatim(block.answer))
    return (Writing(block.question, block.lines),)
