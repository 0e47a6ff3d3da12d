"""Document blocks rendered as lines of text."""

from collections.abc import Iterator
from typing import assert_never

from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, Text, plain
from coprod_plain.structure_words import BOX_END, EMPTY_CELL, TABLE_END, counted

_LISTS = {"bullet": "List of {}:", "number": "Numbered list of {}:", "check": "List of {} to tick off:"}
_SPACES = {ord(character): " " for character in "\t\n\r\v\f\x85\u00a0\u2028\u2029"} | {0xAD: None}


def block_lines(block: Block) -> Iterator[str]:
    """Yield a block as lines of plain text."""
    match block:
        case Paragraph(text, style):
            words = inline(text)
            yield f"Say aloud: {words}" if style == "say" and words else words
        case Bullets(items, style):
            yield _LISTS[style].format(counted(len(items), "entry", "entries"))
            yield from (f"{number}. {inline(item)}" for number, item in enumerate(items, start=block.start))
        case Facts(caption, items):
            yield f"Facts: {with_full_stop(one_line(caption))} {counted(len(items), 'fact', 'facts')}."
            yield from (f"{one_line(fact.label)}: {inline(fact.value)}" for fact in items)
        case Table():
            yield from _table(block)
        case Callout(_, title, paragraphs):
            yield f"Box: {one_line(title)}"
            yield from (inline(text) for text in paragraphs)
            yield BOX_END
        case Figure():
            yield from _figure(block)
        case Illustrated(_, text):
            yield inline(text)
        case Writing(prompt, count):
            yield f"To answer in writing: {inline(prompt)}"
            yield f"[Space to write: {counted(count, 'line', 'lines')}]"
        case Signpost(label, url):
            yield f"Link: {one_line(label)} [{one_line(url)}]"
        case _ as unreachable:
            assert_never(unreachable)


def _table(table: Table) -> Iterator[str]:
    header = tuple(inline(cell) for cell in table.header)
    size = f"{counted(len(header), 'column', 'columns')}, {counted(len(table.rows), 'row', 'rows')}"
    yield f"Table: {with_full_stop(one_line(table.caption))} {size}. Columns: {'; '.join(header)}."
    for at, row in enumerate(table.rows, start=1):
        yield f"Row {at}."
        yield from (f"{name}: {inline(cell) or EMPTY_CELL}" for name, cell in zip(header, row, strict=True))
    yield TABLE_END


def _figure(figure: Figure) -> Iterator[str]:
    yield f"[Picture: {one_line(figure.alt)}]"
    if figure.drawing.words:
        yield f"[Words in the picture: {'; '.join(one_line(words) for words in figure.drawing.words)}]"
    if figure.caption:
        yield f"Caption: {inline(figure.caption)}"


def inline(text: Text) -> str:
    """Return text on one line, with each link followed by its address."""
    return one_line("".join(_span(span) for span in text))


def _span(span: Span) -> str:
    if not span.url or span.citation or span.url == span.text:
        return plain((span,))
    return f"{span.text} [{span.url}]"


def one_line(words: str) -> str:
    """Return `words` on one line, with plain spaces and no soft hyphens."""
    return words.translate(_SPACES).strip(" ")
