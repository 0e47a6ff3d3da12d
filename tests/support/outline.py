"""A document as a screen reader would say it: headings with their level, then each block."""

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
    Photograph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.document.document import Document, Section
from coprod_content.document.fill_in import FillIn
from coprod_content.text.spans import Text


def outline(document: Document) -> str:
    """Return the outline of a document, with a line for everything that is said."""
    return "\n".join(line.rstrip() for line in _lines(document)) + "\n"


def _lines(document: Document) -> Iterator[str]:
    yield f"document, {document.language}: {document.title}"
    yield f"  {document.subtitle}; {document.edition}, {document.date}, by {document.author}"
    yield f"  {document.imprint}; {', '.join(document.keywords)}"
    for depth, section in document.walk():
        yield ""
        yield from _section(depth, section)


def _section(depth: int, section: Section) -> Iterator[str]:
    number = f"{section.number}. " if section.number else ""
    yield f"heading {depth}, {section.role}: {number}{section.title}"
    details = (
        section.label,
        f"{section.minutes} minutes" if section.minutes else "",
        section.accent,
        f"group {section.group}" if section.group else "",
        f"from {', '.join(section.items)}" if section.items else "",
    )
    yield f"  ({'; '.join(part for part in details if part)})"
    for block in section.blocks:
        yield from (f"  {line}" for line in _block(block))
    for block in section.notes:
        yield from (f"  note: {line}" for line in _block(block))


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0912  # one case a block
    match block:
        case Paragraph(text, style):
            yield f"{style}: {_said(text)}"
        case Bullets(items, style, start):
            yield f"list of {len(items)}, {style}"
            for at, item in enumerate(items, start=start):
                yield f"  {at if style == 'number' else '-'} {_said(item)}"
        case Facts(caption, facts):
            yield f"facts: {caption}"
            yield from (f"  {fact.label}: {_said(fact.value)}" for fact in facts)
        case Table(caption, header, rows):
            yield f"table, {len(header)} columns, {len(rows)} rows: {caption}"
            for row in (header, *rows):
                yield f"  {' | '.join(map(_said, row))}"
        case Callout(kind, title, paragraphs):
            yield f"{kind}: {title}"
            yield from (f"  {_said(text)}" for text in paragraphs)
        case Figure(drawing, alt, caption):
            yield f"graphic: {alt}"
            yield f"  with the words {'; '.join(drawing.words)}"
            if caption:
                yield f"  caption: {_said(caption)}"
        case Photograph(_, alt, credit):
            yield f"photo: {alt}"
            if credit:
                yield f"  credit: {_said(credit)}"
        case Illustrated(_, text):
            yield f"idea beside a picture: {_said(text)}"
        case Writing(prompt, lines):
            yield f"{lines} lines to write on: {_said(prompt)}"
        case FillIn():
            yield f"to fill in ({block.kind}): {_said(block.question)}"
            yield from (f"  {option}" for option in block.options)
            if block.answer:
                yield f"  answer: {block.answer}"
        case Signpost(label, url):
            yield f"link: {label} ({url})"
        case _ as unreachable:
            assert_never(unreachable)


def _said(text: Text) -> str:
    said = ""
    for span in text:
        if span.citation:
            said += f"[{span.text}]"
        elif span.url:
            said += f"link {span.text!r} ({span.url})"
        else:
            said += span.text
    return said
