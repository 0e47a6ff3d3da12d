"""The plain-text renderer."""

from collections.abc import Iterator
from typing import assert_never

from coprod_content.brand.brand import Brand
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document import blocks
from coprod_content.document.document import Document, Section
from coprod_content.document.paper_blocks import paper_blocks
from coprod_content.plugins.renderers import OfferedFile, Renderer
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, Text, plain

_NOTE_TITLE = "Note for anyone transcribing this or reading it aloud"
_NOTE = (
    "This is the whole text, in reading order. Its structure is described in words. Lines are not wrapped.",
    "A heading begins with the word Heading and its level. "
    "A list begins with the number of its entries, and each entry is numbered.",
    "A table is read row by row, each cell after the name of its column. The ends of tables and boxes are marked.",
    "A picture is described in square brackets. A number alone in square brackets is the number of a reference.",
    "The address of a link follows its text, in square brackets. Bold type is not marked.",
    "Quotation marks and dashes are the same as in the printed text.",
)
_CONTENTS = "Contents"
_STEP = "Step"
_NOTES, _NOTES_END = "Notes for the presenter:", "End of the notes."
_EMPTY_CELL = "[Empty]"
_TABLE_END, _BOX_END = "End of the table.", "End of the box."
_UNLISTED = ("cover", "contents")
_FEW = 2
_CHAT, _RULE = "chat", "-" * 20
_LISTS = {"bullet": "List of {}:", "number": "Numbered list of {}:", "check": "List of {} to tick off:"}
_SPACES = {ord(character): " " for character in "\t\n\r\v\f\x85\u00a0\u2028\u2029"} | {0xAD: None}


def render(document: Document, _: Brand) -> bytes:
    """Return a document as UTF-8 text.

    Each paragraph is on one line, and parts are separated by blank lines.
    """
    as_it_is = any(section.role == _CHAT for section in document.sections)
    about = () if as_it_is else ((_NOTE_TITLE, *_NOTE), *_contents(document))
    parts = (_head(document), *about, *_sections(document))
    return ("\n\n".join("\n".join(part) for part in parts if part) + "\n").encode()


renderer = Renderer(
    suffix=".txt",
    media_type="text/plain; charset=utf-8",
    render=render,
    caption="Plain text",
    hint="To transcribe into braille or audio.",
    in_pack=(OfferedFile("chat", "chat"),),
)


def _head(document: Document) -> tuple[str, ...]:
    about = (document.title, document.subtitle, document.imprint)
    return tuple(_one_line(words) for words in about if words.strip())


def _contents(document: Document) -> Iterator[tuple[str, ...]]:
    titles = [_one_line(section.title) for section in document.sections if section.role not in _UNLISTED]
    if len(titles) > _FEW:
        yield (f"{_CONTENTS}:", *(f"{at}. {title}" for at, title in enumerate(titles, start=1)))


def _sections(document: Document) -> Iterator[tuple[str, ...]]:
    cards = [section for section in document.sections if section.role == "card-front"]
    group = card = 0
    for before, section in zip((None, *document.sections), document.sections, strict=False):
        if section.group.strip() and (before is None or before.group != section.group):
            group += 1
            yield (f"Part {group}: {_one_line(section.group)}",)
        if section.role != "card-front":
            for depth, each in section.walk():
                yield from _section(each, depth)
            continue
        card += 1
        for side, (depth, each) in enumerate(section.walk()):
            yield from _section(each, depth, marker=_card_side(card, len(cards), side))


def _section(section: Section, depth: int, marker: str = "") -> Iterator[tuple[str, ...]]:
    """Yield the lines of a section in groups.

    The document has a blank line between groups. Subsections are left out. `depth` is the heading level of the section,
    and `marker` is a line to put above the heading, if any.
    """
    if section.role == "contents" and not section.blocks:
        return
    if section.role == _CHAT:
        yield _RULE, _heading(section)
        yield tuple(line for block in paper_blocks(section.blocks) for line in _block_lines(block))
        return
    head = [marker, f"Heading {depth}: {_heading(section)}", _one_line(section.label)]
    if section.unlabelled_minutes is not None:
        head.append(f"Time: {minutes_in_words(section.unlabelled_minutes)}.")
    yield tuple(words for words in head if words)
    yield from (tuple(_block_lines(block)) for block in paper_blocks(section.blocks))
    if section.notes:
        yield (_NOTES,)
        yield from (tuple(_block_lines(block)) for block in paper_blocks(section.notes))
        yield (_NOTES_END,)


