"""Blocks as Word paragraphs, lists, tables and drawings."""

from typing import assert_never

from coprod_content.content.phrases import minutes_in_words
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
from coprod_content.document.document import Section
from coprod_content.document.fill_in import FillIn
from coprod_content.text.spans import Text, plain
from coprod_guide.body.figures import figure_run, photo_run
from coprod_guide.body.runs import is_live, linked, reference_bookmark, runs
from coprod_guide.body.tables import captioned_table, facts_table, idea_row, writing_lines
from coprod_guide.fixed_text import FOR_THE_FACILITATOR
from coprod_guide.forms.form_fields import fill_in_xml
from coprod_guide.pagination.lines_kept_together import BlockContext, blocks_in_context, keeps_list_end, keeps_with_next
from coprod_guide.styles.block_styles import CALLOUT_RIGHT
from coprod_guide.styles.formatting import ParagraphFormat
from coprod_guide.styles.style_names import WordStyle
from coprod_guide.word_writer import WordWriter
from coprod_guide.wordprocessingml import run

_PARAGRAPHS = {"body": WordStyle.BODY, "lead": WordStyle.LEAD, "say": WordStyle.SAY, "small": WordStyle.SMALL}
_LISTS = {"bullet": WordStyle.BULLET, "number": WordStyle.NUMBER, "check": WordStyle.CHECK}
_ABOVE_BOX, _ABOVE_RUN_IN, _BELOW_BOX, _BELOW_TABLE, _BELOW_FIGURE = 16.0, 10.0, 6.0, 14.0, 10.0
_ABOVE_NOTES, _ABOVE_CAPTION = 14, 6


def blocks_xml(blocks: tuple[Block, ...], writer: WordWriter) -> str:
    """Return the WordprocessingML for a sequence of blocks."""
    return "".join(block_xml(block, context, writer) for block, context in blocks_in_context(blocks))


def notes_xml(notes: tuple[Block, ...], writer: WordWriter) -> str:
    """Return titled facilitator notes, or "" if there are none."""
    if not notes:
        return ""
    title = run(FOR_THE_FACILITATOR, _title_properties(writer))
    pieces = [writer.paragraph(WordStyle.NOTE, title, ParagraphFormat(keep_next=True, before=_ABOVE_NOTES))]
    for block, context in blocks_in_context(notes):
        match block:
            case Paragraph(text, "body" | "lead" | "small") if plain(text).strip():
                pieces.append(writer.paragraph(WordStyle.NOTE, runs(text, writer)))
            case Bullets(items, "bullet"):
                pieces += (writer.paragraph(WordStyle.NOTE_BULLET, runs(item, writer)) for item in items)
            case _:
                pieces.append(block_xml(block, context, writer))
    return "".join(pieces)


def time_xml(section: Section, writer: WordWriter) -> str:
    """Return a paragraph with a section's duration.

    Returns an empty string if the duration is unknown, or is already in the section's label.
    """
    minutes = section.unlabelled_minutes
    return "" if minutes is None else writer.paragraph(WordStyle.TIME, run(minutes_in_words(minutes)))


def references_xml(blocks: tuple[Block, ...], writer: WordWriter) -> str:
    """Return the blocks of a references section, with bookmarks for citations.

    If several works have the same number, citations link to the first of them.
    """
    pieces, known = [], set[int]()
    for block in blocks:
        if not (isinstance(block, Bullets) and block.style == "number"):
            pieces.append(blocks_xml((block,), writer))
            continue
        direct = ParagraphFormat(numbering=writer.new_list(WordStyle.REFERENCE, block.start))
        for number, item in enumerate(block.items, start=block.start):
            content = runs(item, writer)
            if number not in known:
                content = bookmarked(content, reference_bookmark(str(number)), writer)
            known.add(number)
            pieces.append(writer.paragraph(WordStyle.REFERENCE, content, direct))
    return "".join(pieces)


def bookmarked(content: str, name: str, writer: WordWriter) -> str:
    """Return runs wrapped in a bookmark called `name`."""
    id_ = writer.next_id()
    return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id_}"/>'


