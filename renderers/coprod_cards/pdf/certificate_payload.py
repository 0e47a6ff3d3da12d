"""The JSON data for the blocks of a certificate."""

from coprod_cards.layout.blocks import BlockData, BlockSetter
from coprod_content.document.blocks import Block
from coprod_content.document.certificate import TYPED, CertificateFields
from coprod_content.document.fill_in import FillIn
from coprod_content.document.paper_blocks import paper_blocks
from coprod_content.text.spans import Span, Text, plain, verbatim


def certificate_blocks(
    blocks: tuple[Block, ...], fields: CertificateFields, setter: BlockSetter
) -> tuple[BlockData, ...]:
    """Return the blocks of a section of a certificate.

    Fields whose answers are typed or written on a line become blocks of the kind `entry`.
    """
    return tuple(
        data
        for block in blocks
        for data in (
            (_entry(block, fields, setter),)
            if isinstance(block, FillIn) and block.kind in TYPED
            else map(setter.block_data, paper_blocks((block,)))
        )
    )


def _entry(block: FillIn, fields: CertificateFields, setter: BlockSetter) -> BlockData:
    style = "largest" if block == fields.largest else "beside" if block in fields.beside else ""
    label: Text = (Span(f"{block.label} "), *block.help) if plain(block.help) else verbatim(block.label)
    width, body = setter.frame.width, setter.frame.body
    runs = setter.text.runs
    answer = runs(verbatim(block.answer), width, body) if block.answer else ()
    return BlockData(kind="entry", style=style, title=runs(label, width, body), texts=(answer,), lines=block.lines)
