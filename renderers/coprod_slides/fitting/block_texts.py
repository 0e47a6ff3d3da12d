"""The text of blocks, as it is written on slides."""

from functools import lru_cache

from attrs import evolve

from coprod_content.document.blocks import Block, Fact, Facts, Illustrated
from coprod_content.text.spans import Span, Text, verbatim


def part_texts(blocks: tuple[Block, ...]) -> tuple[tuple[tuple[int, Text], ...], ...]:
    """Return each part's paragraphs, each with its list level.

    The label of a fact is at the second level, so that the first level is free for the text that people type.
    """
    parts: list[tuple[tuple[int, Text], ...]] = []
    for block in blocks:
        if isinstance(block, Facts):
            parts += [((1, verbatim(fact.label)), (0, fact.value)) for fact in block.items]
        elif isinstance(block, Illustrated):
            parts.append(((0, block.text),))
    return tuple(parts)


def labelled(fact: Fact) -> Text:
    """Return a fact as text that begins with its label in bold."""
    return (Span(f"{fact.label}:", strong=True), Span(" "), *fact.value)


@lru_cache(maxsize=4096)
def bold(text: Text) -> Text:
    """Return the text with every span in bold."""
    return tuple(span if span.strong else evolve(span, strong=True) for span in text)