def block_xml(  # noqa: C901  # one case for each block
    block: Block, context: BlockContext, writer: WordWriter, body: WordStyle = WordStyle.BODY
) -> str:
    """Return the XML of a block, formatted to suit its context.

    `body` is the style of ordinary paragraphs. Other kinds of paragraph have their own styles.
    """
    before, after = context.before, context.after
    match block:
        case Paragraph():
            return _paragraph(block, context, writer, body)
        case Bullets():
            return _bullets(block, writer)
        case Facts():
            return facts_table(block, writer)
        case Table():
            return captioned_table(block, writer)
        case Callout():
            is_repeated = isinstance(before, Callout) and before.kind == block.kind
            return _callout(block, writer, is_repeated=is_repeated, run_in=context.beside)
        case Figure(_, _, below) | Photograph(_, _, below):
            return _figure(block, below, writer, keep_next=isinstance(after, Paragraph))
        case Illustrated():
            first, last = not isinstance(before, Illustrated), not isinstance(after, Illustrated)
            # an empty paragraph stops Word joining the two tables
            between = writer.paragraph(WordStyle.PICTURE, "") if isinstance(after, Writing) else ""
            return idea_row(block, writer, first=first, last=last) + between
        case Writing():
            return writing_lines(block, writer, context.line_spacing)
        case FillIn():
            return fill_in_xml(block, writer)
        case Signpost():
            return _signpost(block, writer, keep_next=context.whole and after is not None)
        case _ as unreachable:
            assert_never(unreachable)


def _paragraph(block: Paragraph, context: BlockContext, writer: WordWriter, body: WordStyle) -> str:
    if not plain(block.text).strip():
        return ""
    direct = ParagraphFormat(
        keep_next=keeps_with_next(block.text, context, writer.measure) or None,
        before=_BELOW_TABLE if isinstance(context.before, Facts | Table) else None,
    )
    style = body if block.style == "body" else _PARAGRAPHS[block.style]
    return writer.paragraph(style, runs(block.text, writer), direct)


def _bullets(block: Bullets, writer: WordWriter) -> str:
    style, count = _LISTS[block.style], len(block.items)
    numbering = writer.new_list(style, block.start) if style is WordStyle.NUMBER else None
    pieces = []
    for at, item in enumerate(block.items):
        direct = ParagraphFormat(keep_next=keeps_list_end(at, count) or None, numbering=numbering)
        pieces.append(writer.paragraph(style, runs(item, writer), direct))
    return "".join(pieces)


def _callout(block: Callout, writer: WordWriter, *, is_repeated: bool, run_in: bool) -> str:
    """Return a callout's title and paragraphs, which Word shows as one box.

    A callout after another of the same kind gets a slightly different right indent, so that Word keeps the boxes apart.
    If `run_in` is true, the title and the first paragraph are set as one paragraph.
    """
    paragraphs = tuple(text for text in block.paragraphs if plain(text).strip())
    style = WordStyle(f"Callout {block.kind}")
    texts = [run(block.title, _title_properties(writer)), *(runs(text, writer) for text in paragraphs)]
    if run_in and paragraphs:
        texts[:2] = [run(f"{block.title}: ", _title_properties(writer)) + texts[1]]
    last = len(texts) - 1
    pieces = []
    for at, text in enumerate(texts):
        direct = ParagraphFormat(
            keep_next=at < last or None,
            before=None if at else _ABOVE_RUN_IN if run_in else _ABOVE_BOX,
            after=_BELOW_BOX if at == last else None,
            right=CALLOUT_RIGHT + 0.1 if is_repeated else None,
        )
        pieces.append(writer.paragraph(style, text, direct))
    return "".join(pieces)


def _title_properties(writer: WordWriter) -> str:
    return f'<w:rStyle w:val="{writer.style_id(WordStyle.CALLOUT_TITLE)}"/>'


def _figure(block: Figure | Photograph, below: Text, writer: WordWriter, *, keep_next: bool) -> str:
    run_ = figure_run(block, writer) if isinstance(block, Figure) else photo_run(block, writer)
    if not below:
        return writer.paragraph(WordStyle.FIGURE, run_, ParagraphFormat(keep_next=keep_next, after=_BELOW_FIGURE))
    style = WordStyle.CAPTION if isinstance(block, Figure) else WordStyle.SMALL
    caption = writer.paragraph(style, runs(below, writer), ParagraphFormat(before=_ABOVE_CAPTION))
    return writer.paragraph(WordStyle.FIGURE, run_) + caption


def _signpost(block: Signpost, writer: WordWriter, *, keep_next: bool) -> str:
    words = linked(block.label, block.url, writer) if is_live(block.url) else run(block.label)
    direct = ParagraphFormat(keep_next=True) if keep_next else None
    address = writer.paragraph(WordStyle.ADDRESS, run(block.url), direct)
    return writer.paragraph(WordStyle.SIGNPOST, words) + address
