"""Chopping: the last resort for text that `fit` has reported as too long. It is cut between words, never dropped."""

import re
from collections.abc import Callable, Iterator

from attrs import evolve

from coprod_cards.layout.card_frames import CardFrame
from coprod_content.document.blocks import Block, Figure, Paragraph, Writing, block_texts
from coprod_content.text.sentences import joined
from coprod_content.text.spans import Text, plain

Blocks = tuple[Block, ...]
_WORD = re.compile(r"\s*\S{1,24}\s*")


def pages_of(blocks: Blocks, frame: CardFrame) -> tuple[Blocks, ...]:
    """Blocks in as many pages as they need; one where they fit, and always at least one."""
    pages: list[Blocks] = [()]
    used = 0.0
    for piece in (piece for block in blocks for piece in _pieces(block, frame)):
        needed = frame.height_of(piece)
        if pages[-1] and used + frame.gap + needed > frame.height:
            pages.append(())
            used = 0.0
        used += needed + (frame.gap if pages[-1] else 0.0)
        pages[-1] = (*pages[-1], piece)
    return tuple(pages)


def _pieces(block: Block, frame: CardFrame) -> Iterator[Block]:
    """A block that fits a page as it is; of another, its texts as paragraphs that do."""
    if frame.height_of(block) <= frame.height:
        yield block
        return
    texts = block_texts(block)
    if isinstance(block, Figure):
        yield evolve(block, caption=())
        texts = (block.caption,)
    for text in texts:
        yield from _paragraphs(text, frame)
    if isinstance(block, Writing):
        yield from _ruled(block, frame)


def _paragraphs(text: Text, frame: CardFrame) -> Iterator[Block]:
    def fits(text: Text) -> bool:
        return frame.height_of(Paragraph(text)) <= frame.height

    while text:
        head, text = cut_to(text, fits)
        yield Paragraph(head)


def _ruled(writing: Writing, frame: CardFrame) -> Iterator[Block]:
    """The lines of a Writing block, as many to a page as it holds."""
    most = max(1, int((frame.height - frame.text_height((), frame.width, frame.body)) / frame.ruled))
    for start in range(0, writing.lines, most):
        yield Writing((), min(most, writing.lines - start))


def cut_to(text: Text, fits: Callable[[Text], bool]) -> tuple[Text, Text]:
    """The longest beginning of a text, in whole words, that fits, at least one word; and the rest of it."""
    words = [
        evolve(span, text=word)
        for span in text
        for word in ([span.text] if span.citation else _WORD.findall(span.text) or [span.text])
    ]
    least, most = 1, len(words)
    while least < most:
        middle = (least + most + 1) // 2
        if fits(tuple(words[:middle])):
            least = middle
        else:
            most = middle - 1
    rest = joined((tuple(words[least:]),))
    return joined((tuple(words[:least]),)), rest if plain(rest) else ()
