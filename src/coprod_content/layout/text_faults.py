"""Report text that overflows or is left out, and overlong words."""

from collections.abc import Iterator, Sequence
from math import ceil

from coprod_content.document.blocks import Block, block_texts
from coprod_content.document.document import Section, ShorterVersion
from coprod_content.findings.fault import Fault
from coprod_content.layout.frames import Frame
from coprod_content.text.spans import plain, verbatim

_SPLIT = "Shorten it, or write it as several sentences so that it can be split."


def broken_words(section: Section, frame: Frame) -> Iterator[Fault]:
    """Yield a fault if a word is wider than its line."""
    word = frame.broken_word(section)
    if word:
        what = (
            f"'{word[:60]}{'…' if len(word) > 60 else ''}' is wider than a line of the card, even in the smallest type."
        )
        texts = (section.title, *(plain(text) for block in section.blocks for text in block_texts(block)))
        words = next((words for words in texts if word in words), word)
        yield Fault(code="broken-word", spot=section.title, heading=section.title, words=words, what=what)


def left_out(section: Section, version: ShorterVersion) -> Fault:
    """Return a fault that says what a shorter version omits."""
    kept = "\n".join(plain(text) for block in version.blocks for text in block_texts(block))
    texts = (plain(text) for block in section.blocks for text in block_texts(block))
    omitted = (words for words in texts if words not in kept)
    return Fault(
        code="left-out",
        spot=section.title,
        heading=section.title,
        words=max(omitted, key=len, default=""),
        what=f"the card has no room for {version.omits}.",
    )


def too_long(section: Section, framed: list[tuple[Section, Frame]]) -> Iterator[Fault]:
    """Yield faults about a title, label or text that does not fit.

    `framed` contains the parts that the section was divided into, each with its frame.
    """
    overlong = next((both for both in reversed(framed) if both[1].title_type(both[0]) is None), None)
    if overlong:
        part, frame = overlong
        needed = frame.text_height(verbatim(part.title), frame.title_width, frame.title[-1])
        yield _fault(section, "the title", part.title, frame.title_height / needed)
    share = min(frame.label_share(part) for part, frame in framed)
    if share < 1:
        yield _fault(section, "the label", section.label, share)
    for part, frame in framed:
        height = blocks_height(part.blocks, frame)
        if height > max(0.0, frame.height):
            texts = (plain(text) for block in part.blocks for text in block_texts(block))
            words = max(texts, key=len, default="")
            yield _fault(section, "the text", words, frame.height / height)


def _fault(section: Section, what: str, words: str, share: float) -> Fault:
    too_many = max(1, ceil(len(words.split()) * min(1.0, 1 - share)))
    noun = "word" if too_many == 1 else "words"
    return Fault(
        code="does-not-fit",
        spot=section.title,
        heading=section.title,
        words=words,
        what=f"{what} is about {too_many} {noun} too long: '{words[:60]}{'…' if len(words) > 60 else ''}'.",
        fix=_SPLIT if what == "the text" else "Shorten it.",
    )


def blocks_height(blocks: Sequence[Block], frame: Frame) -> float:
    """Return the height of blocks and the gaps between them, in millimetres."""
    return sum(frame.height_of(block) for block in blocks) + max(0, len(blocks) - 1) * frame.gap
