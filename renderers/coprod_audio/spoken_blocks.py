"""Blocks as words to speak."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import assert_never

from attrs import evolve, frozen

from coprod_content.document import blocks
from coprod_content.document.fill_in import FillIn
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Text, without_citations

SHORT, PAUSE, LONG, TO_ANSWER = 0.35, 0.6, 1.0, 2.0
"""Pauses in seconds: within a list, after a paragraph, before a heading, and while people think of an answer."""
_SAY = "Say aloud:"
_PICTURE, _PHOTO, _CAPTION, _IN_PICTURE = "Picture:", "Photo:", "Caption:", "Words in the picture:"
_QUESTION, _ANSWERED, _OPTIONS = "Question:", "Already filled in:", "The answers are:"
_TABLE, _ROWS_TO_FILL, _TICKED, _LINK = "Table:", "There are empty rows to fill in, for:", "To tick off:", "Link:"
_HOW = {
    "choice": "Choose one.",
    "choices": "Choose any that apply.",
    "scale": "Choose one.",
    "date": "Give a date.",
    "number": "Give a number.",
    "signature": "Sign here.",
}
_REQUIRED = "An answer is needed."


@frozen
class SpokenPassage:
    """Words that are spoken together, and the pause after them in seconds.

    `lead` is an English phrase that is said first, such as `Picture:`, or an empty string.
    """

    words: str
    pause: float = PAUSE
    lead: str = ""


def spoken_blocks(several: Iterable[blocks.Block]) -> Iterator[SpokenPassage]:
    """Yield the passages for blocks, leaving out passages without words."""
    for block in several:
        if isinstance(block, FillIn):
            yield from with_last_pause(PAUSE if block.answer else TO_ANSWER, _fill_in(block))
        else:
            yield from (each for each in _passages(block) if each.words or each.lead)


def as_sentence(words: str) -> str:
    """Return words on one line as a sentence.

    Colons, semicolons and commas at the end are removed, and a full stop is added unless the words already end with one
    or with a mark such as `?`. If there are no letters or digits, the result is an empty string.
    """
    line = " ".join(words.split())
    return with_full_stop(line.rstrip(":;, ")) if any(map(str.isalnum, line)) else ""


def _sentence(text: Text) -> str:
    return as_sentence(without_citations(text))


def _passages(block: blocks.PaperBlock) -> Iterator[SpokenPassage]:
    match block:
        case blocks.Paragraph(text, style):
            yield from _led(_SAY if style == "say" else "", text)
        case blocks.Bullets():
            yield from _list(block)
        case blocks.Facts(caption, items):
            yield from _one_by_one(as_sentence(caption), *(_labelled(fact.label, fact.value) for fact in items))
        case blocks.Table():
            yield from _table(block)
        case blocks.Callout(_, title, paragraphs):
            yield from _one_by_one(as_sentence(title), *map(_sentence, paragraphs))
        case blocks.Figure() | blocks.Photograph():
            yield from _figure(block)
        case blocks.Illustrated(_, text):
            yield from _led("", text)
        case blocks.Writing(prompt):
            yield from _led(_QUESTION, prompt, TO_ANSWER)
        case blocks.Signpost(label):
            yield SpokenPassage(as_sentence(label), lead=_LINK)
        case _ as unreachable:
            assert_never(unreachable)


def _one_by_one(*words: str) -> Iterator[SpokenPassage]:
    """Yield a passage for each string, with short pauses between them.

    The pause after the last is longer.
    """
    return with_last_pause(PAUSE, (SpokenPassage(each, SHORT) for each in words))


def with_last_pause(pause: float, passages: Iterable[SpokenPassage]) -> Iterator[SpokenPassage]:
    """Yield passages, the last with a pause of at least `pause` seconds."""
    found = tuple(passages)
    yield from (*found[:-1], *(evolve(each, pause=max(pause, each.pause)) for each in found[-1:]))


def _led(lead: str, text: Text, pause: float = PAUSE) -> Iterator[SpokenPassage]:
    """Yield text with `lead` before it, unless the text has no words."""
    if words := _sentence(text):
        yield SpokenPassage(words, pause, lead)


def _labelled(label: str, value: Text) -> str:
    words = _sentence(value)
    return f"{label.rstrip('.:')}: {words}" if words else as_sentence(label)


def _list(block: blocks.Bullets) -> Iterator[SpokenPassage]:
    if block.style == "check" and block.items:
        yield SpokenPassage("", SHORT, _TICKED)
    numbers = (f"{at}. " if block.style == "number" else "" for at in count(block.start))
    yield from _one_by_one(*(f"{each}{_sentence(item)}" for each, item in zip(numbers, block.items, strict=False)))


def _table(table: blocks.Table) -> Iterator[SpokenPassage]:
    header = tuple(" ".join(without_citations(cell).split()) for cell in table.header)
    yield SpokenPassage(as_sentence(table.caption), lead=_TABLE)
    rows = [row for row in table.rows if any(map(_sentence, row))]
    for row in rows:
        filled = ((name, cell) for name, cell in zip(header, row, strict=True) if _sentence(cell))
        yield SpokenPassage(" ".join(_labelled(name, cell) if name else _sentence(cell) for name, cell in filled))
    if len(rows) < len(table.rows) or not rows:
        yield SpokenPassage(as_sentence("; ".join(filter(None, header))), lead=_ROWS_TO_FILL)


def _figure(figure: blocks.Figure | blocks.Photograph) -> Iterator[SpokenPassage]:
    if isinstance(figure, blocks.Photograph):
        yield SpokenPassage(as_sentence(figure.alt), lead=_PHOTO)
        yield SpokenPassage(_sentence(figure.credit))
        return
    yield SpokenPassage(as_sentence(figure.alt), lead=_PICTURE)
    words = dict.fromkeys(each.strip(" :;,.") for each in figure.drawing.words)
    if unsaid := [each for each in words if each.casefold() not in figure.alt.casefold()]:
        yield SpokenPassage(as_sentence("; ".join(unsaid)), lead=_IN_PICTURE)
    yield from _led(_CAPTION, figure.caption)


def _fill_in(block: FillIn) -> Iterator[SpokenPassage]:
    label = block.label if block.label.rstrip().endswith("?") else as_sentence(block.label)
    yield SpokenPassage(label, SHORT, _QUESTION)
    yield from _led("", block.help, SHORT)
    how = " ".join(filter(None, (_HOW.get(block.kind, ""), _REQUIRED if block.required else "")))
    if how:
        yield SpokenPassage("", SHORT, how)
    if block.options:
        lead = _ROWS_TO_FILL if block.kind == "table" else _OPTIONS
        yield SpokenPassage("", SHORT, lead)
        yield from (SpokenPassage(as_sentence(option), SHORT) for option in block.options)
    if block.answer:
        yield SpokenPassage(as_sentence(block.answer), lead=_ANSWERED)