def _heading(section: Section) -> str:
    title = _one_line(section.title)
    if section.unlabelled_number is None:
        return title
    return f"{_STEP} {section.number}: {title}" if section.role == "step" else f"{section.number}. {title}"


def _counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def _card_side(card: int, of: int, side: int) -> str:
    """Return a line such as `Card 1 of 8, front.`."""
    name = ("front", "back")[side] if side < 2 else f"side {side + 1}"
    return f"Card {card} of {of}, {name}."


def _block_lines(block: blocks.PaperBlock) -> Iterator[str]:
    match block:
        case blocks.Paragraph(text, style):
            words = _inline(text)
            yield f"Say aloud: {words}" if style == "say" and words else words
        case blocks.Bullets(items, style):
            yield _LISTS[style].format(_counted(len(items), "entry", "entries"))
            yield from (f"{number}. {_inline(item)}" for number, item in enumerate(items, start=block.start))
        case blocks.Facts(caption, items):
            yield f"Facts: {with_full_stop(_one_line(caption))} {_counted(len(items), 'fact', 'facts')}."
            yield from (f"{_one_line(fact.label)}: {_inline(fact.value)}" for fact in items)
        case blocks.Table():
            yield from _table(block)
        case blocks.Callout(_, title, paragraphs):
            yield f"Box: {_one_line(title)}"
            yield from (_inline(text) for text in paragraphs)
            yield _BOX_END
        case blocks.Figure() | blocks.Photograph():
            yield from _figure(block)
        case blocks.Illustrated(_, text):
            yield _inline(text)
        case blocks.Writing(prompt, count):
            yield f"To answer in writing: {_inline(prompt)}"
            yield f"[Space to write: {_counted(count, 'line', 'lines')}]"
        case blocks.Signpost(label, url):
            yield f"Link: {_one_line(label)} [{_one_line(url)}]"
        case _ as unreachable:
            assert_never(unreachable)


def _table(table: blocks.Table) -> Iterator[str]:
    header = tuple(_inline(cell) for cell in table.header)
    size = f"{_counted(len(header), 'column', 'columns')}, {_counted(len(table.rows), 'row', 'rows')}"
    yield f"Table: {with_full_stop(_one_line(table.caption))} {size}. Columns: {'; '.join(header)}."
    for at, row in enumerate(table.rows, start=1):
        yield f"Row {at}."
        yield from (f"{name}: {_inline(cell) or _EMPTY_CELL}" for name, cell in zip(header, row, strict=True))
    yield _TABLE_END


def _figure(figure: blocks.Figure | blocks.Photograph) -> Iterator[str]:
    if isinstance(figure, blocks.Photograph):
        yield f"[Photo: {_one_line(figure.alt)}]"
        yield from (_inline(figure.credit),) if figure.credit else ()
        return
    yield f"[Picture: {_one_line(figure.alt)}]"
    if figure.drawing.words:
        yield f"[Words in the picture: {'; '.join(_one_line(words) for words in figure.drawing.words)}]"
    if figure.caption:
        yield f"Caption: {_inline(figure.caption)}"


def _inline(text: Text) -> str:
    """Return text on one line, with the address after each external link.

    The address is left out if it is the link's own text.
    """
    return _one_line("".join(_span(span) for span in text))


def _span(span: Span) -> str:
    if not span.url or span.citation or span.kind or span.url == span.text:
        return plain((span,))
    return f"{span.text} [{span.url}]"


def _one_line(words: str) -> str:
    """Return `words` on one line, with plain spaces and no soft hyphens."""
    return words.translate(_SPACES).strip(" ")
